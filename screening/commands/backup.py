"""The commands about copies: backup, restore."""

from pathlib import Path

import click

from screening.commands.common import data_option, library_in, stopped, told
from screening.store.backups import Backups
from screening.store.database import StoreError
from screening.store.library import Library
from screening.store.repair import said
from screening.store.rooms import Rooms

LEAVE_OUT = (
    "Si vous copiez ce dossier ailleurs (clé, serveur de sauvegarde), laissez de côté tous les dossiers "
    "« rooms » : une salle copiée survivrait au scellement, et ses réponses resteraient reliées aux tickets."
)


@click.command()
@data_option
@click.option(
    "--to", type=click.Path(path_type=Path, file_okay=False), help="Copy the library there as well."
)
def backup(data: Path, to: Path | None) -> None:
    """Copy the library and each open room, also while the server runs."""
    with told():
        backups = _backups(data)
        for made in backups.save_all():
            click.echo(f"{_title(backups, made.room)} : {made.path}")
        if to:
            click.echo(f"La bibliothèque, sans aucune salle : {backups.copy_library(to)}")
    click.echo(LEAVE_OUT)


@click.command()
@click.argument("what", metavar="[library|ROOM]", required=False)
@data_option
@click.option("--number", type=int, help="Which backup; the latest good one when nothing is said.")
@click.option("--even-so", is_flag=True, help="Restore a library without answers that were sealed later.")
def restore(what: str | None, data: Path, number: int | None, even_so: bool) -> None:
    """Put a backup back; without a name, list what there is."""
    with told():
        if what is None:
            _list_backups(Backups(Library(data / "library.db"), Rooms(data / "rooms")))
            return
        with stopped(data, "Données"):
            backups = Backups(Library(data / "library.db"), Rooms(data / "rooms"))
            if what == "library":
                made = backups.restore_library(number, even_so)
            else:
                made = backups.restore_room(what, number)
        click.echo(f"La sauvegarde du {said(made)} est remise en place.")
        if made.aside:
            click.echo(f"Ce qui y était est mis de côté, rien n’en est effacé : {made.aside}")


def _backups(data: Path) -> Backups:
    return Backups(library_in(data), Rooms(data / "rooms"))


def _title(backups: Backups, room: str) -> str:
    if not room:
        return "Bibliothèque"
    try:
        return f"Salle de « {backups.library.screening(room).plan.title} » ({room})"
    except StoreError:
        return f"Salle {room}"


def _list_backups(backups: Backups) -> None:
    for made in backups.kept():
        name = f"{made.room or 'library':16}  --number {made.number:<4}"
        click.echo(f"{name}  {said(made)}  {_title(backups, made.room)}")
    if not backups.kept():
        click.echo("Pas encore de sauvegarde.")
