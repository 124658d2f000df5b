"""Those who correct adjusted minutes, each in a browser of their own."""

from __future__ import annotations

from sqlmodel import select

from minutes.demonstration.accounts import PASSWORD
from minutes.store.session import session
from minutes.store.tables import Account
from tests.databases import Register, opened
from tests.web.desk import Desk

PAGE = "/arbete/regionstyrelsen/2026-04-08/rattelser"
WORDS = {"item": "25", "old": "24,6 mnkr", "new": "24,7 mnkr", "reason": "Skrivfel i kalkylen."}
"""A correction that can be made."""
CHAIR, ADJUSTER = "ordforande@sundevik.example", "justerare@sundevik.example"


def let_adjuster_sign_in(register: Register) -> None:
    """The adjuster of the meeting is the one who signs in as such."""
    with opened(register):
        of_adjuster = select(Account).where(Account.email == ADJUSTER)
        session().exec(of_adjuster).one().name = "Louise von Bergfelt"
        session().commit()


def certify(desk: Desk, expect: int = 200, **fields: str) -> None:
    """Certify the correction that is on top of the page."""
    desk.open(PAGE)
    desk.send(desk.first_form("bestyrk-"), expect=expect, **{"proof": PASSWORD, **fields})
