"""What commands share: their options, the data they work on, and how they end when something is wrong."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

import click
from filelock import FileLock, Timeout

from screening import resources
from screening.guide.faults import GuideError
from screening.guide.load import find, load
from screening.guide.model import Guide
from screening.output.bundle import BundleError
from screening.store.database import StoreError
from screening.store.library import Library

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("screening-data"),
    envvar="SCREENING_DATA",
    show_default=True,
    help="Where everything is kept.",
)
port_option = click.option(
    "--port", type=click.IntRange(1, 65535), default=8080, envvar="SCREENING_PORT", show_default=True
)
host_option = click.option("--host", default="0.0.0.0", envvar="SCREENING_HOST", show_default=True)  # noqa: S104
guides_option = click.option(
    "--guides",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    envvar="SCREENING_GUIDES",
    help="A folder with guides of your own, beside the installed ones.",
)
minimum_option = click.option(
    "--minimum",
    type=click.IntRange(5, 50),
    default=5,
    envvar="SCREENING_MINIMUM",
    help="How many answers open a question; five or more.",
)


def _url(_context: click.Context, _option: click.Parameter, url: str) -> str:
    # Read --public-url: a scheme, a host, perhaps a port; a path would lead phones astray.
    place = urlsplit(url.rstrip("/"))
    if url and (place.scheme not in {"http", "https"} or not place.hostname or place.path or place.query):
        raise click.BadParameter(f"« {url} » : écrivez par exemple https://exemple.be, sans rien après.")
    return url.rstrip("/")


public_url_option = click.option(
    "--public-url", default="", envvar="SCREENING_PUBLIC_URL", callback=_url, help="The address phones use."
)


def folders_of(own: Path | None = None) -> list[Path]:
    """Return where guides lie: the installed ones, then a folder of one's own."""
    return [resources.folder("guides"), *([own] if own else [])]


def load_guide(name: str, folders: list[Path]) -> Guide:
    """Return a guide by its slug or folder; ends the command with its faults when it has some."""
    try:
        return load(find(name, folders))
    except GuideError as error:
        fail(*error.faults)


def library_in(data: Path) -> Library:
    """Return the library of a data folder; ends the command when there is none."""
    library = Library(data / "library.db")
    if not library.path.exists():
        fail(f"Il n’y a pas de données dans {data}. Donnez le dossier avec --data.")
    library.prepare()
    return library


def list_sealed(library: Library) -> None:
    """Print the sealed screenings, each with the id that commands want."""
    for sealed in (s for s in library.screenings() if s.sealed):
        click.echo(f"{sealed.id}  {sealed.plan.date}  {sealed.plan.title}")


@contextmanager
def told() -> Iterator[None]:
    """End the command with a sentence when something goes wrong in the block."""
    try:
        yield
    except (StoreError, BundleError, OSError) as error:
        fail(error)


@contextmanager
def stopped(data: Path, page: str) -> Iterator[None]:
    """Keep the server from starting meanwhile; when it runs, say so and name the page that does the same."""
    if not data.is_dir():
        fail(f"{data} n’existe pas. Donnez le dossier des données avec --data.")
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


def fail(*lines: object) -> NoReturn:
    """Say what is wrong and end the command with 2."""
    for line in lines:
        click.echo(line, err=True)
    sys.exit(2)
