"""Reservations: who dissents, for which proposal, with which reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from minutes.domain.persons import Person
from minutes.domain.reservations import Reservation
from minutes.domain.sections import SectionKind
from minutes.importing.names import groups, is_list_of_names, persons, persons_and_groups
from minutes.importing.quotes import open_quotes, unquoted
from minutes.importing.section_lines import SectionLines
from minutes.importing.sentences import sentences

_VERB = re.compile(r"\b(?:reserverar|reserverade|reservera|reserverat)\b(?: sig)?", re.IGNORECASE)
_NOUN = re.compile(
    r"\breservation(?:er)?\b.{0,60}?\b(?:från|av|anmäls|anmäldes|anförs|inges|lämnas)\b"
    r"|\b(?:anmäler|anmälde|lämnar|lämnade|inkommer|anför)\b.{0,40}?\breservation",
    re.IGNORECASE,
)
_ENTERED_BY = re.compile(
    r"\breservation(?:er)?\b.*?\b(?:anmäls|anmäldes|anförs|inges|lämnas|från) ?(?:av)? (?P<who>.+)",
    re.IGNORECASE | re.S,
)
_DENIED = re.compile(r"\b(?:inte|ej) reserver", re.IGNORECASE)
_FAVOUR = re.compile(
    r"till förmån för (?P<what>[^.:”]+?)(?= med (?:följande )?motivering| enligt bilaga|[.:”]|$)",
    re.IGNORECASE,
)
_POINT = re.compile(r"\b(?:besluts)?punkt(?:en)? (?P<point>\d+)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\b(?:nämnden|utskottet|nämndens|utskottets|i nämnd)\b", re.IGNORECASE)
_TAIL = {
    SectionKind.DECISION,
    SectionKind.DECISION_PROCEDURE,
    SectionKind.VOTE,
    SectionKind.DELIBERATION,
    SectionKind.OTHER,
}


def _known_only(head: str, people: Mapping[str, Person]) -> tuple[Person, ...]:
    """Those named without party, where all that is said before the verb is their names."""
    names = [name for name in re.split(r", | och | samt ", head.strip()) if name]
    found = [people[name] for name in names if name in people]
    return tuple(found) if len(found) == len(names) else ()


def _people(sentence: str, people: Mapping[str, Person]) -> tuple[Person, ...]:
    """Who dissents in a sentence: those named before what they are in favour of."""
    verb = _VERB.search(sentence)
    entered = None if verb else _ENTERED_BY.search(sentence)
    if entered is not None:
        return persons_and_groups(entered["who"])
    head = sentence[: verb.start()] if verb else sentence
    tail = sentence[verb.end() :] if verb else ""
    if by_name := _known_only(head, people):
        return by_name
    head = _FAVOUR.split(head, maxsplit=1)[0] if persons(head) else head
    tail = _FAVOUR.split(tail, maxsplit=1)[0]
    return persons_and_groups(head) or persons(tail) or groups(tail)


def _statement(sentence: str, people: Mapping[str, Person]) -> Iterator[Reservation]:
    favour = _FAVOUR.search(sentence)
    point = _POINT.search(sentence)
    for person in _people(sentence, people):
        yield Reservation(
            person.name,
            person.party,
            int(point["point"]) if point else None,
            favour["what"].strip() if favour else "",
        )


def _is_statement(sentence: str, *, own_section: bool) -> bool:
    if _DENIED.search(sentence):
        return False
    if _VERB.search(sentence) or _NOUN.search(sentence):
        return own_section or not _ELSEWHERE.search(sentence)
    return own_section and is_list_of_names(sentence)


@dataclass(slots=True)
class _Statement:
    """Who dissents in one statement, and the reason that follows it."""

    by: list[Reservation]
    words: str = ""

    @property
    def reservations(self) -> Iterator[Reservation]:
        text = unquoted(self.words)
        return (replace(r, motivation=text) for r in self.by)


def _of_texts(
    texts: Sequence[str], people: Mapping[str, Person], *, own_section: bool
) -> Iterator[_Statement]:
    """The statements; one that is still being quoted cannot be another's beginning."""
    current = _Statement([])
    marks_agree = open_quotes("\n".join(texts)) == 0
    for text in texts:
        for index, sentence in enumerate(sentences(text)):
            quoted = marks_agree and open_quotes(current.words) > 0
            fresh = not quoted and _is_statement(sentence, own_section=own_section)
            if by := list(_statement(sentence, people)) if fresh else []:
                yield current
                current = _Statement(by)
            elif own_section and current.by:
                current.words += (" " if index else "\n\n") + sentence
    yield current


def _once(statements: Iterable[_Statement]) -> Iterator[Reservation]:
    """Each person's or group's reservation against the whole, or against a point, once."""
    seen: set[tuple[Person, int | None]] = set()
    for statement in statements:
        for one in statement.reservations:
            if (one.person, one.point) not in seen:
                seen.add((one.person, one.point))
                yield one


def read_reservations(
    sections: Sequence[SectionLines], present: Sequence[Person] = ()
) -> tuple[Reservation, ...]:
    """The reservations of a §, each person or group once; `present` may stand without party."""
    here = persons("\n".join(section.text for section in sections))
    people = {p.name: p for p in (*present, *here) if p.name}
    own = [s for s in sections if s.kind is SectionKind.RESERVATION]
    if own:
        texts = [block.text for section in own for block in section.blocks]
        return tuple(_once(_of_texts(texts, people, own_section=True)))
    tail = [s for s in sections if s.kind in _TAIL]
    texts = [block.text for section in tail for block in section.blocks]
    return tuple(_once(_of_texts(texts, people, own_section=False)))
