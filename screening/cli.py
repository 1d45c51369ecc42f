"""The command `screening`."""

import datetime
import json
import sys
import webbrowser
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import click
from flask import Flask

from screening import resources
from screening.app import create_app
from screening.config import Settings
from screening.doctor import doctor
from screening.guide.faults import GuideError
from screening.guide.importer import import_dossier
from screening.guide.load import find, load, read
from screening.guide.model import Guide
from screening.guide.new import new
from screening.guide.outline import outline
from screening.guide.review import read_sheet, write_sheet
from screening.keeping import COMMANDS
from screening.output.wording import lines, verdict
from screening.rehearsal import Gone, begin
from screening.reporting import report, year
from screening.room.questions import say
from screening.server import AlreadyRunning, StartError, announcement, listen, own, prepare_data
from screening.store.database import StoreError
from screening.summary import answers_csv
from screening.summary.as_json import to_json
from screening.summary.findings import find as find_shift
from screening.web.services import KEY, Services


@click.group(invoke_without_command=True)
@click.version_option(package_name="screening", prog_name="screening")
@click.pass_context
def main(context: click.Context) -> None:
    """Run an evening with a documentary; without a command, start the server."""
    if context.invoked_subcommand is None:
        context.invoke(serve)


def _url(_context: click.Context, _option: click.Parameter, url: str) -> str:
    # Read --public-url: a scheme, a host, perhaps a port; a path would lead phones astray."""
    place = urlsplit(url.rstrip("/"))
    if url and (place.scheme not in {"http", "https"} or not place.hostname or place.path or place.query):
        raise click.BadParameter(f"« {url} » : écrivez par exemple https://exemple.be, sans rien après.")
    return url.rstrip("/")


@main.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("screening-data"),
    envvar="SCREENING_DATA",
    show_default=True,
    help="Where everything is kept.",
)
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8080, envvar="SCREENING_PORT", show_default=True
)
@click.option("--host", default="0.0.0.0", envvar="SCREENING_HOST", show_default=True)  # noqa: S104
@click.option(
    "--guides",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    envvar="SCREENING_GUIDES",
    help="A folder with guides of your own, beside the installed ones.",
)
@click.option(
    "--public-url", default="", envvar="SCREENING_PUBLIC_URL", callback=_url, help="The address phones use."
)
@click.option(
    "--proxies",
    type=click.IntRange(0, 9),
    default=0,
    envvar="SCREENING_PROXIES",
    help="How many proxies stand before the server; their headers are believed, and no others.",
)
@click.option(
    "--minimum",
    type=click.IntRange(5, 50),
    default=5,
    envvar="SCREENING_MINIMUM",
    help="How many answers open a question; five or more.",
)
def serve(data: Path, guides: Path | None, **options: Any) -> None:
    """Start the server and print the addresses."""
    settings = Settings(data=data, guides=tuple(_folders(guides)), **options)
    try:
        prepare_data(data)
        lock = own(settings)
        app = create_app(settings)
        server = listen(app, settings)
    except AlreadyRunning as running:
        click.echo(running, err=True)
        webbrowser.open(running.address)
        sys.exit(running.exit_code)
    except (StartError, StoreError) as error:
        click.echo(error, err=True)
        if isinstance(error, StoreError) and (data / "backups" / "library").exists():
            click.echo(
                f"La dernière sauvegarde revient avec : screening restore library --data {data}", err=True
            )
        sys.exit(getattr(error, "exit_code", StartError.exit_code))
    click.echo("\n".join(_announce(settings, app)))
    try:
        server.run()
    finally:
        lock.release()


def _announce(settings: Settings, app: Flask) -> list[str]:
    known: Services = app.extensions[KEY]
    week_ago = datetime.date.today() - datetime.timedelta(days=7)
    to_seal = [f"{s.plan.title}, {s.plan.date}" for s in known.library.unsealed_since(week_ago)]
    titles = {s.id: f"{s.plan.title}, {s.plan.date}" for s in known.library.screenings()}
    damaged = [titles.get(name, f"{name}.db") for name in known.damaged]
    return announcement(settings, known.accounts.empty(), to_seal, damaged)


@main.command()
@click.option("--address", default="http://127.0.0.1:8080", show_default=True, help="Where the program runs.")
@click.option("--sign-in", prompt="Nom de connexion", help="Your sign-in name.")
@click.option("--password", prompt="Mot de passe", hide_input=True, envvar="SCREENING_PASSWORD")
def rehearse(address: str, sign_in: str, password: str) -> None:
    """Rehearse an evening on the running server: a marked screening, with simulated participants."""
    address = address.rstrip("/")
    try:
        crowd = begin(address, sign_in, password, lambda page: click.echo(f"  la salle : {page}"))
    except (Gone, OSError):
        _fail([f"Pas de répétition sur {address} : vérifiez qu’il tourne, le nom et le mot de passe."])
    click.echo(f"Répétition : ouvrez {address}{crowd.console} (Ctrl+C : les participant·es s’en vont)")
    crowd.run()
    click.echo("La répétition est finie.")


for command in (doctor, report, year, *COMMANDS):
    main.add_command(command)


@main.group()
@click.option(
    "--guides",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    envvar="SCREENING_GUIDES",
    help="A folder with guides of your own, beside the installed ones.",
)
@click.pass_context
def guide(context: click.Context, guides: Path | None) -> None:
    """Look at a guide."""
    context.obj = _folders(guides)


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
    found = outline(_load(name, folders))
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
        _fail(error.faults)
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
        _fail(error.faults)
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
    guide = _load(name, folders)
    if sheet:
        try:
            changed = read_sheet(find(name, folders), guide, language, sheet.read_bytes())
        except GuideError as error:
            _fail(map(str, error.faults))
        click.echo(f"{changed} texte(s) repris dans le guide.")
        return
    written = Path(f"{guide.slug}-{language}.csv")
    if written.exists():
        _fail([f"{written} est déjà là : rien n’a été écrit. Reprenez-le avec --read, ou renommez-le."])
    written.write_bytes(write_sheet(guide, language))
    click.echo(f"{written} : deux colonnes à relire, un x dans la troisième quand c’est bon.")


@main.command()
@click.argument("answers", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--guide", "name", required=True, help="The slug or folder of the guide that was used.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--guides", type=click.Path(path_type=Path, file_okay=False, exists=True), envvar="SCREENING_GUIDES"
)
def summarise(answers: Path, name: str, as_json: bool, guides: Path | None) -> None:
    """Tell how representations shifted, from a CSV file: ticket,moment,question,value."""
    questions = {question.id: question for question in _load(name, _folders(guides)).questions}
    grouped, faults = answers_csv.read(answers.read_bytes(), questions)
    if faults:
        _fail(faults)
    findings = [(q, find_shift(q, grouped[q.id])) for q in questions.values() if q.id in grouped]
    if as_json:
        found = [to_json(finding, verdict(finding, question)) for question, finding in findings]
        click.echo(json.dumps({"questions": found}, ensure_ascii=False, indent=2))
        return
    for question, finding in findings:
        click.echo(say(question.wording))
        for line in filter(None, [verdict(finding, question), *lines(finding, question)]):
            click.echo(f"  {line}")


def _folders(own: Path | None = None) -> list[Path]:
    return [resources.folder("guides"), *([own] if own else [])]


def _load(name: str, folders: list[Path]) -> Guide:
    try:
        return load(find(name, folders))
    except GuideError as error:
        _fail(map(str, error.faults))


def _fail(lines: Iterable[object]) -> NoReturn:
    for line in lines:
        click.echo(line, err=True)
    sys.exit(2)
