"""Reservations and notes as open data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from minutes.domain.notes import NoteKind
from minutes.store import tables as t
from minutes.store.open_data.actors import Actor, actor, is_by, slugs_in
from minutes.store.open_data.kinds import Filter, Kind
from minutes.store.open_data.places import OF_ITEMS, OfItem, Party, Slug, is_at, of_items, placed
from minutes.store.rows import grouped


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation(OfItem):
    """Recorded dissent from a whole decision, or from one point of it."""

    person_id: str | None
    name: str | None
    group_id: str | None
    point: int | None
    in_favour_of: str
    motivation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(OfItem):
    """What persons or a party group wanted written down in the minutes."""

    classification: NoteKind
    heading: str
    text: str
    group_id: str | None
    creators: tuple[Actor, ...]


def _reservations(session: Session, rows: Sequence[Any]) -> list[Reservation]:
    slugs = slugs_in(session, [row[0] for row in rows])
    return [
        Reservation(
            **place,
            person_id=slugs.get(row.person_id),
            name=row.name,
            group_id=row.party,
            point=row.point,
            in_favour_of=row.in_favour_of,
            motivation=row.motivation,
        )
        for (row, *_), place in zip(rows, placed(session, rows), strict=True)
    ]


def _notes(session: Session, rows: Sequence[Any]) -> list[Note]:
    authors = grouped(session, t.NoteAuthor, "note_id", [row[0].id for row in rows])
    slugs = slugs_in(session, [author for of in authors.values() for author in of])
    return [
        Note(
            **place,
            classification=row.kind,
            heading=row.heading,
            text=row.text,
            group_id=row.group_party,
            creators=tuple(actor(author, slugs) for author in authors[row.id]),
        )
        for (row, *_), place in zip(rows, placed(session, rows), strict=True)
    ]


def _signed(by: ColumnElement[bool]) -> ColumnElement[bool]:
    return col(t.Note.id).in_(select(t.NoteAuthor.note_id).where(by))


def _of_party(_session: Session, party: str) -> ColumnElement[bool]:
    return (col(t.Note.group_party) == party) | _signed(col(t.NoteAuthor.party) == party)


RESERVATIONS = Kind(
    "reservations", Reservation, t.Reservation, of_items(t.Reservation), _reservations,
    is_at(t.Reservation.position),
    (
        *OF_ITEMS,
        Filter("person_id", Slug, lambda _, slug: is_by(t.Reservation.person_id, slug)),
        Filter("group_id", Party, lambda _, party: col(t.Reservation.party) == party),
    ),
)  # fmt: skip
NOTES = Kind(
    "notes", Note, t.Note, of_items(t.Note), _notes, is_at(t.Note.position),
    (
        *OF_ITEMS,
        Filter("classification", NoteKind, lambda _, kind: col(t.Note.kind) == kind),
        Filter("person_id", Slug, lambda _, slug: _signed(is_by(t.NoteAuthor.person_id, slug))),
        Filter("group_id", Party, _of_party),
    ),
)  # fmt: skip
