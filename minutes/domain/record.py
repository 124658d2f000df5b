"""The record: an item and a protocol as data, whole, without a database."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from minutes.domain.assignments import Assignment
from minutes.domain.attendance import Attendance
from minutes.domain.corrections import Correction
from minutes.domain.decisions import Decision
from minutes.domain.disqualifications import Disqualification
from minutes.domain.editions import Edition
from minutes.domain.fields import LEFT_OUT
from minutes.domain.motions import MotionAnswer
from minutes.domain.notes import Note
from minutes.domain.persons import Person
from minutes.domain.proposals import Proposal, standing
from minutes.domain.questions import Question
from minutes.domain.reservations import Reservation
from minutes.domain.sections import Section, SectionKind
from minutes.domain.voting import Vote


@dataclass(frozen=True, slots=True)
class Item:
    """One § with everything that belongs to it.

    `sections` hold the prose as it stands in the minutes, the other fields the same as data.
    `adjusted_at_once_on` is the day of its immediate adjustment, before that of the whole.
    `secrecy` is the legal ground on which the § is secret, `open_title` what others read instead
    of its title.
    """

    number: int
    title: str
    dnr: tuple[str, ...] = ()
    decision: Decision | None = None
    referred_back: bool = False
    tabled: bool = False
    proposals: tuple[Proposal, ...] = ()
    questions: tuple[Question, ...] = ()
    votes: tuple[Vote, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    notes: tuple[Note, ...] = ()
    disqualified: tuple[Disqualification, ...] = ()
    stands_aside: tuple[Person, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    annexes: tuple[str, ...] = ()
    decision_basis: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    motion: MotionAnswer | None = None
    sections: tuple[Section, ...] = ()
    adjusted_at_once_on: datetime.date | None = field(default=None, metadata=LEFT_OUT)
    secrecy: str | None = field(default=None, metadata=LEFT_OUT)
    open_title: str | None = field(default=None, metadata=LEFT_OUT)


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that could not be read into data; it is kept as text where it stood."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Protocol:
    """The minutes of one meeting of one body.

    `opened_at` and `closed_at` are the time of that day, "HH:MM" as minutes print it. `edition`
    is missing where it is not told, and then also in the JSON.
    """

    body: str | None
    date: datetime.date | None
    items: tuple[Item, ...]
    organisation: str | None = None
    place: str | None = None
    opened_at: str | None = None
    closed_at: str | None = None
    attendance: tuple[Attendance, ...] = ()
    adjusters: tuple[Person, ...] = ()
    adjusted_on: datetime.date | None = None
    document_id: str | None = None
    unread: tuple[Unread, ...] = ()
    edition: Edition | None = field(default=None, metadata=LEFT_OUT)


WITHHELD = "Sekretess"
"""What stands in the place of a secret title."""


def withheld(number: int, ground: str, open_title: str | None = None) -> Item:
    """What the open protocol tells of a secret §: its number, and on what ground it is secret."""
    words = f"Paragrafen omfattas av sekretess enligt {ground} och står i ett särskilt protokoll."
    return Item(
        number,
        open_title or WITHHELD,
        sections=(Section(SectionKind.OTHER, WITHHELD, words),),
        secrecy=ground,
        open_title=open_title,
    )


def _standing(item: Item) -> Item:
    """The § without what was withdrawn (KL 5:67 point 1): the register keeps that apart."""
    return replace(item, proposals=standing(item.proposals))


def published_item(item: Item) -> Item:
    """The § as the public may read it: without what was withdrawn, and of a secret one no word."""
    if item.secrecy is not None:
        return withheld(item.number, item.secrecy, item.open_title)
    return _standing(item)


def published(protocol: Protocol) -> Protocol:
    """The record as the public may read it: the open protocol."""
    return replace(protocol, items=tuple(map(published_item, protocol.items)))


def secret_part(protocol: Protocol) -> Protocol:
    """The secret protocol: the secret §§ whole, and no others."""
    secret = tuple(_standing(item) for item in protocol.items if item.secrecy is not None)
    return replace(protocol, items=secret, unread=())


def with_withheld(protocol: Protocol, missing: Iterable[Item]) -> Protocol:
    """The protocol with those §§ in their places that the reader was not given."""
    there = {item.number for item in protocol.items}
    items = [*protocol.items, *(item for item in missing if item.number not in there)]
    return replace(protocol, items=tuple(sorted(items, key=lambda item: item.number)))
