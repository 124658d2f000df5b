"""A § taken apart into its sections, each with its blocks and its Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minutes.domain.sections import Section, SectionKind
from minutes.importing.blocks import Block, blocks
from minutes.importing.footnotes import with_footnotes, with_those_of_page
from minutes.importing.headings import Heading, heading_of
from minutes.importing.layouts import Layout
from minutes.importing.lines import Line, from_text
from minutes.importing.markdown import markdown
from minutes.importing.markdown_lines import UNWRAPPED, lines_of
from minutes.importing.page import Page
from minutes.importing.tables import with_headed_rows
from minutes.importing.vocabulary import BODY

_OF_BODY = re.compile(
    rf"^(?P<body>{BODY}) (?:beslut\w*|förslag|behandling|proposition\w*|yrkande\w*)\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(rf"^(?P<body>{BODY}) (?:beslutade|beslöt|föreslog)\b", re.IGNORECASE)
_WHOLE_HANDLING = re.compile(r"beslutsordning|behandling|beslutsgång", re.IGNORECASE)
_OF_A_BODY = {
    SectionKind.DECISION,
    SectionKind.DELIBERATION,
    SectionKind.DECISION_PROCEDURE,
    SectionKind.BASE_PROPOSAL,
}
OF_ENTRIES = {
    SectionKind.ANNEXES,
    SectionKind.DECISION_BASIS,
    SectionKind.REFERENCES,
    SectionKind.RECIPIENTS,
}
_TOLD_OF = {SectionKind.DELIBERATION, SectionKind.DECISION_PROCEDURE, SectionKind.RESERVATION}
_SOMEBODYS = re.compile(r"s förslag$", re.IGNORECASE)


@dataclass(slots=True)
class SectionLines:
    """One section as lines, later as blocks."""

    kind: SectionKind
    heading: str
    lines: list[Line] = field(default_factory=list)
    blocks: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        """All its words in one line of text a block."""
        return "\n".join(block.text for block in self.blocks)


def _rest_line(line: Line, heading: Heading) -> Line:
    return from_text(line.number, line.page, heading.rest)


def _anothers(heading: Heading, own: str | None) -> bool:
    """Whether the heading tells of another body's handling ("Arbetsutskottets beslutsordning")."""
    match = _OF_BODY.match(heading.text)
    if match is None or own is None:
        return False
    return not own.casefold().startswith(match["body"].casefold().rstrip("s"))


def _kind_here(heading: Heading, current: SectionLines, own: str | None) -> SectionKind:
    """The heading's kind, as seen from the body whose minutes these are."""
    told = _anothers(heading, own) and heading.kind in _OF_A_BODY
    goes_on = bool(_WHOLE_HANDLING.search(current.heading)) and heading.kind in _TOLD_OF
    goes_on = goes_on and current.kind is SectionKind.EARLIER_HANDLING
    if told or (goes_on and _OF_BODY.match(heading.text) is None):
        return SectionKind.EARLIER_HANDLING
    return heading.kind


def _told_of_another(heading: Heading, own: str | None) -> bool:
    """Whether an opening tells what another body decided earlier ("Utskottet beslutade att")."""
    match = _DECIDED.match(heading.rest)
    stem = match["body"].casefold()[:-2] if match else ""
    return bool(match and own) and stem not in (own or "").casefold()


def _opens(heading: Heading, current: SectionLines, layout: Layout, own: str | None) -> bool:
    """Whether a heading opens a section rather than belonging to the one it stands in."""
    if layout.stays_inside(heading.kind, current.kind):
        return False
    if not heading.text:
        if _told_of_another(heading, own):
            return False
        is_empty = all(line.is_blank for line in current.lines)
        proposed = current.kind is SectionKind.BASE_PROPOSAL and is_empty
        return current.kind is not SectionKind.DECISION and not proposed
    is_entry = heading.kind is SectionKind.OTHER or bool(_SOMEBODYS.search(heading.text))
    listed = bool(current.lines) and not current.lines[-1].is_blank
    is_entry = is_entry or (listed and heading.kind is SectionKind.VOTE)
    return not (is_entry and current.kind is SectionKind.ANNEXES)


def split(lines: Sequence[Line], layout: Layout, own: str | None = None) -> list[SectionLines]:
    """The sections of a §'s body; text before the first heading stands in one without heading.

    `own` names the body whose minutes these are.
    """
    sections = [SectionLines(SectionKind.OTHER, "")]
    for line in lines:
        heading = None if line.is_blank else heading_of(line)
        if heading is None or not _opens(heading, sections[-1], layout, own):
            sections[-1].lines.append(line)
            continue
        sections.append(SectionLines(_kind_here(heading, sections[-1], own), heading.text))
        if heading.rest:
            sections[-1].lines.append(_rest_line(line, heading))
    return [s for s in sections if s.heading or any(not x.is_blank for x in s.lines)]


def read_sections(
    lines: Sequence[Line], layout: Layout, page: Page, own: str | None = None
) -> list[SectionLines]:
    """The sections of a § with their blocks; `own` names the body whose minutes these are."""
    return with_blocks(split(lines, layout, own), page)


def with_blocks(sections: list[SectionLines], page: Page) -> list[SectionLines]:
    """The same sections, the blocks of each read from its lines."""
    for section in sections:
        section.blocks = _blocks(section, page)
    return sections


def _blocks(section: SectionLines, page: Page) -> tuple[Block, ...]:
    kind = replace(page, prose=section.kind not in OF_ENTRIES)
    text = [line for line in section.lines if not line.footnote]
    notes = [line for line in section.lines if line.footnote]
    found = with_footnotes(with_headed_rows(tuple(blocks(text, kind))))
    return with_those_of_page(found, notes, page) if notes else found


def read_section(section: Section) -> SectionLines:
    """A section of a record as the lines and blocks of its text."""
    found = SectionLines(section.kind, section.heading, lines_of(section.text))
    found.blocks = _blocks(found, UNWRAPPED)
    return found


def as_record(sections: Sequence[SectionLines]) -> tuple[Section, ...]:
    """The sections as the record keeps them."""
    return tuple(Section(s.kind, s.heading, markdown(s.kind, s.blocks)) for s in sections)
