"""A record printed as the lines that text extraction would give back."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

from minutes.domain.record import Item
from minutes.importing.lines import Source
from minutes.importing.text_lines import read_text

WIDTH = 76
_MARK = re.compile(r"^(?P<indent> *)(?P<mark>- |\d+\. )(?P<text>.*)$")
_RULE = re.compile(r"^\|[ :|-]+\|$")


def _plain(line: str) -> str:
    """A line of Markdown as it looks on paper."""
    return line.removeprefix("### ").replace("\\", "")


def _wrapped(line: str) -> list[str]:
    match = _MARK.match(line)
    mark = "" if match is None else "• " if match["mark"] == "- " else match["mark"]
    text = line if match is None else match["text"]
    return textwrap.wrap(mark + _plain(text), WIDTH) or [""]


def _in_columns(rows: Sequence[str]) -> Iterator[str]:
    """A table's rows with their cells in columns."""
    cells = [[c.strip() for c in row.strip("|").split(" | ")] for row in rows]
    widths = [max(map(len, column)) + 4 for column in zip(*cells, strict=True)]
    for row in cells:
        yield "".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip()


def _text_lines(text: str) -> Iterator[str]:
    rows: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.startswith("|"):
            rows += [] if _RULE.match(line) else [line]
            continue
        yield from _in_columns(rows)
        rows = []
        yield from _wrapped(line)


def item_lines(item: Item) -> list[str]:
    """The § as hard-wrapped lines, an empty line between its blocks."""
    lines = [f"§ {item.number}", "", *textwrap.wrap(item.title, WIDTH)]
    lines += [f"Dnr {', '.join(item.dnr)}"] if item.dnr else []
    for section in item.sections:
        lines += ["", section.heading, *_text_lines(section.text)]
    return lines


def source(items: tuple[Item, ...]) -> Source:
    """The §§ as a file's lines."""
    text = "\n\n".join("\n".join(item_lines(item)) for item in items)
    return Source("utskrivet.txt", read_text(text.encode()))
