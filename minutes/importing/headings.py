"""Which lines are headings of a section, and of which kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from minutes.domain.sections import SectionKind
from minutes.importing.lines import Line
from minutes.importing.vocabulary import vocabulary

_LONGEST = 90
_OPENS_TEXT = frozenset(
    {
        SectionKind.RECIPIENTS,
        SectionKind.ANNEXES,
        SectionKind.DECISION_BASIS,
        SectionKind.RESERVATION,
        SectionKind.DISQUALIFICATION,
        SectionKind.DECISION,
        SectionKind.NOTE,
    }
)
"""Kinds whose heading may have its text on the same line, after a colon or in the next column."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its kind, its words, and any text that follows on the same line."""

    kind: SectionKind
    text: str
    rest: str = ""


@lru_cache(maxsize=4096)
def kind_of(text: str) -> SectionKind | None:
    """The kind that a heading's words name, None where they are no heading."""
    bare = text.rstrip(":").strip()
    if not bare or len(bare) > _LONGEST or not bare[0].isupper():
        return None
    return next((kind for kind, p in vocabulary().headings if p.match(bare)), None)


@lru_cache(maxsize=4096)
def opens_decision(text: str) -> bool:
    """Whether the line itself opens a decision ("Kommunstyrelsen beslutar att")."""
    return text[:1].isupper() and vocabulary().openers.match(text) is not None


def _in_columns(line: Line) -> Heading | None:
    """A heading in the left column with its text in the right one."""
    if len(line.cells) < 2:
        return None
    kind = kind_of(line.cells[0].text)
    if kind not in _OPENS_TEXT:
        return None
    return Heading(kind, line.cells[0].text, " ".join(c.text for c in line.cells[1:]))


def _before_colon(text: str) -> Heading | None:
    """A heading and its text parted by a colon."""
    head, colon, rest = text.partition(": ")
    kind = kind_of(head) if colon else None
    return Heading(kind, head, rest.strip()) if kind in _OPENS_TEXT else None


def heading_of(line: Line) -> Heading | None:
    """The heading that a line is, or None; an opening of a decision is text as well."""
    kind = kind_of(line.text)
    if kind is None and opens_decision(line.text):
        return Heading(SectionKind.DECISION, "", line.text)
    if kind is not None:
        return Heading(kind, line.text.rstrip(":").strip())
    return _in_columns(line) or _before_colon(line.text)
