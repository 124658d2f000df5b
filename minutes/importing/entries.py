"""Lists that close a §: annexes, decision basis, references and recipients, one entry each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.domain.sections import SectionKind
from minutes.importing.blocks import ADDRESS, Block, BlockKind
from minutes.importing.section_lines import SectionLines

_EMPTY = re.compile(r"^[\s._-]*$")


def _texts(section: SectionLines) -> list[str]:
    """The entries of a list; a table's row is one."""
    return [_entry(block) for block in section.blocks if not _EMPTY.match(block.text)]


def _entry(block: Block) -> str:
    numbered = block.kind is BlockKind.NUMBER and not block.mark[0].isdigit()
    return f"{block.mark} {block.text}" if numbered else block.text


def read_entries(sections: Sequence[SectionLines], kind: SectionKind) -> tuple[str, ...]:
    """The entries under headings of `kind`; web addresses of links are none."""
    found = [text for s in sections if s.kind is kind for text in _texts(s)]
    return tuple(text.strip() for text in found if not ADDRESS.match(text))
