"""Reservations, notes and stepping aside in prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from minutes.domain.disqualifications import Disqualification
from minutes.domain.notes import Note, NoteKind
from minutes.domain.persons import Person
from minutes.domain.reservations import Reservation
from minutes.domain.wording.names import person, persons

_SAYS = {
    NoteKind.NOTE: "lämnar följande protokollsanteckning",
    NoteKind.SEPARATE_STATEMENT: "lämnar följande särskilda yttrande",
    NoteKind.EXPLANATION_OF_VOTE: "lämnar följande röstförklaring",
}
NOTE_HEADINGS = {
    NoteKind.NOTE: "Protokollsanteckning",
    NoteKind.SEPARATE_STATEMENT: "Särskilt yttrande",
    NoteKind.EXPLANATION_OF_VOTE: "Röstförklaring",
}
_Same = tuple[int | None, str, str]


def _same(reservation: Reservation) -> _Same:
    return reservation.point, reservation.in_favour_of, reservation.motivation


def _statement(people: Sequence[Person], same: _Same) -> str:
    point, favour, motivation = same
    against = "beslutet" if point is None else f"beslutspunkt {point}"
    text = f"{persons(people)} reserverar sig mot {against}"
    text += f" till förmån för {favour}" if favour else ""
    if motivation:
        return f"{text} med följande motivering:\n\n”{motivation}”"
    return f"{text}."


def reservations_text(reservations: Iterable[Reservation]) -> str:
    """The reservations; those who say the same stand in one sentence."""
    return "\n\n".join(
        _statement([r.person for r in group], same) for same, group in groupby(reservations, _same)
    )


def note_text(note: Note) -> str:
    """One note: "Eva Ek (S) lämnar följande protokollsanteckning: ”...”".

    Where nobody is known to have written it the words stand alone.
    """
    if not note.by and note.group is None:
        return f"”{note.text}”"
    author = persons(note.by) if note.by else person(Person(None, note.group))
    return f"{author} {_SAYS[note.kind]}: ”{note.text}”"


def _aside(one: Disqualification) -> Iterator[str]:
    yield f"{person(one.person)} anmäler jäv och deltar inte i behandlingen av ärendet."
    if one.ground:
        yield f"Grund för jävet är {one.ground}."
    if one.replaced_by is not None:
        yield f"I stället tjänstgör {person(one.replaced_by)}."
    if one.chaired_by is not None:
        yield f"Sammanträdet leds under paragrafen av {person(one.chaired_by)}."


def disqualifications_text(disqualified: Iterable[Disqualification]) -> str:
    """Who is disqualified, a paragraph each."""
    return "\n\n".join(" ".join(_aside(one)) for one in disqualified)


def stands_aside_text(people: Sequence[Person]) -> str:
    """Who does not take part in the decision."""
    return f"{persons(people)} deltar inte i beslutet."
