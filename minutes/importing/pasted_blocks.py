"""The headings, paragraphs, lists, tables and quotations of pasted HTML, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutes.importing import pasted_words
from minutes.importing.clipboard import Node
from minutes.importing.pasted_lists import (
    entries,
    is_entry_of_word,
    level_of_word,
    level_told,
    plain_mark,
    taken_mark,
    with_mark,
)
from minutes.importing.pasted_tables import cells_of, is_layout, rows_of, table_markdown
from minutes.importing.pasted_words import Run, runs

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = {"a", "b", "br", "em", "font", "i", "ins", "span", "strong", "sub", "sup"}
_TITLE = "MsoTitle"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as Markdown. `depth` is how many lists it stands in, `mark` that of its entry.

    `heading` is the level of one, from 1; `quoted` how many quotations it stands in.
    """

    text: str
    depth: int = 0
    mark: str = ""
    heading: int = 0
    quoted: int = 0
    table: bool = False


@dataclass(frozen=True, slots=True)
class _Set:
    """How the words around are set, and where they stand."""

    bold: bool = False
    italic: bool = False
    depth: int = 0
    quoted: int = 0
    pre: bool = False


def _is_inline(child: Node | str) -> bool:
    """Whether something stands in a line: words, or an element with nothing but words in it."""
    if isinstance(child, str):
        return True
    return child.tag in _INLINE and all(_is_inline(one) for one in child.children)


def _heading_level(node: Node) -> int:
    if node.attributes.get("role") == "heading":
        told = node.attributes.get("aria-level", "")
        return int(told) if told.isdecimal() and len(told) == 1 else 2
    return 1 if _TITLE in node.attributes.get("class", "") else _HEADINGS.get(node.tag, 0)


def _within(node: Node, around: _Set) -> _Set:
    return replace(
        around,
        bold=pasted_words.is_bold(node, around.bold),
        italic=pasted_words.is_italic(node, around.italic),
        pre=around.pre or node.tag == "pre",
    )


def _flowing(found: list[Node | str], around: _Set, mark: str = "") -> Iterator[Piece]:
    """A paragraph of what stands in lines beside blocks."""
    line = Node("p", children=found)
    set_so = runs(line, bold=around.bold, italic=around.italic, pre=around.pre)
    text = pasted_words.markdown(list(set_so))
    if text or mark:
        yield Piece(text, around.depth, mark, quoted=around.quoted)


def _inside(node: Node, around: _Set, mark: str = "") -> Iterator[Piece]:
    """What is in an element; the first that stands in it has its mark."""
    waiting: list[Node | str] = []
    pieces = _parts(node, around, waiting)
    for piece in pieces:
        bears = mark and not piece.mark and not piece.table and piece.depth == around.depth
        yield replace(piece, mark=mark) if bears else piece
        mark = ""


def _parts(node: Node, around: _Set, waiting: list[Node | str]) -> Iterator[Piece]:
    for child in node.children:
        if _is_inline(child):
            waiting.append(child)
            continue
        yield from _flowing(list(waiting), around)
        waiting.clear()
        if isinstance(child, Node):
            yield from _block(child, around)
    yield from _flowing(list(waiting), around)


def _listed(listing: Node, around: _Set) -> Iterator[Piece]:
    within = replace(around, depth=around.depth + 1)
    for child, mark in entries(listing):
        if mark:
            told = replace(within, depth=level_told(child, within.depth))
            yield from _inside(child, _within(child, told), mark)
        else:
            yield from _block(child, around if child.tag in _HEADINGS else within)


def _tabled(table: Node, around: _Set) -> Iterator[Piece]:
    for caption in (n for n in table.elements if n.tag == "caption"):
        yield from _inside(caption, around)
    if is_layout(table):
        for row in rows_of(table):
            for cell in cells_of(row):
                yield from _inside(cell, _within(cell, around))
        return
    text = table_markdown(table, _in_cell)
    if text:
        yield Piece(text, around.depth, quoted=around.quoted, table=True)


def _in_cell(cell: Node) -> str:
    """What a cell holds on one line: the marks of its lists written out."""
    pieces = _inside(cell, _Set())
    lines = (piece.mark.replace("- ", "• ") + piece.text for piece in pieces)
    return " ".join(" ".join(lines).split())


def _entry(node: Node, around: _Set) -> Iterator[Piece]:
    """A paragraph that Word set as an entry of a list."""
    depth = around.depth + level_of_word(node)
    mark = taken_mark(node)
    yield from _inside(node, replace(_within(node, around), depth=depth), mark)


def _headed(node: Node, level: int, around: _Set) -> Iterator[Piece]:
    mark = plain_mark(node)
    found = [run if run.text != "\n" else Run(" ") for run in with_mark(mark, list(runs(node)))]
    text = pasted_words.markdown(found, plain=True)
    if text:
        yield Piece(text, heading=level, quoted=around.quoted)


def _paragraph(node: Node, around: _Set) -> Iterator[Piece]:
    """A paragraph, or an element that only holds others."""
    number = plain_mark(node) if node.tag == "p" else ""
    if number:
        node.children.insert(0, number)
    yield from _inside(node, _within(node, around))


def _block(node: Node, around: _Set) -> Iterator[Piece]:
    level = _heading_level(node)
    if level:
        yield from _headed(node, level, around)
    elif is_entry_of_word(node):
        yield from _entry(node, around)
    elif node.tag in {"ol", "ul"}:
        yield from _listed(node, around)
    elif node.tag == "table":
        yield from _tabled(node, around)
    elif node.tag == "blockquote":
        yield from _inside(node, replace(_within(node, around), quoted=around.quoted + 1))
    else:
        yield from _paragraph(node, around)


def pieces(root: Node) -> Iterator[Piece]:
    """The blocks of a tree, in order."""
    yield from _inside(root, _Set())
