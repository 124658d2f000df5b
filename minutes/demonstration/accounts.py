"""Accounts of the invented region, one for each duty; their password is known to everybody."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, select

from minutes.actions.accounts import entrust, open_account
from minutes.actions.history import Act
from minutes.demonstration.follows import begin_to_follow
from minutes.domain.access import Duty
from minutes.store.tables import Body

OTHER = "Regionala utvecklingsnämnden"
"""The body that has minutes with its adjusters."""
PASSWORD = "prova paragraf i lugn och ro"  # noqa: S105  # of invented persons, and printed


@dataclass(frozen=True, slots=True)
class AccountOf:
    """Somebody who signs in to the demonstration, with a duty in a body or in all."""

    email: str
    name: str
    duty: Duty
    body: str | None = None


ACCOUNTS = (
    AccountOf("sekreterare@sundevik.example", "Elin Hagströmer", Duty.SECRETARY, "Regionstyrelsen"),
    AccountOf("ordforande@sundevik.example", "Marie Sandelius", Duty.CHAIR, "Regionstyrelsen"),
    AccountOf("namndens.sekreterare@sundevik.example", "Viktor Lidholm", Duty.SECRETARY, OTHER),
    AccountOf("namndens.ordforande@sundevik.example", "Leif Oskarsson", Duty.CHAIR, OTHER),
    AccountOf("namndens.justerare@sundevik.example", "Göran Sixtensson", Duty.ADJUSTER, OTHER),
    AccountOf("justerare@sundevik.example", "Henrik Tornéus", Duty.ADJUSTER, "Regionstyrelsen"),
    AccountOf("ledamot@sundevik.example", "Ledamoten", Duty.MEMBER, "Regionstyrelsen"),
    AccountOf("kansliet@sundevik.example", "Direktörens kansli", Duty.DIRECTORS_OFFICE),
    AccountOf("registrator@sundevik.example", "Registratorn", Duty.REGISTRAR),
    AccountOf("arkivarie@sundevik.example", "Arkivarien", Duty.ARCHIVIST),
    AccountOf("administrator@sundevik.example", "Administratören", Duty.ADMINISTRATOR),
)


def open_accounts(session: Session, act: Act) -> None:
    """Open them all, and let some of them follow what they read of."""
    bodies = {body.name: body for body in session.exec(select(Body)).all()}
    for one in ACCOUNTS:
        account = open_account(session, act, email=one.email, name=one.name, password=PASSWORD)
        entrust(session, act, account, one.duty, bodies[one.body] if one.body else None)
    begin_to_follow(session)


def sentences() -> list[str]:
    """Who there is to sign in as, for the one at the keyboard."""
    wide = max(len(one.email) for one in ACCOUNTS)
    rows = [f"  {one.email:<{wide}}  {one.name}" for one in ACCOUNTS]
    return [f"Konton att prova med (lösenord: {PASSWORD}):", *rows]
