"""Strategies for reservations, notes, disqualifications and standing aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from minutes.domain.disqualifications import Disqualification
from minutes.domain.notes import Note, NoteKind
from minutes.domain.persons import Person
from minutes.domain.reservations import Reservation
from minutes.domain.wording.dissent import NOTE_HEADINGS
from tests.records.words import GROUPS, prose

_FAVOURS = ["", "eget förslag", "sitt eget tillägg", "Eva Eks förslag", "bifall till motionen"]
_GROUNDS = [
    "ledamotskap i styrelsen för Sundeviks Hamn AB",
    "att ärendet rör en närstående",
    "uppdrag som ordförande i föreningen, se 6 kap. 28 § kommunallagen",
]
_groups = st.sampled_from(GROUPS).map(lambda party: Person(None, party))


@st.composite
def reservations(draw: st.DrawFn, people: Sequence[Person], points: int) -> tuple[Reservation, ...]:
    """Statements by persons and groups, against the whole or a point; one may dissent twice."""
    everyone = draw(st.permutations(people[:5]))
    found: list[Reservation] = []
    for _ in range(draw(st.integers(0, 3))):
        size = draw(st.integers(1, 2))
        who, everyone = everyone[:size], everyone[size:]
        group = draw(_groups)
        if draw(st.booleans()) and group.party not in {r.party for r in found if not r.name}:
            who = [*who, group] if draw(st.booleans()) else [group]
        point = draw(st.none() | st.integers(1, points))
        favour, why = draw(st.sampled_from(_FAVOURS)), draw(st.just("") | prose)
        found += [Reservation(p.name, p.party, point, favour, why) for p in who]
    if found and found[-1].point is not None and draw(st.booleans()):
        found.append(replace(found[-1], point=found[-1].point + 1, motivation=draw(prose)))
    return tuple(found)


_HEADINGS = {
    NoteKind.NOTE: ["Protokollsnotering", "Anteckning till protokollet"],
    NoteKind.SEPARATE_STATEMENT: ["Särskilt uttalande", "Särskilda yttranden"],
    NoteKind.EXPLANATION_OF_VOTE: ["Röstförklaringar"],
}
"""What other houses write over notes of the same kinds."""


@st.composite
def _note(draw: st.DrawFn, people: Sequence[Person]) -> Note:
    """A note by persons, by a party's group, or by nobody who is known."""
    kind = draw(st.sampled_from(NoteKind))
    heading = draw(st.sampled_from([NOTE_HEADINGS[kind], NOTE_HEADINGS[kind], *_HEADINGS[kind]]))
    text = draw(prose)
    by = draw(st.lists(st.sampled_from(people), max_size=3, unique=True))
    group = None if by else draw(st.none() | st.sampled_from(GROUPS))
    return Note(heading, tuple(by), group, text, kind)


def notes(people: Sequence[Person]) -> st.SearchStrategy[tuple[Note, ...]]:
    """Notes of all kinds, some of one kind after each other."""
    return st.lists(_note(people), max_size=3).map(tuple)


def disqualified(people: Sequence[Person]) -> st.SearchStrategy[tuple[Disqualification, ...]]:
    """Those who step aside for a ground, with who serves and who chairs instead."""
    one = st.builds(
        lambda who, ground, serves, chairs: Disqualification(
            who.name or "", who.party, ground, serves, chairs
        ),
        st.sampled_from(people[:3]),
        st.sampled_from(["", *_GROUNDS]),
        st.none() | st.sampled_from(people[3:6]),
        st.none() | st.sampled_from(people[6:]),
    )
    return st.lists(one, max_size=2, unique_by=lambda d: d.name).map(tuple)


def stands_aside(people: Sequence[Person]) -> st.SearchStrategy[tuple[Person, ...]]:
    """Those who do not take part in the decision: persons, or a whole group."""
    some = st.lists(st.sampled_from(people), max_size=3, unique=True).map(tuple)
    return some | _groups.map(lambda group: (group,))
