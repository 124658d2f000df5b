"""Commands on accounts: the first administrator's way in, and the way back for who lost theirs."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import click

from minutes.cli.console import act, give_up, only_body, register, say
from minutes.cli.swedish import Command, Group
from minutes.domain.access import Duty

if TYPE_CHECKING:
    from sqlmodel import Session

    from minutes.store.tables import Account, Body

DUTIES = click.Choice([duty.value for duty in Duty])


def _account(session: Session, email: str) -> Account:
    from minutes.actions.accounts import find_account

    account = find_account(session, email)
    if account is None:
        give_up(f"Det finns inget konto för {email}. Gör ett med: minutes user add")
    return account


def _body(session: Session, name: str | None) -> Body | None:
    return only_body(session, name) if name else None


def _password(given: str | None) -> str:
    """The password from the keyboard or a pipe; one of our making where none is given."""
    return given or secrets.token_urlsafe(15)


@click.group(cls=Group)
def user() -> None:
    """Konton: gör nya, ge behörighet, nollställ."""


@user.command(cls=Command)
@click.argument("email", metavar="E-POST")
@click.option("--name", default="", metavar="NAMN", help="Namnet som visas.")
@click.option("--role", "duty", type=DUTIES, help="Behörighet att ge genast.")
@click.option("--body", metavar="ORGAN", help="Organet som behörigheten gäller; annars alla.")
@click.password_option(prompt=False, confirmation_prompt=False, help="Lösenord; annars görs ett.")
def add(email: str, name: str, duty: str | None, body: str | None, password: str | None) -> None:
    """Gör ett konto och skriv ut dess lösenord."""
    from minutes.actions.accounts import entrust, open_account
    from minutes.domain.errors import RuleBroken
    from minutes.store.session import writing

    secret = _password(password)
    with register():
        session = writing()
        try:
            account = open_account(session, act(), email=email, name=name, password=secret)
        except RuleBroken as error:
            give_up(error)
        if duty:
            entrust(session, act(), account, Duty(duty), _body(session, body))
        address = account.email
        session.commit()
    say(f"Kontot {address} är gjort.")
    if not password:
        say(f"Lösenord: {secret}")


@user.command(cls=Command)
@click.argument("email", metavar="E-POST")
@click.argument("duty", metavar="BEHÖRIGHET", type=DUTIES)
@click.option("--body", metavar="ORGAN", help="Organet som behörigheten gäller; annars alla.")
@click.option("--remove", is_flag=True, help="Ta tillbaka behörigheten.")
def role(email: str, duty: str, body: str | None, *, remove: bool) -> None:
    """Ge ett konto behörighet, eller ta tillbaka den."""
    from minutes.actions.accounts import entrust, relieve
    from minutes.store.session import writing

    with register():
        session = writing()
        account, place = _account(session, email), _body(session, body)
        if remove:
            held = [
                r for r in account.roles if r.duty == duty and r.body_id == (place and place.id)
            ]
            if not held:
                give_up(f"{account.email} har inte den behörigheten.")
            relieve(session, act(), held[0], account)
        else:
            entrust(session, act(), account, Duty(duty), place)
        session.commit()
    say("Behörigheten är borttagen." if remove else "Behörigheten är given.")


@user.command(cls=Command)
@click.argument("email", metavar="E-POST")
@click.password_option(prompt=False, confirmation_prompt=False, help="Lösenord; annars görs ett.")
def reset(email: str, password: str | None) -> None:
    """Ge ett konto nytt lösenord; det andra steget ställs in på nytt."""
    from minutes.actions.accounts import reset_account
    from minutes.domain.errors import RuleBroken
    from minutes.store.session import writing

    secret = _password(password)
    with register():
        session = writing()
        try:
            reset_account(session, act(), _account(session, email), secret)
        except RuleBroken as error:
            give_up(error)
        session.commit()
    say(f"Nytt lösenord: {secret}" if not password else "Lösenordet är bytt.")
