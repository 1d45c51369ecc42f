"""The command that deletes everything."""

from pathlib import Path

import click

from screening.commands.common import data_option, library_in, stopped, told
from screening.store.database import StoreError
from screening.store.deleting import erase


@click.command("erase")
@data_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def erase_all(data: Path, yes: bool) -> None:
    """Delete everything in the data folder; the server is stopped meanwhile."""
    with told(), stopped(data, ""):
        titles = _titles(data)
        click.echo("\n".join(titles))
        click.echo(
            f"{len(titles)} séance(s), tous les comptes, toutes les sauvegardes de {data} vont disparaître. "
            "Restent : les fichiers exportés, les feuilles imprimées, les copies faites ailleurs."
        )
        if not yes and not click.confirm("Tout effacer, pour toujours ?"):
            return
    left = erase(data)
    click.echo("Tout est effacé." + (f" N’est pas de nous, et reste : {', '.join(left)}" if left else ""))


def _titles(data: Path) -> list[str]:
    try:
        return [f"{s.plan.date}  {s.plan.title}" for s in library_in(data).screenings()]
    except StoreError as error:
        # What can't be read can be erased all the same.
        click.echo(error, err=True)
        return []
