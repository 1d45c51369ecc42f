"""The command that starts the server."""

import datetime
import sys
import webbrowser
from pathlib import Path
from typing import Any

import click
from flask import Flask

from screening.app import create_app
from screening.commands.common import (
    data_option,
    folders_of,
    guides_option,
    host_option,
    minimum_option,
    port_option,
    public_url_option,
)
from screening.config import Settings
from screening.server import AlreadyRunning, StartError, announcement, listen, own, prepare_data
from screening.store.database import Damaged, StoreError, Unavailable
from screening.store.repair import advice, command
from screening.web.services import KEY, Services


@click.command()
@data_option
@port_option
@host_option
@guides_option
@public_url_option
@click.option(
    "--proxies",
    type=click.IntRange(0, 9),
    default=0,
    envvar="SCREENING_PROXIES",
    help="How many proxies stand before the server; their headers are believed, and no others.",
)
@minimum_option
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
    unreadable = [
        _unreadable(titles.get(name, name), error, command(settings.data, name))
        for name, error in known.unreadable.items()
    ]
    return announcement(settings, known.accounts.empty(), to_seal, unreadable)


def _unreadable(title: str, error: StoreError, repair: str) -> str:
    if isinstance(error, Unavailable):
        return f"Prise par un autre programme pour l’instant : {title}. Fermez-le, la séance revient."
    return (
        f"Illisible, rien n’a été touché :   {title}."
        f" Ouvrez-la dans « Séances », ou arrêtez et tapez : {repair}"
    )
