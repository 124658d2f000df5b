"""The decision points of a proposal that officials lay before a body."""

from __future__ import annotations

import re

from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.sections import SectionKind
from minutes.importing.decisions import read_decision
from minutes.importing.lines import Line, from_text
from minutes.importing.page import page_of
from minutes.importing.section_lines import SectionLines, with_blocks
from minutes.importing.vocabulary import BODY

_NUMBER = re.compile(r"(?<=\s)(?P<number>\d{1,2})[.)] (?=[^\W\d])")
_LITERAL = re.compile(r"\\(?=[^\w\s])")
_ASSEMBLY = "fullmäktige"
_TO_BODY = re.compile(
    rf"^(?:(?!{_ASSEMBLY})[^.:\n]){{2,120}}?\bföreslår(?: att)? (?P<body>(?!\S*{_ASSEMBLY}){BODY})"
    r" (?:att )?(?=beslut|föreslå)",
    re.IGNORECASE | re.MULTILINE,
)
"""Officials who propose to the body: what it would decide itself stands behind."""
_ASKED = re.compile(
    rf"^(?P<body>{BODY}) (?:föreslås |att |besluta |beslutar )+(?:att )?föreslår?\b",
    re.IGNORECASE | re.MULTILINE,
)
_ASKED_TO_DECIDE = re.compile(
    rf"^(?P<body>{BODY}) (?:föreslås )?(?:att )?besluta\b", re.IGNORECASE | re.MULTILINE
)
_CLAUSE = re.compile(r"^att\s+", re.IGNORECASE)
_AND = re.compile(r",?(?: (?:samt|och))?$")


def _apart(text: str) -> str:
    """The text with each entry of a list numbered 1, 2, 3 … on a line of its own."""
    expected, at, parts = 1, 0, []
    for match in _NUMBER.finditer(text):
        if int(match["number"]) == expected:
            parts.append(text[at : match.start()].rstrip(" "))
            at, expected = match.start(), expected + 1
    return "\n".join([*parts, text[at:]]) if expected > 2 else text


def _of_body(text: str) -> str:
    """The proposal in the words with which the body would decide it."""
    text = _TO_BODY.sub(lambda match: f"{match['body']} ", text)
    text = _ASKED.sub(lambda match: f"{match['body']} föreslår", text)
    return _ASKED_TO_DECIDE.sub(lambda match: f"{match['body']} beslutar", text)


def _lines(text: str) -> tuple[Line, ...]:
    plain = _of_body(_apart(_LITERAL.sub("", text)))
    return tuple(from_text(n, 1, line) for n, line in enumerate(plain.split("\n"), start=1))


def _clauses(point: DecisionPoint) -> list[DecisionPoint]:
    """A point for each clause, where each line of a running one begins with "att"."""
    lines = point.text.split("\n")
    if len(lines) < 2 or not all(_CLAUSE.match(line) for line in lines[1:]):
        return [point]
    bare = (_AND.sub("", _CLAUSE.sub("", line)) for line in lines)
    return [DecisionPoint(text, point.kind, point.to) for text in bare]


def _told(point: DecisionPoint, decision: Decision) -> DecisionPoint:
    """The point with who decides it; only an assembly is a body's superior."""
    kind, to = (point.kind, point.to) if point.kind else (decision.kind, decision.to)
    if to is None or _ASSEMBLY not in to:
        kind, to = DecisionKind.DECISION, None
    return DecisionPoint(point.text, kind, to)


def points_of(text: str) -> tuple[DecisionPoint, ...]:
    """The points of a proposal written as prose, as clauses or as a numbered list.

    Each says whether the body decides it (DECISION) or proposes it to its assembly (PROPOSAL).
    """
    lines = _lines(text)
    section = SectionLines(SectionKind.DECISION, "Beslut", list(lines))
    decision = read_decision(with_blocks([section], page_of(lines)))
    if decision is None:
        return ()
    found = (_told(point, decision) for point in (*decision.points, *decision.further))
    return tuple(clause for point in found for clause in _clauses(point))
