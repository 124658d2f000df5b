"""Notes and prose: whose they are, and whether they are finished (not regulated in KL)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.domain.auditing.audited import AuditedItem, among
from minutes.domain.auditing.faults import Fault, Rule, hint
from minutes.domain.findings import Place

_TO_BE_DONE = "".join(("TO", "DO"))
"""In parts, because it is looked for in the words of minutes and marks no work left in the code."""
_LEFT_OPEN = rf"{_TO_BE_DONE}|XX+|NN"
_UNFINISHED = re.compile(rf"\b(?:{_LEFT_OPEN})\b" r"|\?\?\?|_{4,}|\[\s*(?:\.\.\.|…)?\s*\](?!\()")
_PERSONAL = re.compile(
    r"\b(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])[-+]\d{4}\b"
)
"""A personal identity number; 60 is added to the day in a coordination number."""


def note_names_its_author(at: AuditedItem) -> Iterator[Fault]:
    """A note is somebody's, or a party group's."""
    if any(not note.by and not note.group for note in at.item.notes):
        yield hint("En anteckning saknar författare. Ange vem som lämnade den.", Place.NOTES)


def note_has_words(at: AuditedItem) -> Iterator[Fault]:
    """A note says something."""
    if any(not note.text.strip() for note in at.item.notes):
        yield hint("En anteckning saknar text. För in den eller ta bort den.", Place.NOTES)


def author_was_there(at: AuditedItem) -> Iterator[Fault]:
    """Who has something noted was at the meeting."""
    there = [a.person for a in (*at.room.serving, *at.room.present)]
    for who in {p for note in at.item.notes for p in note.by} if there else ():
        if not among(who, there):
            yield hint(
                "{name} har lämnat en anteckning men är inte närvarande i paragrafen. "
                "Rätta närvaron eller namnet.",
                Place.NOTES,
                name=who.name,
            )


def text_is_finished(at: AuditedItem) -> Iterator[Fault]:
    """Nothing is left to fill in."""
    for section in at.item.sections:
        if match := _UNFINISHED.search(section.text):
            yield hint(
                "Under {heading} står {mark}, som ser ut att vänta på att fyllas i.",
                Place.TEXT,
                heading=section.heading,
                mark=match.group(),
            )


def text_names_no_personal_number(at: AuditedItem) -> Iterator[Fault]:
    """Personal identity numbers are masked before anything is published."""
    for section in at.item.sections:
        if _PERSONAL.search(section.text):
            yield hint(
                "Under {heading} står något som liknar ett personnummer. Ta bort det om det inte "
                "behövs.",
                Place.TEXT,
                heading=section.heading,
            )


def section_has_words(at: AuditedItem) -> Iterator[Fault]:
    """No heading stands alone."""
    for section in at.item.sections:
        if not section.text.strip():
            yield hint(
                "Rubriken {heading} har ingen text under sig. Skriv den eller ta bort rubriken.",
                Place.TEXT,
                heading=section.heading,
            )


RULES: tuple[Rule[AuditedItem], ...] = (
    note_names_its_author,
    note_has_words,
    author_was_there,
    text_is_finished,
    text_names_no_personal_number,
    section_has_words,
)
