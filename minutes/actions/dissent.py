"""Reservations and notes are entered; members step aside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from minutes.actions.columns import People, Present, named, person_in, taken
from minutes.actions.history import Act, add_all, record
from minutes.domain import disqualifications as aside
from minutes.domain import notes, reservations
from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.persons import Person as Named
from minutes.domain.texts import clean, require_readable
from minutes.store.tables import (
    Disqualification,
    Item,
    Note,
    NoteAuthor,
    Reservation,
    StandAside,
)


def require_may_reserve(
    entered: reservations.Reservation, present: Present, *, meeting_is_open: bool = True
) -> None:
    """Raise RuleBroken unless somebody who took part reserves while the meeting is open."""
    if present.serving is not None and entered.name is not None:
        who = taken(present, "serving stood_aside abstained")
        reservations.require_may_reserve(entered.person, meeting_is_open=meeting_is_open, **who)


def enter_reservation(
    session: Session,
    act: Act,
    item: Item,
    entered: reservations.Reservation,
    *,
    present: Present,
    position: int,
    meeting_is_open: bool = True,
) -> Reservation:
    """Enter a reservation. Raises RuleBroken where the person did not take part.

    What is written down at the meeting is notified then; so is the reason that comes with it.
    """
    known = present.serving is not None
    require_may_reserve(entered, present, meeting_is_open=meeting_is_open)
    reservation = Reservation(
        item_id=item.id,
        position=position,
        notified_at=act.at if known else None,
        received_at=act.at if known and entered.motivation else None,
        **person_in(present.people, entered.person),
        **taken(entered, "point in_favour_of motivation"),
    )
    record(session, act, "reserved", reservation)
    return reservation


def receive_motivation(
    session: Session, act: Act, reservation: Reservation, motivation: str
) -> Reservation:
    """Enter the written reason for a reservation, handed in before the minutes are adjusted.

    Raises RuleBroken for an unreadable text, and where the reason is there already.
    """
    require_readable(motivation, Phrase("Motiveringen"))
    if reservation.motivation:
        raise RuleBroken("Reservationen har redan en motivering. Den skrivs inte över.")
    reservation.motivation, reservation.received_at = clean(motivation), act.at
    record(session, act, "received", reservation)
    return reservation


def enter_note(
    session: Session, act: Act, item: Item, entered: notes.Note, *, people: People, position: int
) -> Note:
    """Enter a note by persons or by a party group."""
    note = Note(
        item_id=item.id,
        position=position,
        group_party=entered.group,
        **taken(entered, "kind heading text"),
    )
    record(session, act, "noted", note)
    authors = [
        NoteAuthor(note_id=note.id, position=n, **person_in(people, p))
        for n, p in enumerate(entered.by)
    ]
    add_all(session, *authors)
    return note


def disqualify(
    session: Session,
    act: Act,
    item: Item,
    who: aside.Disqualification,
    *,
    people: People,
    position: int,
    verb: str = "disqualified",
    details: Mapping[str, Any] | None = None,
) -> Disqualification:
    """Enter who is disqualified in a §, and who serves and chairs instead."""
    row = Disqualification(
        item_id=item.id,
        position=position,
        ground=who.ground,
        **person_in(people, who.person),
        **named(who.replaced_by, "replaced_by_"),
        **named(who.chaired_by, "chaired_by_"),
    )
    record(session, act, verb, row, details)
    return row


def stand_aside(
    session: Session, act: Act, item: Item, who: Named, *, people: People, position: int
) -> StandAside:
    """Enter who does not take part in the decision of a §."""
    row = StandAside(item_id=item.id, position=position, **person_in(people, who))
    record(session, act, "stood aside", row)
    return row
