"""Waiting items get other numbers when one is closed or moved; who steps aside in one follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from sqlmodel import Session

from minutes.actions.attendance_rows import keep_roster
from minutes.domain import leading
from minutes.domain.errors import RuleBroken
from minutes.domain.seats import settled
from minutes.store.agendas import items_on, numbers_of
from minutes.store.dissent_records import dissent_in
from minutes.store.rosters import roster_of
from minutes.store.tables import Meeting


def _again(session: Session, meeting: Meeting, before: Mapping[int, int]) -> None:
    """Let those who stepped aside do it in the § that has got another number."""
    now = numbers_of(session, meeting, items_on(session, meeting))
    moved = [key for key in {*before, *now} if before.get(key) != now.get(key)]
    told = dissent_in(session, moved)
    aside = [(key, one) for key in moved for one in told.disqualifications(key)]
    if not aside:
        return
    roster = roster_of(session, meeting)
    for key, one in aside:
        roster = leading.steps_back(roster, before[key], one) if key in before else roster
    for key, one in aside:
        with suppress(RuleBroken):
            roster = leading.steps_aside(roster, now[key], one)[0] if key in now else roster
    keep_roster(session, meeting, settled(roster))


@contextmanager
def followed_by_those_aside(session: Session, meeting: Meeting) -> Iterator[None]:
    """What is done inside may give waiting items other numbers; who stepped aside follows."""
    before = numbers_of(session, meeting, items_on(session, meeting))
    yield
    session.flush()
    _again(session, meeting, before)
