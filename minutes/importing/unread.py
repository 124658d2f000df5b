"""What could not be read into data: the lines, and what was expected of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes.domain.record import Item, Unread
from minutes.domain.sections import SectionKind
from minutes.importing.acts import read_acts
from minutes.importing.blocks import Block, BlockKind
from minutes.importing.front_page import NO_FIELD
from minutes.importing.lines import Line
from minutes.importing.names import Known, is_list_of_names, persons
from minutes.importing.section_lines import SectionLines
from minutes.importing.votes import unread_ballots

_ABOUT_QUESTIONS = re.compile(
    r"\b(?:ställer|ställde|ställs|finner|fann|prövar|omröstning\w*|votering\w*|röst\w*|proposition\w*"
    r"|antecknar|konstaterar|godkänner|huvudförslag|motförslag)\b|^(?:ja|nej|avstår)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:yttrar sig|yttrade sig|informerar|redogör|svarar|ajournera\w*)\b", re.I)
_NO_PROPOSAL = "Inget förslag känns igen i texten."
_NO_QUESTION = "Ingen fråga eller omröstning känns igen i texten."
_OTHER_TOTALS = "Namnen stämmer inte med omröstningens siffror."
_LOOSE_MARKS = "Kryssen står inte vid namnen: vem som röstade hur går inte att läsa."
_MARK = re.compile(r"[Xx]")
_NO_PERSON = "Ingen reservant känns igen i texten."


def _of_deliberation(section: SectionLines, known: Known) -> Iterator[Unread]:
    before = False
    for block in section.blocks:
        found = bool(read_acts([block], known))
        goes_on = before and block.kind is not BlockKind.PARAGRAPH
        if not (found or goes_on or _said_otherwise(block)):
            yield Unread(block.line, block.text, _NO_PROPOSAL)
        before = found or goes_on


def _said_otherwise(block: Block) -> bool:
    return bool(_ABOUT_QUESTIONS.search(block.text) or _SPOKEN.search(block.text))


def _voted(block: Block, item: Item) -> bool:
    """Whether the block only names persons whose ballots are read."""
    entered = {ballot.person for vote in item.votes for ballot in vote.ballots}
    return is_list_of_names(block.text) and set(persons(block.text)) <= entered


def _of_procedure(section: SectionLines, known: Known, item: Item) -> Iterator[Unread]:
    for block in section.blocks:
        about = _ABOUT_QUESTIONS.search(block.text) or _voted(block, item)
        if not about and not read_acts([block], known):
            yield Unread(block.line, block.text, _NO_QUESTION)


def unread_head(lines: Sequence[Line]) -> Iterator[Unread]:
    """The lines of a §'s head that the record has no field for."""
    yield from (Unread(line.number, line.text, NO_FIELD) for line in lines)


def unread_in(item: Item, sections: Sequence[SectionLines], known: Known) -> Iterator[Unread]:
    """The blocks of a § that should have given data and gave none, each once."""
    found = [*_of_sections(item, sections, known), *_of_ballots(sections)]
    if any(not (vote.ballots or vote.closed) for vote in item.votes):
        found += _of_loose_marks(sections)
    yield from {one.line: one for one in found}.values()


def _of_ballots(sections: Sequence[SectionLines]) -> Iterator[Unread]:
    for block in unread_ballots(sections):
        yield Unread(block.line, block.text, _OTHER_TOTALS)


def _of_loose_marks(sections: Sequence[SectionLines]) -> list[Unread]:
    """The first mark of a table whose text has lost which row each mark stood in."""
    marks = [b for s in sections for b in s.blocks if _MARK.fullmatch(b.text)]
    return [Unread(b.line, b.text, _LOOSE_MARKS) for b in marks[:1]]


def _of_sections(item: Item, sections: Sequence[SectionLines], known: Known) -> Iterator[Unread]:
    for section in sections:
        if section.kind is SectionKind.DELIBERATION:
            yield from _of_deliberation(section, known)
        elif section.kind is SectionKind.DECISION_PROCEDURE:
            yield from _of_procedure(section, known, item)
        elif section.kind is SectionKind.RESERVATION and not item.reservations and section.blocks:
            yield Unread(section.blocks[0].line, section.text, _NO_PERSON)
