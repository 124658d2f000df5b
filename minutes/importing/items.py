"""One § from its lines to the record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from minutes.domain.decisions import Decision
from minutes.domain.persons import Person
from minutes.domain.proposals import Proposal
from minutes.domain.record import Item, Unread
from minutes.domain.sections import SectionKind
from minutes.importing.acts import read_acts
from minutes.importing.assignments import read_assignments
from minutes.importing.called_kinds import as_called
from minutes.importing.corrections import is_of_the_record, read_corrections
from minutes.importing.decisions import read_decision
from minutes.importing.disqualifications import read_disqualified, read_stands_aside
from minutes.importing.entries import read_entries
from minutes.importing.hyphens import join
from minutes.importing.item_lines import ItemLines
from minutes.importing.layouts import Layout
from minutes.importing.lines import Line
from minutes.importing.motions import read_motion
from minutes.importing.names import Known, persons
from minutes.importing.notes import read_notes
from minutes.importing.outcomes import approves_whole, refers_back, tables
from minutes.importing.page import Page
from minutes.importing.proposal_kinds import BaseProposal
from minutes.importing.proposals import read_proposals
from minutes.importing.questions import read_questions
from minutes.importing.references import is_reference
from minutes.importing.references import split as split_references
from minutes.importing.reservations import read_reservations
from minutes.importing.section_lines import SectionLines, as_record, read_sections
from minutes.importing.unread import unread_head, unread_in
from minutes.importing.votes import read_votes

_IN_BRACKETS = re.compile(r"^(?P<title>.+?) \((?P<dnr>[^()]+)\)$")
_FORMAL = re.compile(
    r"\b(?:närvarorätt|föredragningslista|dagordning|justerare|upprop)", re.IGNORECASE
)
_DEBATE = (SectionKind.DELIBERATION, SectionKind.DECISION_PROCEDURE, SectionKind.OTHER)
_ASKED_IN = (SectionKind.DECISION_PROCEDURE, SectionKind.VOTE, SectionKind.DELIBERATION)


@dataclass(frozen=True, slots=True)
class Context:
    """What a § is read against: whose minutes these are, and who was there."""

    body: str | None = None
    people: tuple[Person, ...] = ()


def _title(lines: ItemLines, page: Page) -> tuple[str, tuple[str, ...]]:
    """The title as one line, and the references that stand beside it or in brackets after it."""
    told = [_beside(line) for line in lines.title]
    parts = [part for part in (lines.rest, *(text for text, _ in told)) if part]
    title = reduce(lambda a, b: join(a, b, page.words), parts, "")
    beside = tuple(reference for _, found in told for reference in found)
    match = _IN_BRACKETS.match(title)
    references = split_references(match["dnr"]) if match else ()
    if match is None or not all(is_reference(r) for r in references) or not references:
        return title, beside
    return match["title"], beside + references


def _beside(line: Line) -> tuple[str, tuple[str, ...]]:
    """A title line's words, and the references in a column of their own at its end."""
    *words, last = (cell.text for cell in line.cells)
    if not words or not is_reference(last):
        return line.text, ()
    return " ".join(words), split_references(last)


def _people(sections: Sequence[SectionLines], everyone: Sequence[Person]) -> Known:
    here = persons("\n".join(section.text for section in sections))
    return Known([*here, *everyone])


def _proposals(
    sections: Sequence[SectionLines], known: Known, base: BaseProposal
) -> tuple[Proposal, ...]:
    """Proposals from the deliberation; from the procedure where a house puts them there."""
    for kind in _DEBATE:
        blocks = [b for s in sections if s.kind is kind for b in s.blocks]
        found = read_proposals(read_acts(blocks, known), known, base)
        if found:
            return found
    return ()


def _texts(sections: Sequence[SectionLines], *kinds: SectionKind) -> list[str]:
    return [b.text for s in sections if s.kind in kinds for b in s.blocks]


def _base(title: str, dnr: Sequence[str], decision: Decision | None) -> BaseProposal:
    """What the proposals are held against; a formal item has no base proposal."""
    exists = bool(dnr) and not _FORMAL.search(title)
    return BaseProposal(exists, approves_whole(decision))


def _with_debate(item: Item, sections: Sequence[SectionLines], known: Known) -> Item:
    """The § with its proposals, questions and votes."""
    base = _base(item.title, item.dnr, item.decision)
    debate = "\n".join(s.text for s in sections if s.kind in _DEBATE)
    proposals = as_called(_proposals(sections, known, base), debate)
    asked = _texts(sections, *_ASKED_IN)
    return replace(
        item,
        proposals=proposals,
        questions=read_questions(asked, known, proposals),
        votes=read_votes(sections),
    )


def _with_lists(item: Item, sections: Sequence[SectionLines]) -> Item:
    """The § with what it refers to, and to whom it is sent."""
    return replace(
        item,
        annexes=read_entries(sections, SectionKind.ANNEXES),
        decision_basis=read_entries(sections, SectionKind.DECISION_BASIS),
        references=read_entries(sections, SectionKind.REFERENCES),
        recipients=read_entries(sections, SectionKind.RECIPIENTS),
        corrections=read_corrections(sections),
    )


def of_sections(head: Item, sections: Sequence[SectionLines], people: Sequence[Person]) -> Item:
    """The § as its sections tell it; `head` has its number, title and references.

    `people` are those who were there.
    """
    decision = read_decision(sections)
    item = Item(
        number=head.number,
        title=head.title,
        dnr=head.dnr,
        decision=decision,
        referred_back=refers_back(decision),
        tabled=tables(decision),
        reservations=read_reservations(sections, people),
        notes=read_notes(sections),
        disqualified=read_disqualified(sections),
        stands_aside=read_stands_aside(sections),
        assignments=read_assignments(decision),
        motion=read_motion(head.title, decision, sections),
        sections=as_record([s for s in sections if not is_of_the_record(s)]),
    )
    return _with_debate(_with_lists(item, sections), sections, _people(sections, people))


def read_item(
    lines: ItemLines, layout: Layout, page: Page, context: Context
) -> tuple[Item, tuple[Unread, ...]]:
    """The § as data, and the lines of it that could not be read into data."""
    sections = read_sections(lines.body, layout, page, context.body)
    title, bracketed = _title(lines, page)
    head = Item(lines.number, title, tuple(dict.fromkeys(lines.dnr + bracketed)))
    whole = of_sections(head, sections, context.people)
    known = _people(sections, context.people)
    return whole, (*unread_head(lines.handled_by), *unread_in(whole, sections, known))
