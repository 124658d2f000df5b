"""Answers to motions: the motion's number and the outcome of each clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes.domain.decisions import Decision
from minutes.domain.motions import ClauseOutcome, MotionAnswer
from minutes.domain.sections import SectionKind
from minutes.importing.blocks import BlockKind
from minutes.importing.section_lines import SectionLines
from minutes.importing.sentences import sentences

_TITLE = re.compile(r"\bmotion(?:en)?\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\bmotion(?:en)?,?(?: nr| nummer)?:? ?\(?(?P<number>\d{1,4}[-/:]\d{1,4})(?![-/]?\d)\)?",
    re.IGNORECASE,
)
_ORDINALS = (
    "första", "andra", "tredje", "fjärde", "femte",
    "sjätte", "sjunde", "åttonde", "nionde", "tionde",
)  # fmt: skip
_OUTCOMES = (
    (re.compile(r"\bbif(?:all\w*|öll)\b", re.IGNORECASE), ClauseOutcome.APPROVED),
    (re.compile(r"\b(?:avslå\w*|avslag)\b", re.IGNORECASE), ClauseOutcome.REJECTED),
    (re.compile(r"\b(?:besvara\w*|tillgodose\w*)\b", re.IGNORECASE), ClauseOutcome.ANSWERED),
)
_PARTS = re.compile(
    r"(?:,|,? samt|,? och)(?: att)? (?=(?:bifall|avslå|avslag|anse|besvara|tillstyrka|avstyrka))"
    r"|,? (?:samt|och) att (?=motionen)|(?<=[.;]) |\n",
    re.IGNORECASE,
)
"""What parts the words of one outcome from those of the next."""
_CLAUSE_WORD = re.compile(r"att-?sats|beslutssats|\bpunkt|\byrkande", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:att-?sats|beslutssats|punkt|yrkande)\w* "
    r"(?P<numbers>\d{1,2}(?:(?:, | och | samt |[-–])\d{1,2})*)\b",
    re.IGNORECASE,
)
_CLAUSES_TOLD = re.compile(
    r"\b(?:föreslå|yrka|hemställ)\w*\b[^.]*?\batt\b(?P<more>[^.]*)", re.IGNORECASE
)
_ANOTHER_CLAUSE = re.compile(r"(?:,|\boch|\bsamt) att\b")
_REST = re.compile(r"\bi övrigt\b|\bövriga\b|\bresterande\b", re.IGNORECASE)
_CLAUSE = re.compile(r"^att ", re.IGNORECASE)
_TELLS = re.compile(r"\bmotion|\bföreslå", re.IGNORECASE)
_LISTS = {SectionKind.SUMMARY, SectionKind.BACKGROUND, SectionKind.OTHER}


def _pieces(text: str) -> Iterator[tuple[ClauseOutcome, str]]:
    """Each outcome with the words that go with it."""
    for words in _PARTS.split(text):
        yield from _outcomes(words)


def _outcomes(text: str) -> Iterator[tuple[ClauseOutcome, str]]:
    """Each outcome of some words with those that go with it, up to the next outcome."""
    marks = sorted(
        (m.start(), outcome) for pattern, outcome in _OUTCOMES for m in pattern.finditer(text)
    )
    passive = not re.match(r"\W*(?:att )?(?:bifall|avslå|besvar)", text, re.IGNORECASE)
    for index, (at, outcome) in enumerate(marks):
        end = marks[index + 1][0] if index + 1 < len(marks) else len(text)
        start = marks[index - 1][0] if index else 0
        yield outcome, text[start:end] if passive and len(marks) == 1 else text[at:end]


def _first_list(section: SectionLines) -> int:
    """How many entries the first list has that the words about the motion introduce."""
    size, told = 0, False
    for block in section.blocks:
        is_entry = block.kind is not BlockKind.PARAGRAPH or bool(_CLAUSE.match(block.text))
        if is_entry and told:
            size += 1
        elif size:
            return size
        elif not is_entry:
            told = bool(_TELLS.search(block.text))
    return size


def _told_in_prose(section: SectionLines) -> int:
    """How many clauses a sentence about the motion tells of: "föreslår att ... och att ..."."""
    told = (part for part in sentences(section.text) if _TITLE.search(part))
    found = next((m for part in told if (m := _CLAUSES_TOLD.search(part))), None)
    return 1 + len(_ANOTHER_CLAUSE.findall(found["more"])) if found else 0


def _clauses_in_text(sections: Sequence[SectionLines]) -> int:
    """How many clauses the motion has, by the list that follows where it is told of."""
    sizes = (_first_list(section) for section in sections if section.kind in _LISTS)
    return next((size for size in sizes if size), 0)


def _places(words: str) -> list[int]:
    """Which clauses (from 0) some words name, by ordinals or by numbers."""
    found = [i for i, o in enumerate(_ORDINALS) if re.search(rf"\b{o}\b", words, re.I)]
    for match in _NUMBERED.finditer(words):
        first, *others = (int(n) for n in re.findall(r"\d+", match["numbers"]))
        is_range = re.search(r"[-–]", match["numbers"])
        found += [n - 1 for n in (range(first, others[-1] + 1) if is_range else [first, *others])]
    return found


def _by_ordinal(decision: Decision) -> tuple[dict[int, ClauseOutcome], ClauseOutcome | None]:
    """Outcomes by clause (from 0), and the outcome of those not named."""
    named: dict[int, ClauseOutcome] = {}
    rest: ClauseOutcome | None = None
    for point in (*decision.points, *decision.further):
        for outcome, words in _pieces(point.text):
            places = _places(words)
            if places and _CLAUSE_WORD.search(point.text):
                named.update({i: named.get(i, outcome) for i in places})
            elif rest is None or _REST.search(words):
                rest = outcome
    return named, rest


def _claims(decision: Decision, sections: Sequence[SectionLines]) -> tuple[ClauseOutcome, ...]:
    named, rest = _by_ordinal(decision)
    known = max(named, default=-1) + 1
    size = max(known, _clauses_in_text(sections) if rest else 0, 1 if rest else 0)
    if named and rest and size == known:
        size = max(known + 1, *(_told_in_prose(s) for s in sections))
    found = [named.get(i, rest) for i in range(size)]
    return tuple(outcome for outcome in found if outcome is not None)


def read_motion(
    title: str, decision: Decision | None, sections: Sequence[SectionLines]
) -> MotionAnswer | None:
    """The answer to a motion, where the item is one."""
    if decision is None or not _TITLE.search(title):
        return None
    claims = _claims(decision, sections)
    if not claims:
        return None
    texts = [title, *(s.text for s in sections)]
    number = next((m["number"] for t in texts if (m := _NUMBER.search(t))), None)
    return MotionAnswer(number, claims)
