"""The commands about what is kept: backup, restore, export, import, password, erase."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any, NoReturn

import click
from filelock import FileLock, Timeout

from screening.output.arrivals import told
from screening.output.bundle import BundleError, pack, unpack
from screening.store.accounts import Accounts
from screening.store.backups import Backups
from screening.store.coding import settle_coding
from screening.store.database import StoreError
from screening.store.debriefs import settle_offered
from screening.store.deleting import erase
from screening.store.library import Library
from screening.store.moved import decode, encode, versions
from screening.store.moving import Brought, read_moved, write_moved
from screening.store.rooms import Rooms

LEAVE_OUT = (
    "Si vous copiez ce dossier ailleurs (clé, serveur de sauvegarde), laissez de côté tous les dossiers "
    "« rooms » : une salle copiée survivrait au scellement, et ses réponses resteraient reliées aux tickets."
)


def data_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --data to a command, for a folder that is there."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path("screening-data"),
        envvar="SCREENING_DATA",
        show_default=True,
        help="Where everything is kept.",
    )(command)


@click.command()
@data_option
@click.option(
    "--to", type=click.Path(path_type=Path, file_okay=False), help="Copy the library there as well."
)
def backup(data: Path, to: Path | None) -> None:
    """Copy the library and each open room, also while the server runs."""
    with _told():
        backups = _backups(data)
        for made in backups.save_all():
            click.echo(f"{_title(backups, made.room)} : {made.path}")
        if to:
            click.echo(f"La bibliothèque, sans aucune salle : {backups.copy_library(to)}")
    click.echo(LEAVE_OUT)


@click.command()
@click.argument("what", metavar="[library|ROOM]", required=False)
@data_option
@click.option("--number", type=int, help="Which backup; the latest when nothing is said.")
@click.option("--even-so", is_flag=True, help="Restore a library without answers that were sealed later.")
def restore(what: str | None, data: Path, number: int | None, even_so: bool) -> None:
    """Put a backup back; without a name, list what there is."""
    with _told():
        if what is None:
            _list_backups(Backups(Library(data / "library.db"), Rooms(data / "rooms")))
            return
        with _stopped(data, "Données"):
            backups = Backups(Library(data / "library.db"), Rooms(data / "rooms"))
            if what == "library":
                made = backups.restore_library(number, even_so)
            else:
                made = backups.restore_room(what, number)
        click.echo(f"{made.path} est remis en place. Ce qui y était est mis de côté, dans le même dossier.")


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
    with _told():
        library = _library(data)
        sealed = [s for s in library.screenings() if s.sealed]
        if screening_id is None and not everything:
            for s in sealed:
                click.echo(f"{s.id}  {s.plan.date}  {s.plan.title}")
            return
        into.mkdir(parents=True, exist_ok=True)
        kept = [s.id for s in sealed if not _export(library, s.id, into)] if screening_id is None else []
        if (screening_id and not _export(library, screening_id, into)) or kept:
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
    with _told(), _stopped(data, "Importer une séance"):
        library = _library(data)
        people = Accounts(library.path).all()
        owners = [a for a in people if (a.sign_in == sign_in if sign_in else a.organiser)]
        if not owners:
            _fail(
                "Personne n’a ce nom de connexion ici." if sign_in else "Personne n’a encore de compte ici."
            )
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
    for sentence in told(brought.new, brought.debrief, brought.coding):
        click.echo(f"  {sentence}")
    _settle(library, moved.id, brought, take)


@click.command()
@click.argument("sign_in")
@data_option
@click.password_option(prompt="Nouveau mot de passe", confirmation_prompt="Encore une fois")
def password(sign_in: str, data: Path, password: str) -> None:
    """Give somebody a new password, also while the server runs."""
    with _told():
        accounts = Accounts(_library(data).path)
        account = accounts.by_sign_in(sign_in)
        if account is None:
            _fail(
                "Personne n’a ce nom de connexion. Il y a : " + ", ".join(a.sign_in for a in accounts.all())
            )
        if len(password) < 8:
            _fail("Huit caractères au moins.")
        accounts.set_password(account.id, password)
    click.echo(f"C’est fait. {account.name} doit se connecter de nouveau, partout.")


@click.command("erase")
@data_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def erase_all(data: Path, yes: bool) -> None:
    """Delete everything in the data folder; the server is stopped meanwhile."""
    with _told(), _stopped(data, ""):
        titles = [f"{s.plan.date}  {s.plan.title}" for s in _library(data).screenings()]
        click.echo("\n".join(titles))
        click.echo(
            f"{len(titles)} séance(s), tous les comptes, toutes les sauvegardes de {data} vont disparaître. "
            "Restent : les fichiers exportés, les feuilles imprimées, les copies faites ailleurs."
        )
        if not yes and not click.confirm("Tout effacer, pour toujours ?"):
            return
    left = erase(data)
    click.echo("Tout est effacé." + (f" N’est pas de nous, et reste : {', '.join(left)}" if left else ""))


COMMANDS = (backup, restore, export_one, import_files, password, erase_all)


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


@contextmanager
def _told() -> Iterator[None]:
    """Tell what went wrong in a sentence."""
    try:
        yield
    except (StoreError, BundleError, OSError) as error:
        _fail(str(error))


@contextmanager
def _stopped(data: Path, page: str) -> Iterator[None]:
    """Keep the server from starting meanwhile; when it runs, say so and name the page that does the same."""
    if not data.is_dir():
        _fail(f"{data} n’existe pas. Donnez le dossier des données avec --data.")
    lock = FileLock(data / "server.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        click.echo("Le programme tourne sur ce dossier : arrêtez-le d’abord (Ctrl+C).", err=True)
        if page:
            click.echo(f"Ou utilisez la page « {page} ».", err=True)
        raise SystemExit(3) from None
    try:
        yield
    finally:
        lock.release()


def _library(data: Path) -> Library:
    library = Library(data / "library.db")
    if not library.path.exists():
        _fail(f"Il n’y a pas de données dans {data}. Donnez le dossier avec --data.")
    library.prepare()
    return library


def _backups(data: Path) -> Backups:
    return Backups(_library(data), Rooms(data / "rooms"))


def _title(backups: Backups, room: str) -> str:
    if not room:
        return "Bibliothèque"
    try:
        return f"Salle de « {backups.library.screening(room).plan.title} » ({room})"
    except StoreError:
        return f"Salle {room}"


def _list_backups(backups: Backups) -> None:
    for made in backups.kept():
        click.echo(f"{made.room or 'library':16}  --number {made.number}  {_title(backups, made.room)}")
    if not backups.kept():
        click.echo("Pas encore de sauvegarde.")


def _fail(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    raise SystemExit(2)
