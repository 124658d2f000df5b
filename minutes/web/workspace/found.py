"""A person at a meeting: where they sit, and every § that names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from minutes.domain import record
from minutes.domain.attendance import Attendance
from minutes.domain.errors import RuleBroken
from minutes.domain.finding import find_person
from minutes.domain.persons import Person
from minutes.store.agendas import items_on
from minutes.store.records import protocol_of
from minutes.store.seated import people_at
from minutes.store.session import session
from minutes.web.languages import said
from minutes.web.workspace.place import Place


@dataclass(frozen=True, slots=True)
class Deed:
    """A § that names the person, and what as."""

    item: int
    number: int
    title: str
    parts: Sequence[str]


@dataclass(frozen=True, slots=True)
class Found:
    """Who was found, with their presence and deeds; or why nobody was."""

    typed: str
    person: Person | None = None
    presence: Sequence[Attendance] = ()
    deeds: Sequence[Deed] = ()
    sentence: str = ""


def _parts(item: record.Item, who: Person) -> Iterator[str]:
    """What a § names somebody as."""
    named = {
        _("yrkande"): (p for one in item.proposals for p in one.by),
        _("reservation"): (one.person for one in item.reservations),
        _("anteckning"): (p for note in item.notes for p in note.by),
        _("röst"): (one.person for vote in item.votes for one in vote.ballots),
        _("jäv"): (one.person for one in item.disqualified),
        _("deltar inte i beslutet"): item.stands_aside,
    }
    return (part for part, people in named.items() if who in people)


def found_at(here: Place, typed: str) -> Found:
    """Whom the words mean at the meeting of a place."""
    protocol = protocol_of(session(), here.meeting)
    people = [*(one.person for one in protocol.attendance), *people_at(session(), here.meeting)]
    try:
        who = find_person(typed, people)
    except RuleBroken as no:
        return Found(typed, sentence=said(no))
    keys = [item.id for item in items_on(session(), here.meeting)]
    named = [
        Deed(key, item.number, item.title, parts)
        for key, item in zip(keys, protocol.items, strict=True)
        if (parts := tuple(_parts(item, who)))
    ]
    presence = [one for one in protocol.attendance if one.person == who]
    return Found(typed, who, presence, named)
