"""Rows become reservations, notes, disqualifications and corrections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from minutes.domain.disqualifications import Disqualification as DisqualificationRecord
from minutes.domain.notes import Note as NoteRecord
from minutes.domain.persons import Person as Named
from minutes.domain.reservations import Reservation as ReservationRecord
from minutes.store import tables as t
from minutes.store.rows import Grouped, grouped, ids, person_of


def people_of(rows: Sequence[Any]) -> tuple[Named, ...]:
    """The persons of several rows."""
    return tuple(Named(row.name, row.party) for row in rows)


@dataclass(frozen=True, slots=True)
class Dissent:
    """Who dissented, noted and stepped aside in several items, by item."""

    reserved: Grouped[t.Reservation]
    noted: Grouped[t.Note]
    authors: Grouped[t.NoteAuthor]
    disqualified: Grouped[t.Disqualification]
    aside: Grouped[t.StandAside]

    def reservations(self, item: int) -> tuple[ReservationRecord, ...]:
        """The reservations of an item."""
        return tuple(
            ReservationRecord(r.name, r.party, r.point, r.in_favour_of, r.motivation)
            for r in self.reserved[item]
        )

    def notes(self, item: int) -> tuple[NoteRecord, ...]:
        """The notes of an item."""
        return tuple(
            NoteRecord(n.heading, people_of(self.authors[n.id]), n.group_party, n.text, n.kind)
            for n in self.noted[item]
        )

    def disqualifications(self, item: int) -> tuple[DisqualificationRecord, ...]:
        """Who was disqualified in an item."""
        return tuple(
            DisqualificationRecord(
                d.name,
                d.party,
                d.ground,
                person_of(d, "replaced_by_"),
                person_of(d, "chaired_by_"),
            )
            for d in self.disqualified[item]
        )

    def stands_aside(self, item: int) -> tuple[Named, ...]:
        """Who did not take part in deciding an item."""
        return people_of(self.aside[item])


def dissent_in(session: Session, items: Sequence[int]) -> Dissent:
    """Who dissented, noted and stepped aside in those items."""

    def of_item(table: Any) -> Any:
        return grouped(session, table, "item_id", items)

    notes = of_item(t.Note)
    return Dissent(
        of_item(t.Reservation),
        notes,
        grouped(session, t.NoteAuthor, "note_id", ids(notes)),
        of_item(t.Disqualification),
        of_item(t.StandAside),
    )
