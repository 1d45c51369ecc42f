"""The commands about guides: check, outline, new, import, review."""

import json
import sys
from pathlib import Path

import click

from screening.commands.common import fail, folders_of, guides_option, load_guide
from screening.guide.faults import GuideError
from screening.guide.importer import import_dossier
from screening.guide.load import find, read
from screening.guide.new import new
from screening.guide.outline import outline
from screening.guide.review import read_sheet, write_sheet


@click.group()
@guides_option
@click.pass_context
def guide(context: click.Context, guides: Path | None) -> None:
    """Look at a guide."""
    context.obj = folders_of(guides)


@guide.command()
@click.argument("name", metavar="GUIDE")
@click.pass_obj
def check(folders: list[Path], name: str) -> None:
    """List every fault of a guide (a slug or a folder), then its warnings."""
    try:
        _guide, faults = read(find(name, folders))
    except GuideError as error:
        faults = error.faults
    errors = [fault for fault in faults if not fault.warning]
    warnings = [fault for fault in faults if fault.warning]
    for fault in errors:
        click.echo(f"faute : {fault}")
    for fault in warnings:
        click.echo(f"à voir : {fault}")
    click.echo(f"{len(errors)} faute(s), {len(warnings)} point(s) à voir")
    sys.exit(1 if errors else 0)


@guide.command("outline")
@click.argument("name", metavar="GUIDE")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def print_outline(folders: list[Path], name: str, as_json: bool) -> None:
    """Print the steps and questions of a guide (a slug or a folder)."""
    found = outline(load_guide(name, folders))
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for step in found["steps"]:
        counts = f"{step['prompts']} questions, {step['figures']} chiffres, {step['references']} références"
        click.echo(f"{step['kind']:9} {step['id']:24} {step['title']} ({counts})")
    for question in found["questions"]:
        moments = " et ".join(question["moments"])
        click.echo(
            f"question  {question['id']:24} {question['dossier'] or '—':3} {question['kind']} ({moments})"
        )


@guide.command("new")
@click.argument("slug")
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), default=Path())
def make_new(slug: str, into: Path) -> None:
    """Write a small commented guide SLUG to start from."""
    try:
        made = new(slug, into)
    except GuideError as error:
        fail(*error.faults)
    click.echo(f"{made} est prêt. Vérifiez-le : screening guide check {made}")


@guide.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def import_file(file: Path, into: Path, as_json: bool) -> None:
    """Turn an extracted dossier (Markdown or plain text) into a draft guide, and tell what to look at."""
    try:
        report = import_dossier(file, into)
    except GuideError as error:
        fail(*error.faults)
    if as_json:
        click.echo(json.dumps(report.as_dict(), ensure_ascii=False, indent=2))
        return
    for proposal in report.proposals:
        click.echo(proposal)
    for warning in report.as_dict()["warnings"]:
        click.echo(f"à voir, ligne {warning['line']} : {warning['message']}")
    click.echo(report.coverage)
    click.echo(", ".join(f"{name} {count}" for name, count in report.counts.items()))
    click.echo(f"Brouillon dans {into}. Le texte d’origine y est aussi : source.txt")


@guide.command()
@click.argument("name", metavar="GUIDE")
@click.argument("language", metavar="LANG")
@click.option("--read", "sheet", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def review(folders: list[Path], name: str, language: str, sheet: Path | None) -> None:
    """Write a sheet for a speaker of LANG to review (GUIDE-LANG.csv), or --read a reviewed one."""
    guide = load_guide(name, folders)
    if sheet:
        try:
            changed = read_sheet(find(name, folders), guide, language, sheet.read_bytes())
        except GuideError as error:
            fail(*error.faults)
        click.echo(f"{changed} texte(s) repris dans le guide.")
        return
    written = Path(f"{guide.slug}-{language}.csv")
    if written.exists():
        fail(f"{written} est déjà là : rien n’a été écrit. Reprenez-le avec --read, ou renommez-le.")
    written.write_bytes(write_sheet(guide, language))
    click.echo(f"{written} : deux colonnes à relire, un x dans la troisième quand c’est bon.")
