"""A register that can write to followers, and what they do there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlmodel import delete, select

from minutes.actions.history import Act
from minutes.settings import Mail, read_settings
from minutes.store.session import session, writing
from minutes.store.tables import Follow, Follower, FollowNews, Letter
from minutes.web.following.digests import write_digests
from tests.databases import Register, opened
from tests.web.desk import Desk

MATTER, PERSON, SEARCH = "0233-2025", "marie-sandelius", "q=hälsocentral&visa=reservationer"
BEGUN = datetime(2025, 9, 1, 8, tzinfo=UTC)
BEFORE, AFTER, LATER = date(2025, 9, 2), date(2025, 11, 20), date(2025, 12, 30)
EMAIL = "kim@exempel.se"
_MAIL = {
    "MINUTES_SMTP_HOST": "127.0.0.1",
    "MINUTES_SMTP_FROM": "protokoll@region.example",
    "MINUTES_ADDRESS": "https://protokoll.example",
}


def let_send(register: Register, mail: Mail | None = None) -> None:
    """Let letters be sent from a register in which nobody follows anything, on a day in 2025."""
    settings = replace(register.settings, mail=mail or read_settings(_MAIL).mail)
    register.app.config.update(MINUTES=settings, CLOCK=lambda: BEGUN)
    with opened(register):
        own = writing()
        for table in (FollowNews, Follow, Follower):
            own.execute(delete(table))
        session().commit()


def digests(register: Register, day: date) -> int:
    """How many letters of what is new are written on a day."""
    with opened(register):
        act = Act("utskick", datetime(day.year, day.month, day.day, 6, tzinfo=UTC))
        written = write_digests(writing(), act, day)
        session().commit()
        return written


def rows(register: Register, table: Any) -> list[Any]:
    """The rows of a table."""
    with opened(register):
        return [one.model_dump() for one in session().exec(select(table).order_by(table.id))]


def letters(register: Register) -> list[dict[str, Any]]:
    """The letters to followers that wait."""
    return [one for one in rows(register, Letter) if one["follower_id"]]


def ask(desk: Desk, email: str = EMAIL, about: str = f"arende={MATTER}", expect: int = 200) -> None:
    """Ask for letters at an address."""
    desk.open(f"/bevakningar/e-post?{about}")
    desk.send("fraga", epost=email, rytm="each", expect=expect)


def confirmed(desk: Desk, about: str = f"arende={MATTER}") -> str:
    """Follow with an address; the secret of its pages."""
    ask(desk, about=about)
    desk.open(f"/bevakningar/bekraftelse/{rows(desk.register, Follow)[-1]['token']}")
    desk.send("bekrafta")
    secret: str = rows(desk.register, Follower)[-1]["secret"]
    return secret
