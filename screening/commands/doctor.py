"""The command `screening doctor`: look at this machine before an evening."""

import sys
from pathlib import Path

import click

from screening.commands.common import data_option, host_option, port_option, public_url_option
from screening.config import Settings
from screening.preflight import BY_HAND, look


@click.command()
@data_option
@port_option
@host_option
@public_url_option
def doctor(data: Path, port: int, host: str, public_url: str) -> None:
    """Look at address, port, disk, folder, clock and data; works beside a running server, writes nothing."""
    settings = Settings(data=data, port=port, host=host, public_url=public_url)
    checks = look(settings, settings.reach().address())
    for check in checks:
        click.echo(f"[{'x' if check.good else ' '}] {check}")
    click.echo("\nÀ voir de vos yeux, dans la salle :")
    for text in BY_HAND.values():
        click.echo(f"  - {text}")
    sys.exit(0 if all(check.good for check in checks) else 1)
