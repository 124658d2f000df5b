"""Reservations and notes are mended."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, select

from minutes.actions.columns import People, Present, person_in, taken
from minutes.actions.dissent import require_may_reserve
from minutes.actions.history import Act
from minutes.actions.revisions import replace_parts, revise
from minutes.domain import notes, reservations
from minutes.domain.errors import Phrase
from minutes.domain.texts import require_readable
from minutes.store.tables import Note, NoteAuthor, Reservation


def revise_reservation(
    session: Session,
    act: Act,
    row: Reservation,
    told: reservations.Reservation,
    *,
    present: Present,
    seen: int | None = None,
) -> Reservation:
    """Mend a reservation; its reason was received when it first came.

    Raises RuleBroken where the person did not take part, and Outdated.
    """
    require_readable(told.motivation, Phrase("Motiveringen"))
    if row.name != told.name or row.party != told.party:
        require_may_reserve(told, present)
    columns: dict[str, Any] = {
        **person_in(present.people, told.person),
        **taken(told, "point in_favour_of motivation"),
    }
    if told.motivation and row.received_at is None:
        columns["received_at"] = act.at
    revise(session, act, row, columns, seen=seen)
    return row


def revise_note(
    session: Session,
    act: Act,
    row: Note,
    told: notes.Note,
    *,
    people: People,
    seen: int | None = None,
) -> Note:
    """Mend a note. Raises RuleBroken for a text that cannot be printed, and Outdated."""
    notes.require_note(told)
    columns = {"group_party": told.group, **taken(told, "kind heading text")}
    old = session.exec(select(NoteAuthor).where(NoteAuthor.note_id == row.id)).all()
    new = [
        NoteAuthor(note_id=row.id, position=n, **person_in(people, p))
        for n, p in enumerate(told.by)
    ]
    if [(a.name, a.party) for a in old] == [(a.name, a.party) for a in new]:
        revise(session, act, row, columns, seen=seen)
        return row
    revise(session, act, row, columns, seen=seen, parts=[a.name for a in new])
    replace_parts(session, old, new)
    return row
