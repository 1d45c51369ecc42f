"""The command that gives somebody a new password."""

from pathlib import Path

import click

from screening.commands.common import data_option, fail, library_in, told
from screening.store.accounts import Accounts


@click.command()
@click.argument("sign_in")
@data_option
@click.password_option(prompt="Nouveau mot de passe", confirmation_prompt="Encore une fois")
def password(sign_in: str, data: Path, password: str) -> None:
    """Give somebody a new password, also while the server runs."""
    with told():
        accounts = Accounts(library_in(data).path)
        account = accounts.by_sign_in(sign_in)
        if account is None:
            fail("Personne n’a ce nom de connexion. Il y a : " + ", ".join(a.sign_in for a in accounts.all()))
        if len(password) < 8:
            fail("Huit caractères au moins.")
        accounts.set_password(account.id, password)
    click.echo(f"C’est fait. {account.name} doit se connecter de nouveau, partout.")
