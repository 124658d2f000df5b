"""Blocks written as Markdown: paragraphs, lists, lists in lists, tables and sub-headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes.domain.sections import SectionKind
from minutes.importing.blocks import Block, BlockKind
from minutes.importing.lines import Cell
from minutes.importing.rows import aligned, in_columns
from minutes.importing.tables import begins_table

_ESCAPED = re.compile(r"^(?:#{1,6} |>|\d+[.)] |[+*-] )|[*_`|\\<](?=\S)")
_SUBHEADING = re.compile(r"^[A-ZÅÄÖ0-9][^.!?;:]{2,89}[^.!?;:,–-]$")
_SISTER = re.compile(r"^[A-ZÅÄÖ][^.!?;:]{0,88}[^.!?;:,–-]$")
_BOLD_SUBHEADING = re.compile(r"^[A-ZÅÄÖ0-9].{0,88}[^.!?;:,–-]$")
_PROSE = re.compile(r"[.!?:]\d{0,2}$")
"""How a paragraph of prose ends; the mark of a footnote may stand behind it."""
_PARAGRAPH = BlockKind.PARAGRAPH
_MAY_HAVE_SUBHEADINGS = {
    SectionKind.BACKGROUND,
    SectionKind.SUMMARY,
    SectionKind.STATEMENT,
    SectionKind.IMPACT,
    SectionKind.INFORMATION,
    SectionKind.OTHER,
}


def _escape(text: str) -> str:
    """The text with what Markdown would read as markup taken literally."""
    return _ESCAPED.sub(lambda m: "\\" + m.group() if len(m.group()) == 1 else _mark(m), text)


def _mark(match: re.Match[str]) -> str:
    mark = match.group()
    at = mark.rstrip().rstrip(".)")
    return f"{at}\\{mark[len(at) :]}" if at.isdigit() else "\\" + mark


def _is_subheading(block: Block, before: Block | None, after: Block | None) -> bool:
    if block.kind is not _PARAGRAPH or after is None:
        return False
    if block.bold:
        return _BOLD_SUBHEADING.match(block.text) is not None
    if not _SUBHEADING.match(block.text):
        return False
    follows = before is None or bool(_PROSE.search(before.text)) or before.kind is not _PARAGRAPH
    return follows and len(after.text) > 90 and after.kind is _PARAGRAPH


def _list_mark(block: Block) -> str:
    if block.kind is BlockKind.BULLET:
        return "- "
    return f"{block.mark[:-1]}. " if block.mark[0].isdigit() else f"{block.mark} "


def _cell(cell: Cell | None) -> str:
    text = cell.text.replace("|", "\\|") if cell else ""
    return f"| {text} " if text else "| "


def _once_headed(rows: Sequence[Block]) -> list[Block]:
    """The rows without the header where it is repeated at the head of a page."""
    first = rows[0]
    return [row for row in rows if row is first or not (row.bold and row.text == first.text)]


def _table(rows: Sequence[Block]) -> str:
    cells = in_columns([row.cells for row in _once_headed(rows)])
    head, *rest = ("".join(map(_cell, row)) + "|" for row in cells)
    return "\n".join([head, f"| {' | '.join(aligned(cells))} |", *rest])


def _entries(found: Sequence[Block]) -> Iterator[str]:
    """The entries of a list; bullets and letters that follow a number stand under it."""
    under = False
    for block in found:
        if block.mark[0].isdigit():
            under = True
            yield _list_mark(block) + block.text
        else:
            yield ("   " if under else "") + _list_mark(block) + block.text


def _footnote(note: Block) -> str:
    """A note with its number; one that no mark points to as it stands."""
    return f"[^{note.mark[:-1]}]: {note.text}" if note.mark else _escape(note.text)


def _is_list(block: Block) -> bool:
    return block.kind in {BlockKind.NUMBER, BlockKind.BULLET}


def _goes_with(block: Block, part: Sequence[Block]) -> bool:
    """Whether a block belongs to the part before it: a table, a list or the footnotes."""
    before = part[-1]
    if _is_list(block):
        return _is_list(before)
    is_row = block.kind is BlockKind.ROW and not begins_table(part, block)
    is_note = block.kind is BlockKind.FOOTNOTE and bool(block.mark) is bool(before.mark)
    return before.kind is block.kind and (is_row or is_note)


def _parts(found: Sequence[Block]) -> list[list[Block]]:
    parts: list[list[Block]] = []
    for block in found:
        if parts and _goes_with(block, parts[-1]):
            parts[-1].append(block)
        else:
            parts.append([block])
    return parts


def _is_text(block: Block, after: Block | None) -> bool:
    """Whether a block is what stands under a sub-heading."""
    if block.kind is not _PARAGRAPH:
        return _is_list(block)
    return len(block.text) > 90 or after is None or bool(_PROSE.search(block.text))


def _is_sister(around: Sequence[Block | None]) -> bool:
    """Whether the third of five blocks is a sub-heading, where others of its section are.

    One other may stand right above or below it.
    """
    first, before, block, after, last = around
    if not block or block.kind is not _PARAGRAPH or not _SISTER.match(block.text) or not after:
        return False
    above = before if before and not _SISTER.match(before.text) else first
    follows = above is None or above.kind is not _PARAGRAPH or bool(_PROSE.search(above.text))
    over_other = last is not None and bool(_SISTER.match(after.text)) and _is_text(last, block)
    return follows and (_is_text(after, last) or over_other)


def _subheadings(found: Sequence[Block]) -> set[int]:
    """The lines of the blocks that are sub-headings."""
    around: list[Block | None] = [None, None, *found, None, None]
    places = range(len(found))
    sure = {at for at in places if _is_subheading(found[at], around[at + 1], around[at + 3])}
    sisters = {at for at in places if sure and _is_sister(around[at : at + 5])}
    return {found[at].line for at in sure | sisters}


def _paragraph(block: Block, *, heads: bool) -> str:
    return ("### " if heads else "") + _escape(block.text)


def markdown(kind: SectionKind, found: Sequence[Block]) -> str:
    """The text of a section of `kind` as Markdown, lists and tables kept."""
    heads = _subheadings(found) if kind in _MAY_HAVE_SUBHEADINGS else set()
    written = []
    for group in _parts(found):
        if _is_list(group[0]):
            written.append("\n".join(_entries(group)))
        elif group[0].kind is BlockKind.FOOTNOTE:
            written.append("\n".join(map(_footnote, group)))
        elif len(group) > 1:
            written.append(_table(group))
        else:
            written.append(_paragraph(group[0], heads=group[0].line in heads))
    return "\n\n".join(written)
