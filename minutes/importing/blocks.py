"""Hard-wrapped lines become paragraphs, list entries and table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from minutes.importing.hyphens import join
from minutes.importing.lines import Cell, Line
from minutes.importing.page import BULLET, ENDED, NUMBER, Page
from minutes.importing.rows import continued

_NUMBER = re.compile(rf"^(?P<mark>{NUMBER})\s+(?P<text>\S.*)$")
_BULLET = re.compile(rf"^(?P<mark>{BULLET})\s*(?P<text>\S.*)$")
_DASH = re.compile(r"[–-]")
ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$")
_PARTY = re.compile(r"^\([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\)")
_FIRST_NAME = re.compile(r"\([A-Za-zÅÄÖåäö]{1,6}\),? (?:och|samt) [A-ZÅÄÖ][\w-]+$")
_OTHER_NAMES = re.compile(r"^[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)? \([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\)")
"""The last of several persons, whose name two lines part."""
_OPEN_LIST = re.compile(r"\([A-Za-zÅÄÖåäö]{1,6}\), .*\([A-Za-zÅÄÖåäö]{1,6}\),$", re.S)
_NAMED = re.compile(r"^[A-ZÅÄÖ][^()]* \([A-Za-zÅÄÖåäö]{1,6}\)")
"""Several persons on one line and a comma: more follow, though the line is not full."""
_CLAUSE = re.compile(r"^[Aa]tt ")
_ENDS_SENTENCE = re.compile(r"[:;.]$")
_ENDS_CLAUSE = re.compile(r"(?:[,:;.]|\b(?:samt|och))$")
_OPENS_CLAUSE = re.compile(r"\b(?:beslutar?|beslutade|föreslår|följande|att)$")
_STOPPED = re.compile(r"[.!?][”\"]?$")


class BlockKind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    NUMBER = "number"
    BULLET = "bullet"
    ROW = "row"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list entry or table row; `mark` is its number or bullet as printed.

    A blank line stands before one that is `parted` from what is above it, where that says anything.
    """

    kind: BlockKind
    text: str
    line: int
    mark: str = ""
    cells: tuple[Cell, ...] = ()
    bold: bool = False
    parted: bool = False


def _goes_on_table(line: Line, last: Block | None) -> bool:
    """Whether a line is one more row of the table before it, though a dash stands first in it."""
    rows = last is not None and last.kind is BlockKind.ROW and len(last.cells) == len(line.cells)
    return rows and _DASH.fullmatch(line.cells[0].text) is not None


def _row(line: Line, *, parted: bool) -> Block:
    kind, cells, bold = BlockKind.ROW, line.cells, line.bold
    return Block(kind, line.text, line.number, cells=cells, bold=bold, parted=parted)


def _joined_row(block: Block, line: Line, gap: bool, page: Page) -> Block | None:
    """The row with the line's words joined to its cells, where the line goes on with them."""
    if block.kind is not BlockKind.ROW or gap:
        return None
    cells = continued(block.cells, line, page.words, parted=page.rows_parted)
    return replace(block, cells=cells, text=" ".join(c.text for c in cells)) if cells else None


def _start(line: Line, last: Block | None, *, parted: bool = False) -> Block:
    """The block that a line begins."""
    if _goes_on_table(line, last):
        return _row(line, parted=parted)
    for kind, pattern in ((BlockKind.NUMBER, _NUMBER), (BlockKind.BULLET, _BULLET)):
        match = pattern.match(line.text)
        if match is not None:
            return Block(kind, match["text"], line.number, match["mark"], parted=parted)
    if len(line.cells) > 1:
        return _row(line, parted=parted)
    return Block(BlockKind.PARAGRAPH, line.text, line.number, bold=line.bold, parted=parted)


def _opens_list(block: Block, last: Block | None) -> bool:
    """Whether a number really opens a list entry ("19. maj" in running text does not)."""
    if block.kind is BlockKind.PARAGRAPH or last is None:
        return True
    if block.kind is not BlockKind.NUMBER or not block.mark[0].isdigit():
        return True
    number = int(block.mark[:-1])
    return number == 1 or last.kind is BlockKind.NUMBER or bool(ENDED.search(last.text))


def _unfinished(block: Block, line: Line) -> bool:
    """Whether the words themselves say that the next line goes on with them."""
    if ENDED.search(block.text):
        return False
    in_name = _FIRST_NAME.search(block.text) and _OTHER_NAMES.match(line.text)
    listed = _OPEN_LIST.search(block.text) and _NAMED.match(line.text)
    goes_on = line.text[0].islower() or block.text.endswith("-")
    return goes_on or bool(in_name or listed or _PARTY.match(line.text))


def _is_before_clause(block: Block, line: Line, *, full: bool) -> bool:
    """Whether a line that begins with "att" after this one is a clause of its own.

    After a full line it is so only in a list of clauses.
    """
    if full and not _CLAUSE.match(block.text):
        return bool(_ENDS_SENTENCE.search(line.text))
    return bool(_ENDS_CLAUSE.search(line.text) or (not full and _OPENS_CLAUSE.search(line.text)))


def _goes_over(block: Block, last: Line, line: Line, page: Page) -> bool:
    """Whether a paragraph that reaches the foot of a page goes on at the head of the next."""
    if line.page == last.page or line.bold != last.bold or not page.is_long(last):
        return False
    if not ENDED.search(block.text):
        return True
    return page.is_at_top(line) and page.is_full(last, line)


def _runs_on(block: Block, last_line: Line, line: Line, gap: bool, page: Page) -> bool:
    """Whether `line` goes on with the paragraph that `last_line` stands in.

    A paragraph goes on over a blank line where a page ends or page furniture stood, or where
    the line before is full, unfinished and followed by a small letter.
    """
    if block.kind is BlockKind.ROW or ADDRESS.match(line.text):
        return False
    full = page.is_full(last_line, line)
    if line.bold != last_line.bold and not full:
        return False
    if _CLAUSE.match(line.text) and _is_before_clause(block, last_line, full=full):
        return False
    if gap and not page.double_spaced:
        over = _goes_over(block, last_line, line, page)
        return over or (_unfinished(block, line) and (full or _page_ends(last_line, line)))
    return (
        full
        or (page.parted and page.prose and bool(_STOPPED.search(block.text)))
        or _unfinished(block, line)
        or (page.is_long(last_line) and not ENDED.search(block.text))
    )


def _joined(block: Block, last: Line, line: Line, gap: bool, page: Page) -> Block | None:
    """The block with the line joined to it, where the line goes on with it."""
    if (row := _joined_row(block, line, gap, page)) is not None:
        return row
    new = _start(line, block)
    fresh = new.kind is not BlockKind.PARAGRAPH and _opens_list(new, block)
    if fresh or not _runs_on(block, last, line, gap, page):
        return None
    text, bold = join(block.text, line.text, page.words), block.bold and line.bold
    return replace(block, text=text, bold=bold)


def _page_ends(last_line: Line, line: Line) -> bool:
    """Whether a page ends between the lines, or lines of the page were taken out there."""
    return line.page != last_line.page or line.number - last_line.number > 3


def blocks(lines: Sequence[Line], page: Page) -> Iterator[Block]:
    """The blocks of a section, in order."""
    block: Block | None = None
    last: Line | None = None
    gap, tells = False, not (page.rows_parted or page.double_spaced)
    for at, line in enumerate(lines):
        if line.is_blank:
            gap = True
            continue
        anew = block and gap and _STOPPED.search(block.text) and page.heads(lines[at : at + 3])
        joined = _joined(block, last, line, gap, page) if block and last and not anew else None
        if joined is None and block is not None:
            yield block
        block = joined or _start(line, block, parted=gap and tells)
        last, gap = line, False
    if block is not None:
        yield block
