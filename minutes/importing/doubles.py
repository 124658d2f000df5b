"""§ numbers that stand twice, told from headings that only go on over a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.domain.sections import SectionKind
from minutes.importing.headings import heading_of
from minutes.importing.item_lines import Opening
from minutes.importing.lines import Line

_LOOK_AHEAD = 14
_CONTINUED = re.compile(r"\b(?:forts|fortsättning)\b", re.IGNORECASE)


def _is_continuation(opening: Opening, run: Sequence[Opening], lines: Sequence[Line]) -> bool:
    """Whether a repeated § heading only goes on with the § it stands in."""
    current = [o for o in run if o.index < opening.index]
    if not current or current[-1].number != opening.number:
        return False
    if _CONTINUED.search(lines[opening.index].text):
        return True
    begun = lines[current[-1].index + 1 : opening.index]
    return not opening.rest and not (_decides(begun) and _decides(lines[opening.index + 1 :]))


def _decides(lines: Sequence[Line]) -> bool:
    """Whether a heading of a decision stands among the lines that soon follow."""
    filled = [line for line in lines if not line.is_blank][:_LOOK_AHEAD]
    found = (heading_of(line) for line in filled)
    return any(h is not None and h.text and h.kind is SectionKind.DECISION for h in found)


def doubled(found: Sequence[Opening], run: Sequence[Opening], lines: Sequence[Line]) -> list[int]:
    """Indexes of § headings with a body of their own whose number stands already."""
    taken = {o.index for o in run}
    numbers = {o.number: o for o in run}
    later = [o for o in found if o.index not in taken and o.number in numbers]
    return [
        o.index
        for o in later
        if o.evidence >= 3
        and o.index > run[0].index
        and not _is_continuation(o, run, lines)
        and o.number in {r.number for r in run if r.index < o.index}
    ]
