"""Where the words and the data differ on reservations, notes, who stepped aside, and lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes.domain.disqualifications import Disqualification
from minutes.domain.errors import Phrase
from minutes.domain.notes import Note
from minutes.domain.persons import Person
from minutes.domain.record import Item
from minutes.domain.reservations import Reservation
from minutes.domain.wording.names import person, persons
from minutes.importing.pairs import paired


def _missing(what: object, *, in_text: bool) -> Phrase:
    if in_text:
        return Phrase("{what} finns i texten men inte i uppgifterna.", what=what)
    return Phrase("{what} finns i uppgifterna men inte i texten.", what=what)


def _reservation(one: Reservation) -> Phrase:
    return Phrase("Reservationen av {who}", who=person(one.person))


def reservations(told: Item, known: Item) -> Iterator[Phrase]:
    """Of the reservations: whose, against what, for what, and why."""
    for one, other in paired(told.reservations, known.reservations, lambda r: r.person):
        if one is not None and other is not None:
            yield Phrase(
                "Reservationen av {who} är en annan i texten än i uppgifterna.",
                who=person(one.person),
            )
        elif found := one or other:
            yield _missing(_reservation(found), in_text=one is not None)
    yield from _same_order(told.reservations, known.reservations)


def _author(one: Note) -> str:
    return persons(one.by) if one.by else person(Person(None, one.group)) if one.group else "–"


def notes(told: Item, known: Item) -> Iterator[Phrase]:
    """Of the notes: whose, and their words."""
    for one, other in paired(told.notes, known.notes, lambda n: (n.by, n.group)):
        if one is not None and other is not None:
            yield Phrase(
                "Anteckningen av {who} är en annan i texten än i uppgifterna.", who=_author(one)
            )
        elif found := one or other:
            what = Phrase("Anteckningen av {who}", who=_author(found))
            yield _missing(what, in_text=one is not None)
    yield from _same_order(told.notes, known.notes)


def _stepped_aside(one: Disqualification, other: Disqualification) -> Iterator[Phrase]:
    who = person(one.person)
    if one.ground != other.ground:
        yield Phrase("Grunden för jävet för {who} är en annan i texten än i uppgifterna.", who=who)
    if one.replaced_by != other.replaced_by:
        yield Phrase(
            "Texten och uppgifterna säger olika om vem som tjänstgör i stället för {who}.", who=who
        )
    if one.chaired_by != other.chaired_by:
        yield Phrase(
            "Texten och uppgifterna säger olika om vem som leder i stället för {who}.", who=who
        )


def disqualified(told: Item, known: Item) -> Iterator[Phrase]:
    """Of those disqualified: who, why, and who sits and leads instead."""
    for one, other in paired(told.disqualified, known.disqualified, lambda d: d.person):
        if one is not None and other is not None:
            yield from _stepped_aside(one, other)
        elif found := one or other:
            what = Phrase("Jävet för {who}", who=person(found.person))
            yield _missing(what, in_text=one is not None)
    yield from _same_order(told.disqualified, known.disqualified)


def stands_aside(told: Item, known: Item) -> Iterator[Phrase]:
    """Of those who take no part in the decision."""
    for one, other in paired(told.stands_aside, known.stands_aside, lambda p: p):
        if found := one or other:
            what = Phrase("Att {who} inte deltar i beslutet", who=person(found))
            yield _missing(what, in_text=one is not None)
    yield from _same_order(told.stands_aside, known.stands_aside)


def entries(told: Sequence[str], known: Sequence[str]) -> Iterator[Phrase]:
    """Of a list that closes a §."""
    for one, other in paired(told, known, lambda entry: entry):
        if found := one or other:
            yield _missing(f"”{found}”", in_text=one is not None)
    yield from _same_order(told, known)


def _same_order(told: Sequence[object], known: Sequence[object]) -> Iterator[Phrase]:
    """Of what is the same but for its order, or for how often it stands."""
    if (
        tuple(told) != tuple(known)
        and all(x in known for x in told)
        and all(x in told for x in known)
    ):
        yield Phrase("Ordningen är en annan i texten än i uppgifterna.")
