"""The command `screening deploy`: what a server needs beside this program, filled in, to read and to copy."""

import re
import sys
from pathlib import Path

import click
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from screening import resources
from screening.commands.common import port_option

FILES = {
    "nginx": "nginx.conf",
    "caddy": "Caddyfile",
    "systemd": "screening.service",
    "backup": "screening-backup.service",
    "timer": "screening-backup.timer",
}


def _host(_context: click.Context, _option: click.Parameter, name: str) -> str:
    if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", name):
        raise click.BadParameter(f"« {name} » : écrivez le nom seul, par exemple soirees.exemple.be.")
    return name


@click.command()
@click.argument("what", metavar=f"[{'|'.join(FILES)}]", type=click.Choice(list(FILES)))
@click.option("--host", default="soirees.example.org", callback=_host, help="The name phones go to.")
@port_option
def deploy(what: str, host: str, port: int) -> None:
    """Print a file for a server: nginx or Caddy with HTTPS before it, systemd, a nightly backup."""
    click.echo(render(what, host, port), nl=False)


def render(what: str, host: str, port: int) -> str:
    """Return one of FILES for a host; its first line says where it goes."""
    folder = resources.folder("templates") / "deploy"
    made = Environment(  # noqa: S701 - these are no HTML
        loader=FileSystemLoader(folder), undefined=StrictUndefined, keep_trailing_newline=True
    )
    program = Path(sys.executable).with_name("screening")
    return made.get_template(FILES[what]).render(host=host, port=port, program=program)
