"""Assignments in decision points: who is told to do what, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from minutes.domain.assignments import Assignment
from minutes.domain.decisions import Decision
from minutes.domain.texts import upper_first
from minutes.importing.dates import DATE, WORDS, last_day_of, read_date

_WHO = r"(?P<who>[\wåäöÅÄÖ][\wåäöÅÄÖ ,/&()-]{1,90}?)"
_FORMS = [
    re.compile(
        rf"{_WHO} (?:får|fick|ges|gavs|ska få|erhåller)(?: \w+){{0,3}}? "
        r"i uppdrag(?:et)?\b(?P<what>.*)",
        re.S,
    ),
    re.compile(rf"\b[Gg]er? {_WHO} i uppdrag(?:et)?\b(?P<what>.*)", re.S),
    re.compile(rf"\b[Uu]ppdra(?:r|s|ges|drar)? (?:åt|till) {_WHO},? (?P<what>att\b.*)", re.S),
    re.compile(rf"{_WHO} uppdras (?:åt |till )?(?P<what>att\b.*)", re.S),
    re.compile(rf"^(?:\W*)Uppdrag (?:åt|till) {_WHO},? (?P<what>att\b.*)", re.S),
]
_BY_DATE = re.compile(
    rf"\b(?:senast|före|innan|till och med|till|inom|sammanträde(?:t)?|möte(?:t)?)\s+"
    rf"(?:den\s+)?(?P<date>{DATE})"
    r"|\b\w*(?:redovisa|återrapportera|återkomma|presentera|slutfört|slutföras)\b"
    rf"[^.]*?\bden (?P<date2>{DATE})",
    re.IGNORECASE,
)
_BY_MONTH = re.compile(
    rf"\b(?:senast|(?:före|innan|till|vid|senast vid) (?:utgången|slutet) av)"
    rf"(?: (?:i|under|vid (?:utgången|slutet) av|(?:den )?sista|vid \w+ sammanträde i))?"
    rf" (?P<month>{WORDS}),? (?P<year>\d{{4}})",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?P<event>(?:innan|inför|före|senast|i samband med) "
    r"(?!(?:regionstyrelsen|styrelsen|nämnden|kommunstyrelsen)\b)(?:\w+ ){0,3}?"
    r"(?:\w*beslut(?:et)?|\w*sammanträde\w*|delårs\w+|årsredovisning\w*|budget\w*"
    r"|kvartal\w*|årsskifte\w*|bokslut\w*|\d{4})(?: \d{4})?)\b"
    r"|\b(?P<event2>till (?:nästa )?(?:delårs\w+|årsredovisning\w*|budget\w*|sammanträde)"
    r"(?: \d{4})?)\b"
)
_NOT_WHO = re.compile(r"^(?:att|och|samt|därför|härmed|även|det|den|som)\s+", re.IGNORECASE)
_CLAUSE = re.compile(r"\n|(?<=[.;]) (?=[A-ZÅÄÖ])|,? samt (?=att )|, (?=att (?:ge|uppdra)\b)")
_LISTED = re.compile(r"\bi uppdrag(?:et)? att:?\n")
"""One assignment whose tasks are listed under it."""
_OF_IT = re.compile(
    r"(?:Uppdraget|Det|Detta|Redovisning\w*|Återrapportering\w*|Återredovisning\w*|Rapport\w*"
    r"|Resultatet|Förslaget|Svaret|Arbetet) (?!.*\bi uppdrag\b)",
    re.IGNORECASE,
)
"""A sentence that goes on about the assignment before it."""


def deadline_of(text: str) -> date | None:
    """The date by which something is to be done, where one is given; a month is its last day."""
    match = _BY_DATE.search(text)
    if match is not None:
        return read_date(match["date"] or match["date2"])
    month = _BY_MONTH.search(text)
    return last_day_of(month["month"], int(month["year"])) if month else None


def _event_of(text: str) -> str:
    match = _EVENT.search(text)
    return (match["event"] or match["event2"]).strip() if match else ""


def _who(text: str) -> str:
    text = text.strip(" ,")
    while (match := _NOT_WHO.match(text)) is not None:
        text = text[match.end() :]
    return upper_first(text.rsplit(" att ", 1)[-1])


def _in_clause(clause: str, after: str, point: int) -> Assignment | None:
    """The assignment of a clause; what is said of it right `after` may give its deadline."""
    for form in _FORMS:
        match = form.search(clause)
        if match is not None:
            limit = deadline_of(clause) or (
                deadline_of(after) if _OF_IT.match(after.lstrip("•–- ")) else None
            )
            event = "" if limit else _event_of(match["what"])
            what = re.sub(r"^att:?\s+", "", match["what"].strip())
            return Assignment(point, _who(match["who"]), limit, event, what)
    return None


def _in_point(text: str, point: int) -> Iterator[Assignment]:
    clauses = [text] if _LISTED.search(text) else _CLAUSE.split(text)
    for clause, after in zip(clauses, [*clauses[1:], ""], strict=True):
        found = _in_clause(clause, after, point)
        if found is not None:
            yield found


def read_assignments(decision: Decision | None) -> tuple[Assignment, ...]:
    """The assignments of a decision, in the order of its points."""
    if decision is None:
        return ()
    found = [a for n, p in enumerate(decision.points, 1) for a in _in_point(p.text, n)]
    beside = len(decision.points)
    found += [a for p in decision.further for a in _in_point(p.text, beside)]
    return tuple(found)
