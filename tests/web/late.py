"""Somebody whose session has ended, and what they sent after that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from minutes.actions.accounts import entrust, open_account
from minutes.actions.history import Act
from minutes.domain.access import Duty
from minutes.store.session import db
from tests.databases import Register, migrated_register, opened
from tests.web.pages import Visitor

VERA, NILS, PASSWORD = "vera@exempel.se", "nils@exempel.se", "en lång rad med ord"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ACT = Act("provet", NOON)
WORDS = 'Ordföranden yrkar <bifall> till "förslaget".\r\nEn rad till.'
FORM = "/konto/utloggning"
"""A form that only those send who have signed in; any would do."""


@contextmanager
def at_noon(kind: str, run: Path, folder: Path) -> Iterator[Register]:
    """A register with two accounts, at noon."""
    with migrated_register(kind, run, folder) as made:
        with opened(made):
            for email in (VERA, NILS):
                account = open_account(
                    db.session, ACT, email=email, name=email.title(), password=PASSWORD
                )
                entrust(db.session, ACT, account, Duty.SECRETARY)
            db.session.commit()
        at(made, timedelta())
        yield made


def at(register: Register, later: timedelta) -> None:
    register.app.config["CLOCK"] = lambda: NOON + later


def token(visitor: Visitor) -> str:
    return str(visitor.data("/konto/inloggning.json")["csrf_token"])


def status(visitor: Visitor, address: str = "/konto") -> int:
    return visitor.client.get(address).status_code


def sign_in_again(visitor: Visitor, email: str = VERA) -> None:
    """As the library does after password and code, in the same browser."""
    other = Visitor(visitor.app, email)
    with other.client.session_transaction() as made, visitor.client.session_transaction() as kept:
        kept.update(made)


def late(register: Register) -> Visitor:
    """Vera, who has sent her words after her session had ended."""
    visitor = Visitor(register.app, VERA)
    assert status(visitor) == 200
    at(register, timedelta(hours=3))
    answer = visitor.post(FORM, text=WORDS, number="7", password="hemligt", csrf_token="old")
    assert answer.status_code == 401
    assert "hemligt" not in answer.text
    return visitor
