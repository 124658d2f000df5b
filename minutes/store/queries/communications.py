"""Communications to look up: who wrote about what, and in which § it was reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from minutes.domain.agenda import StandingKind
from minutes.domain.communications import TITLE
from minutes.store import tables as t
from minutes.store.queries.addresses import Address, address_of
from minutes.store.queries.paging import Paging, paged
from minutes.store.queries.reported import (
    ReportedChoices,
    ReportedSearch,
    Told,
    items_reporting,
    matters_numbered,
    narrowed,
    reported_choices,
)


@dataclass(frozen=True, slots=True)
class CommunicationEntry:
    """A communication with the § that reports it; `matter` is the address of its case."""

    sender: str
    subject: str
    received_on: date | None
    dnr: str | None
    matter: str | None
    reported_in: Address


@dataclass(frozen=True, slots=True)
class CommunicationList:
    """The communications that were looked for, those that came last first."""

    search: ReportedSearch
    paging: Paging
    communications: tuple[CommunicationEntry, ...]


_ROW = t.Communication
_TOLD = Told(_ROW.sender, _ROW.received_on, (_ROW.sender, _ROW.subject, _ROW.dnr))


def _query() -> Any:
    return (
        select(t.Communication, t.Item, t.Body, t.Meeting)
        .join(t.Item, col(t.Item.id) == t.Communication.item_id)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
    )


def _entries(session: Session, rows: Sequence[Any]) -> tuple[CommunicationEntry, ...]:
    matters = matters_numbered(session, (row.dnr for row, *_ in rows))
    return tuple(
        CommunicationEntry(
            row.sender,
            row.subject,
            row.received_on,
            row.dnr,
            matters.get(row.dnr),
            address_of(item, body, meeting.held_on),
        )
        for row, item, body, meeting in rows
    )


def communication_list(
    session: Session, search: ReportedSearch, page: int = 1
) -> CommunicationList:
    """A page of the communications that meet the search."""
    paging, rows = paged(session, narrowed(_query(), _TOLD, search), page)
    return CommunicationList(search, paging, _entries(session, rows))


def all_communications(session: Session, search: ReportedSearch) -> tuple[CommunicationEntry, ...]:
    """All communications that meet the search; the number of queries does not grow."""
    return _entries(session, session.exec(narrowed(_query(), _TOLD, search)).all())


def communication_choices(session: Session) -> ReportedChoices:
    """What communications can be narrowed by."""
    return reported_choices(session, _query(), _TOLD)


def communicating_items(session: Session, body: t.Body) -> Sequence[t.Item]:
    """The §§ in which communications are reported to a body, the latest first."""
    return items_reporting(session, body, StandingKind.COMMUNICATIONS, TITLE)


def communicated_to(
    session: Session, body: t.Body, page: int
) -> tuple[Paging, Sequence[tuple[t.Communication, t.Item]]]:
    """A page of the communications to a body with the §§ that report them, the latest first."""
    found = (
        select(t.Communication, t.Item)
        .join(t.Item, col(t.Item.id) == t.Communication.item_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .where(t.Item.body_id == body.id)
        .order_by(col(t.Meeting.held_on).desc(), col(t.Communication.id))
    )
    return paged(session, found, page)
