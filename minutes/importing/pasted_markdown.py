"""Pasted HTML as the Markdown of the register; read in a process of its own (see `pasted`)."""

from __future__ import annotations

import re
import resource
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from minutes.importing.clipboard import tree_of
from minutes.importing.pasted_blocks import Piece, pieces

_CLOSING = re.compile(r"(?<!\S)#+$")
"""What would close a heading rather than stand in it."""
_DEEPEST_LIST = 6
_SECONDS, _MEMORY = 3, 1_500_000_000
"""What the process may take: three times what the longest text needs."""


@dataclass(slots=True)
class _Page:
    """The text as far as it is written, and how far the entries of open lists are indented."""

    lines: list[str] = field(default_factory=list)
    before: Piece | None = None
    widths: list[int] = field(default_factory=list)

    def write(self, piece: Piece) -> None:
        """Write one piece below what stands there."""
        depth = min(piece.depth, len(self.widths) + bool(piece.mark), _DEEPEST_LIST)
        piece = replace(piece, depth=depth)
        if piece.mark:
            del self.widths[depth - 1 :]
        else:
            del self.widths[depth:]
        indent = " " * sum(self.widths)
        if self.before is not None:
            self.lines += [] if self._goes_on(piece) else [">" * min(piece.quoted, self._quoted())]
        first, *others = piece.text.split("\n")
        width = _width(piece.mark)
        hanging = indent + " " * width
        written = [indent + piece.mark + first, *(hanging + line for line in others)]
        self.lines += [("> " * piece.quoted + line).rstrip() for line in written]
        if piece.mark:
            self.widths.append(width)
        self.before = piece

    def _quoted(self) -> int:
        return self.before.quoted if self.before else 0

    def _goes_on(self, piece: Piece) -> bool:
        """Whether an entry stands right under the one before it, in the same list."""
        before = self.before
        if before is None or not before.mark or not piece.mark or before.quoted != piece.quoted:
            return False
        if _is_lettered(before.mark) or _is_lettered(piece.mark):
            deeper = piece.depth > before.depth and not _is_numbered(piece.mark)
            alike = _is_lettered(before.mark) == _is_lettered(piece.mark)
            return deeper or alike or piece.depth < before.depth
        both = piece.depth == before.depth == 1
        return not both or _is_numbered(before.mark) == _is_numbered(piece.mark)


def _is_numbered(mark: str) -> bool:
    return mark[:-2].isdecimal()


def _is_lettered(mark: str) -> bool:
    """Whether a mark is no list's in Markdown: the entry stands on a line of its own."""
    return mark != "- " and not _is_numbered(mark)


def _width(mark: str) -> int:
    """How far what belongs to an entry is indented."""
    return 0 if _is_lettered(mark) else len(mark)


def _headed(found: Sequence[Piece]) -> Iterator[Piece]:
    """Headings of the highest rank as those of a text, all lower ones below them."""
    highest = min((piece.heading for piece in found if piece.heading), default=0)
    for piece in found:
        if piece.heading:
            marks = "### " if piece.heading == highest else "#### "
            yield replace(piece, text=marks + _CLOSING.sub(r"\\\g<0>", piece.text))
        else:
            yield piece


def converted(html: str) -> str:
    """HTML of any program as Markdown."""
    page = _Page()
    for piece in _headed(list(pieces(tree_of(html)))):
        page.write(piece)
    return "\n".join(page.lines).strip("\n")


def main() -> None:
    """Read HTML from the standard input and write its Markdown."""
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    html = sys.stdin.buffer.read().decode()
    sys.stdout.buffer.write(converted(html).encode())


if __name__ == "__main__":
    main()
