"""The command `screening doctor`: look at this machine before an evening."""

import sys
from pathlib import Path

import click

from screening.config import Settings
from screening.preflight import BY_HAND, look


@click.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("screening-data"),
    envvar="SCREENING_DATA",
    show_default=True,
)
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8080, envvar="SCREENING_PORT", show_default=True
)
@click.option("--host", default="0.0.0.0", envvar="SCREENING_HOST", show_default=True)  # noqa: S104
@click.option("--public-url", default="", envvar="SCREENING_PUBLIC_URL")
def doctor(data: Path, port: int, host: str, public_url: str) -> None:
    """Look at address, port, disk, folder, clock and data; works beside a running server, writes nothing."""
    settings = Settings(data=data, port=port, host=host, public_url=public_url.rstrip("/"))
    checks = look(settings, settings.reach().address())
    for check in checks:
        click.echo(f"[{'x' if check.good else ' '}] {check}")
    click.echo("\nÀ voir de vos yeux, dans la salle :")
    for text in BY_HAND.values():
        click.echo(f"  - {text}")
    sys.exit(0 if all(check.good for check in checks) else 1)
