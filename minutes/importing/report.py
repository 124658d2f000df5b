"""The officials' report (tjänsteskrivelse) as the parts of a § that it fills in beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from minutes.domain.decisions import DecisionPoint
from minutes.domain.record import Unread
from minutes.domain.sections import Section, SectionKind
from minutes.importing.entries import read_entries
from minutes.importing.furniture import part
from minutes.importing.headings import heading_of
from minutes.importing.layouts import choose
from minutes.importing.lines import Line, Source
from minutes.importing.markdown import markdown
from minutes.importing.numbered_points import entry
from minutes.importing.page import page_of
from minutes.importing.proposed_points import points_of
from minutes.importing.report_head import Head, read_head
from minutes.importing.section_lines import OF_ENTRIES, SectionLines, split, with_blocks

_KEPT = {
    SectionKind.SUMMARY,
    SectionKind.BACKGROUND,
    SectionKind.IMPACT,
    SectionKind.EARLIER_HANDLING,
    SectionKind.BASE_PROPOSAL,
    *OF_ENTRIES,
}
_OF_ITSELF = re.compile(
    r"^(?:ekonomi\w*|finansiering|juridi\w+|barn\w*|jämställdhet\w*|miljö\w*|hållbarhet\w*"
    r"|konsekvens\w*|risk\w*|tidplan|samråd|samverkan|uppföljning|kommunikation|lag\w*"
    r"|personal\w*|folkhälsa|bedömning\w*|motivering\w*|överväganden?|genomförande)"
    r"(?: [^\W\d]+){0,3}$",
    re.IGNORECASE,
)
"""Headings of reports that no section of a § is about: they are kept as they stand."""
_CLAUSE = re.compile(r"^att ", re.IGNORECASE)
_LONGEST_HEADING = 70


@dataclass(frozen=True, slots=True)
class Report:
    """What a report says; a section for each of its headings, and the lines made nothing of."""

    title: str
    dnr: tuple[str, ...]
    dated_on: date | None
    handler: str
    sections: tuple[Section, ...]
    points: tuple[DecisionPoint, ...] = ()
    decision_basis: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()


def _is_own_heading(line: Line, after: Line | None) -> bool:
    """Whether a line is a heading that reports have and minutes do not."""
    text = line.text.rstrip(":")
    heads = after is not None and (after.is_blank or after.text[:1].isupper())
    fits = len(line.cells) == 1 and len(text) <= _LONGEST_HEADING and text[:1].isupper()
    return heads and fits and _OF_ITSELF.match(text) is not None


def _parted(section: SectionLines) -> Iterator[SectionLines]:
    """The section, parted at the headings that only reports have."""
    part_of = SectionLines(_kind(section), section.heading)
    lines = section.lines
    for line, after in zip_longest(lines, lines[1:]):
        if section.kind not in OF_ENTRIES and _is_own_heading(line, after):
            yield part_of
            part_of = SectionLines(SectionKind.OTHER, line.text.rstrip(":"))
        else:
            part_of.lines.append(line)
    yield part_of


def _kind(section: SectionLines) -> SectionKind:
    """A report's decision is a proposal; what minutes call by other names it only tells of."""
    if _OF_ITSELF.match(section.heading):
        return SectionKind.OTHER
    if section.kind is SectionKind.DECISION:
        return SectionKind.BASE_PROPOSAL
    if section.kind in _KEPT:
        return section.kind
    return SectionKind.OTHER if section.heading else SectionKind.BACKGROUND


def _is_filled(section: SectionLines) -> bool:
    return any(not line.is_blank for line in section.lines)


def _first_heading(lines: Sequence[Line]) -> int:
    """Where the report's first heading stands; past its end where it has none."""
    return next(
        (
            at
            for at, line in enumerate(lines)
            if not line.is_blank and line.text.casefold() != "beslutsunderlag" and heading_of(line)
        ),
        len(lines),
    )


def _sections(lines: Sequence[Line], head: Head, source: Source) -> list[SectionLines]:
    found = split(lines, choose(source.lines))
    parts = [one for section in found for one in _parted(section)]
    parts = [one for one in parts if one.heading or _is_filled(one)]
    if head.text:
        parts.insert(0, SectionLines(SectionKind.BACKGROUND, "", list(head.text)))
    return with_blocks(parts, page_of(source.lines))


def _proposed(section: SectionLines) -> str:
    """A proposal with each clause on a line of its own, else each block: pages end lines."""
    texts = [line.text for line in section.lines if not line.is_blank]
    begun = [at for at, text in enumerate(texts) if _CLAUSE.match(text)]
    if len(begun) < 2:
        return "\n".join(map(entry, section.blocks))
    starts = [0, *(at for at in begun if at)]
    ends = [*starts[1:], len(texts)]
    return "\n".join(" ".join(texts[a:b]) for a, b in zip(starts, ends, strict=True))


def _points(sections: Sequence[SectionLines]) -> tuple[DecisionPoint, ...]:
    of_base = [s for s in sections if s.kind is SectionKind.BASE_PROPOSAL]
    return tuple(point for s in of_base for point in points_of(_proposed(s)))


def _unread(lines: Sequence[Line], reason: str) -> tuple[Unread, ...]:
    return tuple(Unread(line.number, line.text, reason) for line in lines if not line.is_blank)


def read_report(source: Source) -> Report:
    """The report that a file's lines are; a text without headings is background, whole."""
    lines, furniture = part(source.lines, choose(source.lines))
    first = _first_heading(lines)
    head = read_head(lines[:first])
    if first == len(lines) and not head.text:
        head.text, head.rest = head.rest, ()
    sections = _sections(lines[first:], head, source)
    told = read_head(furniture)
    texts = [s for s in sections if s.kind not in OF_ENTRIES and (s.blocks or s.heading)]
    return Report(
        title=head.title,
        dnr=head.dnr or told.dnr,
        dated_on=head.dated_on or told.dated_on,
        handler=head.handler or told.handler,
        sections=tuple(Section(s.kind, s.heading, markdown(s.kind, s.blocks)) for s in texts),
        points=_points(sections),
        decision_basis=read_entries(sections, SectionKind.DECISION_BASIS),
        annexes=read_entries(sections, SectionKind.ANNEXES),
        recipients=read_entries(sections, SectionKind.RECIPIENTS),
        unread=_unread(head.rest, "står över den första rubriken")
        + _unread(furniture, "hör till sidans marginal"),
    )
