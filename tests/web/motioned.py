"""A § at which motions are answered, and what it answers."""

from __future__ import annotations

from sqlmodel import select

from minutes.actions.history import Act
from minutes.actions.motions import raise_motion
from minutes.domain.motions import MotionAnswer, Raised
from minutes.store.motions import answer_at, matters_at
from minutes.store.session import session, writing
from minutes.store.tables import Item, Motion, Organisation
from tests.databases import opened
from tests.web.conftest import NOW
from tests.web.desk import Desk
from tests.web.pages import text

BOARD = "/arbete/regionstyrelsen/2026-10-28"
A, R, B = "approved", "rejected", "answered"
CLAUSES = ("bussarna ska bli fler.", "bussarna ska bli gröna.")
ACT = Act("Elin Hagströmer", NOW)


def go_to(desk: Desk, number: int = 88) -> Desk:
    """A § of the board's draft, about no motion."""
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, number)}")
    return desk


def raise_in(desk: Desk) -> Desk:
    """The secretary at a § whose matter is about motion 7-2026, with two clauses."""
    with opened(desk.register):
        writing()
        organisation = session().get_one(Organisation, 1)
        item = session().get_one(Item, desk.item_of("regionstyrelsen", 2026, 88))
        motion = Raised("7-2026", "Motion om bussar", clauses=CLAUSES)
        matter = matters_at(session(), item)[0]
        raise_motion(session(), ACT, organisation, motion, matter=matter)
        session().commit()
    return go_to(desk)


def rows(*claims: str) -> dict[str, str]:
    """The outcome of each clause as the form sends it."""
    return {f"each-{n}": one for n, one in enumerate(claims)}


def answered(desk: Desk, number: int = 88) -> MotionAnswer:
    """What a § answers."""
    with opened(desk.register):
        item = session().get_one(Item, desk.item_of("regionstyrelsen", 2026, number))
        return answer_at(session(), item)


def motions(desk: Desk, number: str) -> int:
    """How many motions of that number there are."""
    with opened(desk.register):
        return len(session().exec(select(Motion).where(Motion.number == number)).all())


def panel(desk: Desk) -> str:
    """The words of the panel."""
    return next(text(e) for e in desk.page.all("details") if e.get("id") == "panel-motion")
