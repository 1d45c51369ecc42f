"""The command `screening`: each of its commands lies in a file of its own in `commands`."""

import click

from screening.commands.backup import backup, restore
from screening.commands.deploy import deploy
from screening.commands.doctor import doctor
from screening.commands.erase import erase_all
from screening.commands.guide import guide
from screening.commands.moving import export_one, import_files
from screening.commands.password import password
from screening.commands.rehearse import rehearse
from screening.commands.report import report, year
from screening.commands.serve import serve
from screening.commands.summarise import summarise


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


for command in (
    serve,
    rehearse,
    doctor,
    guide,
    summarise,
    report,
    year,
    export_one,
    import_files,
    backup,
    restore,
    password,
    erase_all,
    deploy,
):
    main.add_command(command)
