"""What commands share: folders of guides, a guide by its name, and how they end when something is wrong."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from screening import resources
from screening.guide.faults import GuideError
from screening.guide.load import find, load
from screening.guide.model import Guide


def folders_of(own: Path | None = None) -> list[Path]:
    """Return where guides lie: the installed ones, then a folder of one's own."""
    return [resources.folder("guides"), *([own] if own else [])]


def load_guide(name: str, folders: list[Path]) -> Guide:
    """Return a guide by its slug or folder; ends the command with its faults when it has some."""
    try:
        return load(find(name, folders))
    except GuideError as error:
        fail(map(str, error.faults))


def fail(lines: Iterable[object]) -> NoReturn:
    """Say what is wrong and end the command with 2."""
    for line in lines:
        click.echo(line, err=True)
    sys.exit(2)
