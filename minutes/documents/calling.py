"""The summons of a meeting as the register holds it now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import Session, col, select

from minutes.actions.enclosures import path_of
from minutes.documents.edition import pictures_of
from minutes.documents.enclosing import Enclosed
from minutes.documents.summons import AgendaPoint, Summons, summons_file
from minutes.domain import record
from minutes.domain.attendance import Role
from minutes.domain.persons import Person
from minutes.domain.sections import Section
from minutes.domain.wording.items import PAPERS
from minutes.store import tables as t
from minutes.store.agendas import items_on, numbers_of
from minutes.store.item_records import items_of
from minutes.store.queries.members import Seat, members_on

_PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Sending:
    """What a summons tells that the register does not hold: the day, by whom, and what they add.

    `message` is Markdown.
    """

    issued_on: date
    secretary: str = ""
    message: str = ""


def _enclosed(session: Session, items: Sequence[int], exports: Path) -> dict[int, list[Enclosed]]:
    """The PDFs of each item: its annexes, then the papers that it rests on."""
    rows = session.exec(
        select(t.Annex, t.Document)
        .join(t.Document, col(t.Document.id) == t.Annex.document_id)
        .where(col(t.Annex.item_id).in_(items), t.Document.media_type == _PDF)
        .order_by(col(t.Annex.kind), col(t.Annex.position))
    ).all()
    found: dict[int, list[Enclosed]] = {}
    for annex, document in rows:
        one = Enclosed(annex.title, path_of(exports, document.sha256))
        found.setdefault(annex.item_id, []).append(one)
    return found


def _told(session: Session, meeting: t.Meeting) -> list[tuple[t.Item, record.Item]]:
    """The items on the agenda, each with its record: of a secret one no word is sent."""
    rows = items_on(session, meeting)
    records = items_of(session, rows, numbers_of(session, meeting, rows))
    return list(zip(rows, map(record.published_item, records), strict=True))


def _points(
    session: Session, items: Sequence[tuple[t.Item, record.Item]], exports: Path
) -> tuple[AgendaPoint, ...]:
    enclosed = _enclosed(session, [row.id for row, _ in items if not row.secrecy], exports)
    return tuple(
        AgendaPoint(
            number,
            told.title,
            told.dnr,
            "" if row.secrecy else row.presenter or "",
            _papers(told),
            tuple(enclosed.get(row.id, ())),
        )
        for number, (row, told) in enumerate(items, 1)
    )


def _papers(item: record.Item) -> tuple[Section, ...]:
    return tuple(s for s in item.sections if s.kind in PAPERS and s.text.strip())


def _named(seats: Sequence[Seat], *, substitutes: bool) -> tuple[Person, ...]:
    chosen = [s for s in seats if (s.role is Role.SUBSTITUTE) is substitutes]
    return tuple(Person(s.name, s.party) for s in chosen)


def summons_of(
    session: Session, meeting: t.Meeting, points: tuple[AgendaPoint, ...], sending: Sending
) -> Summons:
    """The summons to a meeting with these points."""
    body = session.get_one(t.Body, meeting.body_id)
    seats = members_on(session, body, meeting.held_on)
    members = _named(seats, substitutes=False)
    return Summons(
        organisation=session.get_one(t.Organisation, body.organisation_id).name,
        body=body.name,
        held_on=meeting.held_on,
        issued_on=sending.issued_on,
        begins_at=meeting.begins_at or "",
        place=meeting.place or "",
        chair=members[0] if seats and seats[0].role is Role.CHAIR else None,
        secretary=sending.secretary,
        members=members,
        substitutes=_named(seats, substitutes=True),
        message=sending.message,
        points=points,
    )


def summons_pdf(session: Session, meeting: t.Meeting, exports: Path, sending: Sending) -> Path:
    """The summons as PDF, printed where it was not printed before. Raises BadDocument."""
    items = _told(session, meeting)
    summons = summons_of(session, meeting, _points(session, items, exports), sending)
    return summons_file(summons, exports, pictures_of([told for _, told in items], exports))
