"""The command that plays an evening with simulated people on the running server."""

import signal

import click

from screening.commands.common import fail
from screening.rehearsal import Gone, begin


@click.command()
@click.option("--address", default="http://127.0.0.1:8080", show_default=True, help="Where the program runs.")
@click.option("--sign-in", prompt="Nom de connexion", help="Your sign-in name.")
@click.option("--password", prompt="Mot de passe", hide_input=True, envvar="SCREENING_PASSWORD")
def rehearse(address: str, sign_in: str, password: str) -> None:
    """Rehearse an evening on the running server: a marked screening, with simulated participants."""
    address = address.rstrip("/")
    try:
        crowd = begin(address, sign_in, password, lambda page: click.echo(f"  la salle : {page}"))
    except (Gone, OSError):
        fail(f"Pas de répétition sur {address} : vérifiez qu’il tourne, le nom et le mot de passe.")
    # These people hold nothing to tidy up: Ctrl+C ends them at once. Python may lose an interrupt of its own.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    click.echo(f"Répétition : ouvrez {address}{crowd.console} (Ctrl+C : les participant·es s’en vont)")
    crowd.run()
    click.echo("La répétition est finie.")
