"""Delegated decisions to look up: who decided what, on which ground, and where it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from minutes.store import tables as t
from minutes.store.queries.addresses import Address, address_of
from minutes.store.queries.delegation import announcing
from minutes.store.queries.paging import Paging, paged
from minutes.store.queries.reported import (
    ReportedChoices,
    ReportedSearch,
    Told,
    matters_numbered,
    narrowed,
    reported_choices,
)


@dataclass(frozen=True, slots=True)
class DelegatedListEntry:
    """A decision with body and delegate, told in a § or by a notice (its key).

    `matter` is the address of its case. One that is told in neither waits to be reported.
    """

    body: str
    slug: str
    delegate: str
    what: str
    decided_on: date | None
    dnr: str | None
    matter: str | None
    ground: str | None
    reported_in: Address | None
    announced_on: date | None
    notice: int | None


@dataclass(frozen=True, slots=True)
class DelegatedList:
    """The decisions that were looked for, the latest first."""

    search: ReportedSearch
    paging: Paging
    decisions: tuple[DelegatedListEntry, ...]


_ROW = t.DelegatedDecision
_TOLD = Told(_ROW.delegate, _ROW.decided_on, (_ROW.delegate, _ROW.what, _ROW.dnr, _ROW.ground))


def _query() -> Any:
    told = (
        select(t.DelegatedDecision, t.Body, t.Item, t.Meeting)
        .join(t.Body, col(t.Body.id) == t.DelegatedDecision.body_id)
        .outerjoin(t.Item, col(t.Item.id) == t.DelegatedDecision.reported_in_id)
        .outerjoin(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
    )
    return told.add_columns(t.Notice).outerjoin(t.Notice, announcing())


def _entry(row: Any, matters: dict[str, str]) -> DelegatedListEntry:
    made, body, item, meeting, notice = row
    return DelegatedListEntry(
        body.name,
        body.slug,
        made.delegate,
        made.what,
        made.decided_on,
        made.dnr,
        matters.get(made.dnr),
        made.ground,
        address_of(item, body, meeting.held_on) if item and item.number else None,
        notice.posted_on if notice else None,
        notice.id if notice else None,
    )


def _entries(session: Session, rows: Sequence[Any]) -> tuple[DelegatedListEntry, ...]:
    matters = matters_numbered(session, (made.dnr for made, *_ in rows))
    return tuple(_entry(row, matters) for row in rows)


def delegated_list(session: Session, search: ReportedSearch, page: int = 1) -> DelegatedList:
    """A page of the decisions that meet the search."""
    paging, rows = paged(session, narrowed(_query(), _TOLD, search), page)
    return DelegatedList(search, paging, _entries(session, rows))


def all_delegated(session: Session, search: ReportedSearch) -> tuple[DelegatedListEntry, ...]:
    """All decisions that meet the search; the number of queries does not grow."""
    return _entries(session, session.exec(narrowed(_query(), _TOLD, search)).all())


def delegated_choices(session: Session) -> ReportedChoices:
    """What delegated decisions can be narrowed by."""
    return reported_choices(session, _query(), _TOLD)
