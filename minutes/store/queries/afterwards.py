"""What came after a meeting: its notices, and where its §§ stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from minutes.domain.attendance import Interval
from minutes.domain.legal_force import LegalForce
from minutes.domain.spans import spans_of
from minutes.domain.wording.attendance import interval_text
from minutes.store import tables as t
from minutes.store.queries.board import BoardNotice, notices_where
from minutes.store.queries.legal_forces import ItemForce, forces_of
from minutes.store.records import is_adjusted


@dataclass(frozen=True, slots=True)
class Standing:
    """§§ that stand alike, as "§§ 12–14 och 16"."""

    span: str
    force: LegalForce


@dataclass(frozen=True, slots=True)
class Afterwards:
    """The notices of a meeting, its §§ by where they stand, and those appealed against."""

    notices: tuple[BoardNotice, ...] = ()
    standing: tuple[Standing, ...] = ()
    appealed: tuple[ItemForce, ...] = ()


def _span(numbers: Iterable[int]) -> str:
    runs = spans_of([Interval(n, n) for n in numbers])
    return interval_text([Interval(first, last) for first, last in runs])


def _standing(forces: Iterable[ItemForce]) -> tuple[Standing, ...]:
    alike: dict[LegalForce, list[int]] = {}
    for one in forces:
        alike.setdefault(one.force, []).append(one.number)
    return tuple(Standing(_span(numbers), force) for force, numbers in alike.items())


def afterwards(session: Session, meeting: t.Meeting, today: date) -> Afterwards:
    """What came after the meeting, as far as it has come."""
    notices = notices_where(session, today, t.Notice.meeting_id == meeting.id)
    if not is_adjusted(session, meeting):
        return Afterwards(notices)
    items = session.exec(
        select(t.Item)
        .where(t.Item.meeting_id == meeting.id, col(t.Item.number).is_not(None))
        .order_by(col(t.Item.number))
    ).all()
    forces = forces_of(session, items, today)
    return Afterwards(notices, _standing(forces), tuple(one for one in forces if one.appeals))
