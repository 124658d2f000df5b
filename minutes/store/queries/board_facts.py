"""What stands behind notices: bodies, days and §§, asked for by column.

A notice is public from the moment that it is posted, also that of a § that was adjusted at once
while the rest of the minutes is a draft. `store/visibility.py` leaves columns alone; titles and
texts are not among those asked for here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.domain.editions import EditionScope
from minutes.store import tables as t


def _columns(of: Any) -> Any:
    return of.__table__.c


def _bodies(session: Session) -> Mapping[int, tuple[str, str, str]]:
    """Name, address and organisation of each body."""
    rows = session.exec(
        select(t.Body.id, t.Body.name, t.Body.slug, t.Organisation.name).join(t.Organisation)
    )
    return {key: (name, slug, organisation) for key, name, slug, organisation in rows}


def _meetings(session: Session, keys: set[int | None]) -> Mapping[int, Any]:
    """Body, day and day of adjustment of each meeting."""
    meeting, adjustment = _columns(t.Meeting), _columns(t.Adjustment)
    asked = (
        select(meeting.id, meeting.body_id, meeting.held_on, adjustment.adjusted_on)
        .select_from(t.Meeting.__table__.outerjoin(t.Adjustment.__table__))  # type: ignore[attr-defined]  # every table class has its table
        .where(meeting.id.in_(keys))
    )
    return {row.id: row for row in session.connection().execute(asked)}


def _editions(session: Session, meetings: set[int | None]) -> Mapping[int, Any]:
    """Meeting, scope and day of the editions that were adjusted by themselves."""
    edition, adjusted = _columns(t.Edition), _columns(t.ImmediateAdjustment)
    asked = select(edition.id, edition.meeting_id, edition.scope, adjusted.adjusted_on).where(
        edition.id == adjusted.edition_id, edition.meeting_id.in_(meetings)
    )
    return {row.id: row for row in session.connection().execute(asked)}


def _parts(session: Session, editions: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The §§ of each edition, by number."""
    held, item = _columns(t.EditionItem), _columns(t.Item)
    asked = (
        select(held.edition_id, item.number)
        .where(held.item_id == item.id, held.edition_id.in_(editions))
        .order_by(item.number)
    )
    found: dict[int, tuple[int, ...]] = {}
    for row in session.connection().execute(asked):
        found[row.edition_id] = (*found.get(row.edition_id, ()), row.number)
    return found


def _numbers(session: Session, meetings: set[int | None]) -> dict[int, tuple[int, ...]]:
    """All §§ of each meeting, by number."""
    item = _columns(t.Item)
    asked = select(item.meeting_id, item.number).where(
        item.meeting_id.in_(meetings), item.number.is_not(None)
    )
    found: dict[int, tuple[int, ...]] = {}
    for row in session.connection().execute(asked.order_by(item.number)):
        found[row.meeting_id] = (*found.get(row.meeting_id, ()), row.number)
    return found


def _of(row: t.Notice) -> tuple[int | None, int | None, int | None]:
    """What a notice is of."""
    return row.meeting_id, row.edition_id, row.delegated_decision_id


def _interrupted(session: Session) -> frozenset[tuple[int | None, int | None, int | None]]:
    """What was announced by a notice whose time was interrupted: seldom anything."""
    rows = session.exec(select(t.Notice).where(col(t.Notice.interrupted_on).is_not(None)))
    return frozenset(map(_of, rows))


def _moments(session: Session, keys: Sequence[int]) -> Mapping[int, tuple[datetime, datetime]]:
    """When each notice was posted, and when something was last entered about it."""
    of_notices = (col(t.History.subject) == "notice") & col(t.History.subject_id).in_(keys)
    at = col(t.History.at)
    asked = select(t.History.subject_id, func.min(at), func.max(at)).where(of_notices)
    rows = session.exec(asked.group_by(col(t.History.subject_id)))
    return {key: (first, last) for key, first, last in rows}


@dataclass(frozen=True, slots=True)
class Told:
    """Body, day and scope of the minutes that a notice is of, or the delegated decision."""

    body_id: int
    held_on: date | None = None
    adjusted_on: date | None = None
    scope: EditionScope | None = None
    decision: t.DelegatedDecision | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind several notices, by key."""

    bodies: Mapping[int, tuple[str, str, str]]
    meetings: Mapping[int, Any]
    editions: Mapping[int, Any]
    numbers: Mapping[int, tuple[int, ...]]
    parts: Mapping[int, tuple[int, ...]]
    decisions: Mapping[int, t.DelegatedDecision]
    moments: Mapping[int, tuple[datetime, datetime]]
    interrupted: frozenset[tuple[int | None, int | None, int | None]]

    def told(self, row: t.Notice) -> Told:
        """What a notice is about."""
        decision = self.decisions.get(row.delegated_decision_id or 0)
        if decision is not None:
            return Told(decision.body_id, decision=decision)
        meeting, edition = (
            self.meetings[row.meeting_id or 0],
            self.editions.get(row.edition_id or 0),
        )
        return Told(
            meeting.body_id,
            meeting.held_on,
            edition.adjusted_on if edition else meeting.adjusted_on,
            edition.scope if edition else EditionScope.WHOLE,
        )

    def is_again(self, row: t.Notice) -> bool:
        """Whether a notice was posted because the time of an earlier one was interrupted."""
        return row.interrupted_on is None and _of(row) in self.interrupted

    def announced(self, row: t.Notice) -> tuple[int, ...]:
        """The §§ that a notice is of: those announced by themselves are not among the whole's."""
        if row.edition_id is not None:
            return self.parts.get(row.edition_id, ())
        apart = {
            number
            for key, edition in self.editions.items()
            if edition.meeting_id == row.meeting_id
            for number in self.parts.get(key, ())
        }
        return tuple(n for n in self.numbers.get(row.meeting_id or 0, ()) if n not in apart)


def behind(session: Session, rows: Sequence[t.Notice]) -> Behind:
    """What stands behind the notices."""
    meetings = {row.meeting_id for row in rows}
    decided = {row.delegated_decision_id for row in rows} - {None}
    editions = _editions(session, meetings)
    decisions = session.exec(
        select(t.DelegatedDecision).where(col(t.DelegatedDecision.id).in_(decided))
    )
    return Behind(
        _bodies(session),
        _meetings(session, meetings),
        editions,
        _numbers(session, meetings),
        _parts(session, list(editions)),
        {row.id: row for row in decisions},
        _moments(session, [row.id for row in rows]),
        _interrupted(session),
    )
