"""The command `screening`."""

import datetime
import sys
import webbrowser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
from flask import Flask

from screening.app import create_app
from screening.commands.common import fail, folders_of
from screening.commands.guide import guide
from screening.commands.summarise import summarise
from screening.config import Settings
from screening.deploying import deploy
from screening.doctor import doctor
from screening.keeping import COMMANDS
from screening.rehearsal import Gone, begin
from screening.reporting import report, year
from screening.server import AlreadyRunning, StartError, announcement, listen, own, prepare_data
from screening.store.database import Damaged, StoreError
from screening.store.repair import advice, command
from screening.web.services import KEY, Services


class _ServeByDefault(click.Group):
    """Without a command, `serve` is meant: with its options, and with what the environment says."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in {"--help", "--version"}):
            args = ["serve", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_ServeByDefault)
@click.version_option(package_name="screening", prog_name="screening")
def main() -> None:
    """Run an evening with a documentary; without a command, start the server."""


def _url(_context: click.Context, _option: click.Parameter, url: str) -> str:
    # Read --public-url: a scheme, a host, perhaps a port; a path would lead phones astray.
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
@click.option("--design", is_flag=True, help="Show /design, the visual language, to developers.")
def serve(data: Path, guides: Path | None, **options: Any) -> None:
    """Start the server and print the addresses."""
    settings = Settings(data=data, guides=tuple(folders_of(guides)), **options)
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
        if isinstance(error, Damaged):
            click.echo("\n".join(advice(data)), err=True)
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
    damaged = [
        f"{titles.get(name, name)}. Ouvrez-la dans « Séances », ou arrêtez et tapez : "
        f"{command(settings.data, name)}"
        for name in known.damaged
    ]
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
        fail([f"Pas de répétition sur {address} : vérifiez qu’il tourne, le nom et le mot de passe."])
    click.echo(f"Répétition : ouvrez {address}{crowd.console} (Ctrl+C : les participant·es s’en vont)")
    crowd.run()
    click.echo("La répétition est finie.")


for extra in (deploy, doctor, guide, report, summarise, year, *COMMANDS):
    main.add_command(extra)
