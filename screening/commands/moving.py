"""The commands that move sealed screenings between installations: export, import."""

import sys
from importlib.metadata import version
from pathlib import Path

import click

from screening.commands.common import data_option, fail, library_in, list_sealed, stopped, told
from screening.output import arrivals
from screening.output.bundle import BundleError, pack, unpack
from screening.store.accounts import Accounts
from screening.store.coding import settle_coding
from screening.store.database import StoreError
from screening.store.debriefs import settle_offered
from screening.store.library import Library
from screening.store.moved import decode, encode, versions
from screening.store.moving import Brought, read_moved, write_moved


@click.command("export")
@click.argument("screening_id", metavar="[ID]", required=False)
@data_option
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--all", "everything", is_flag=True, help="Every sealed screening, a file each.")
def export_one(screening_id: str | None, data: Path, into: Path, everything: bool) -> None:
    """Write a sealed screening as one file; without an id, list them.

    The file is a zip. manifest.json: format, digest of the answers, version and checksum of each part.
    screening.json: questions, answers, counts; never changes. debrief.json: the debrief. coding.json: words
    joined, themes, quotes approved.
    """
    with told():
        library = library_in(data)
        if screening_id is None and not everything:
            list_sealed(library)
            return
        into.mkdir(parents=True, exist_ok=True)
        wanted = [screening_id] if screening_id else [s.id for s in library.screenings() if s.sealed]
        written = [_export(library, name, into) for name in wanted]
        if not all(written):
            raise SystemExit(2)


def _export(library: Library, screening_id: str, into: Path) -> bool:
    """Write one screening's file and say so; False, and nothing written, where one of its name is there."""
    moved = read_moved(library, screening_id)
    target = into / f"seance-{moved.plan.date}-{moved.id}.zip"
    if target.exists():
        click.echo(f"{target} est déjà là : rien n’a été écrit.", err=True)
        return False
    target.touch(mode=0o600)
    target.write_bytes(pack(encode(moved), moved.digest, version("screening"), versions(moved)))
    click.echo(f"{target} : gardez ce fichier comme vous gardez les réponses.")
    return True


@click.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@data_option
@click.option("--for", "sign_in", help="Whose screenings they become; the first organiser's by default.")
@click.option("--take/--keep", default=None, help="Take what is later in the file, or keep ours; else ask.")
def import_files(files: tuple[Path, ...], data: Path, sign_in: str | None, take: bool | None) -> None:
    """Take sealed screenings from files; the server is stopped meanwhile.

    Answers that are here are recognised and never replaced. A later debrief or coding of words and texts is
    offered: without --take or --keep this asks, or leaves it to the page where there is no terminal.
    """
    refused = False
    with told(), stopped(data, "Importer une séance"):
        library = library_in(data)
        people = Accounts(library.path).all()
        owners = [a for a in people if (a.sign_in == sign_in if sign_in else a.organiser)]
        if not owners:
            fail("Personne n’a ce nom de connexion ici." if sign_in else "Personne n’a encore de compte ici.")
        for file in files:
            try:
                _import(library, file, owners[0].id, take)
            except (StoreError, BundleError) as error:
                refused = True
                click.echo(f"{file.name} : {error}", err=True)
    if refused:
        raise SystemExit(2)


def _import(library: Library, file: Path, owner: str, take: bool | None) -> None:
    """Take one file, and say what it brought."""
    moved = decode(*unpack(file.read_bytes()))
    brought = write_moved(library, moved, owner)
    click.echo(f"{moved.plan.title}, {moved.plan.date}")
    for sentence in arrivals.told(brought.new, brought.debrief, brought.coding):
        click.echo(f"  {sentence}")
    _settle(library, moved.id, brought, take)


def _settle(library: Library, screening_id: str, brought: Brought, take: bool | None) -> None:
    """Let whoever imports decide about each later part; without a terminal it waits for the page."""
    parts = (
        (brought.debrief, "le débriefing", settle_offered),
        (brought.coding, "le classement des mots et des textes", settle_coding),
    )
    for outcome, name, settle in parts:
        if outcome == "offered":
            if take is None and not sys.stdin.isatty():
                click.echo(
                    f"La page « Venu avec un import » de cette séance montre {name} et attend votre choix."
                )
            else:
                chosen = click.confirm(f"Prendre {name} du fichier ?") if take is None else take
                settle(library.path, screening_id, chosen)
                click.echo(f"Pour {name} : {'celui du fichier' if chosen else 'le nôtre reste'}.")
