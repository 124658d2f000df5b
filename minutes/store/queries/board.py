"""The notice board: what stands on it, and what stood there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from minutes.domain.attendance import Interval
from minutes.domain.editions import EditionScope
from minutes.domain.notices import Notice, NoticeState, is_late, state_on
from minutes.domain.spans import spans_of
from minutes.domain.wording.attendance import interval_text
from minutes.store import tables as t
from minutes.store.announced import notice_in
from minutes.store.queries.board_facts import Behind, behind
from minutes.store.queries.paging import Paging, paged_of_all

PAGE = 25
"""How many past notices a page shows."""
FEED = 50
"""How many notices the feed tells of."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A delegated decision as its notice tells it."""

    delegate: str
    what: str
    decided_on: date | None
    dnr: str | None
    ground: str | None


@dataclass(frozen=True, slots=True)
class BoardNotice:
    """A notice with what it announces: minutes, some §§ of them, or a delegated decision.

    `scope` is None for a delegated decision. `secrets` are the grounds of §§ that are secret, by
    number: of them nothing else is told.
    """

    key: int
    notice: Notice
    state: NoticeState
    body: str
    slug: str
    organisation: str
    held_on: date | None
    adjusted_on: date | None
    scope: EditionScope | None
    numbers: tuple[int, ...]
    decided: Decided | None
    is_late: bool
    proof: int | None
    posted_at: datetime
    changed_at: datetime

    @property
    def span(self) -> str:
        """The §§ as "§§ 12–14 och 16"."""
        runs = spans_of([Interval(n, n) for n in self.numbers]) if self.numbers else ()
        return interval_text([Interval(first, last) for first, last in runs])


def _decided(row: t.DelegatedDecision | None) -> Decided | None:
    if row is None:
        return None
    return Decided(row.delegate, row.what, row.decided_on, row.dnr, row.ground)


def _entry(row: t.Notice, known: Behind, today: date) -> BoardNotice:
    notice, told = notice_in(row), known.told(row)
    body, slug, organisation = known.bodies[told.body_id]
    return BoardNotice(
        row.id,
        notice,
        state_on(notice, today),
        body,
        slug,
        organisation,
        told.held_on,
        told.adjusted_on,
        told.scope,
        known.announced(row),
        _decided(told.decision),
        is_late(notice.posted_on, told.adjusted_on) and not known.is_again(row),
        row.proof_id,
        *known.moments[row.id],
    )


def _entries(session: Session, rows: Iterable[t.Notice], today: date) -> tuple[BoardNotice, ...]:
    found = list(rows)
    known = behind(session, found)
    return tuple(_entry(row, known, today) for row in found)


def _stands(today: date) -> ColumnElement[bool]:
    """What `state_on` calls posted."""
    last = func.coalesce(col(t.Notice.removed_on), col(t.Notice.taken_down_on))
    return col(t.Notice.interrupted_on).is_(None) & (last > today)


_LATEST = (col(t.Notice.posted_on).desc(), col(t.Notice.id).desc())


def posted_notices(session: Session, today: date) -> tuple[BoardNotice, ...]:
    """What stands on the board, the latest first."""
    rows = session.exec(select(t.Notice).where(_stands(today)).order_by(*_LATEST))
    return _entries(session, rows, today)


@dataclass(frozen=True, slots=True)
class PastNotices:
    """A page of what stood on the board, the latest first."""

    notices: tuple[BoardNotice, ...]
    paging: Paging


def past_notices(session: Session, today: date, page: int) -> PastNotices:
    """What stood on the board."""
    asked = select(t.Notice).where(~_stands(today)).order_by(*_LATEST)
    paging, rows = paged_of_all(session, asked, page, ("past", today), PAGE)
    return PastNotices(_entries(session, rows, today), paging)


def latest_notices(session: Session, today: date) -> tuple[BoardNotice, ...]:
    """The notices that a feed tells of, whether they stand or stood."""
    rows = session.exec(select(t.Notice).order_by(*_LATEST).limit(FEED))
    return _entries(session, rows, today)


def notices_where(session: Session, today: date, *conditions: Any) -> tuple[BoardNotice, ...]:
    """The notices that meet the conditions, the first first."""
    rows = session.exec(select(t.Notice).where(*conditions).order_by(col(t.Notice.id)))
    return _entries(session, rows, today)
