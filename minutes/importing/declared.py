"""Which §§ a protocol says it has: on its front page, in its list of items, of those present."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes.domain.record import Protocol
from minutes.importing.item_lines import Opening
from minutes.importing.lines import Line, Source

_YEAR = r"(?:/\d{{2}}(?:\d{{2}})?\b)?"
_SPAN = (
    rf"(?P<first{{0}}>\d{{{{1,4}}}}){_YEAR} ?[-–] ?(?:§§? ?)?(?P<last{{0}}>\d{{{{1,4}}}}){_YEAR}"
)
_COVERS = re.compile(
    rf"(?:paragrafer|omfattar|protokoll(?:et)?)\b.{{0,40}}?§§? ?{_SPAN.format(1)}"
    rf"|\bparagrafer\b\W{{0,60}}{_SPAN.format(2)}"
    rf"|(?:^|   |\n)§§? ?{_SPAN.format(3)}$",
    re.IGNORECASE | re.S | re.M,
)
_LISTED = re.compile(r"^§ ?(?P<number>\d{1,4})\b(?! ?[-–])")
_MOST = 200
"""So many §§ no meeting has: a number further off is read wrong."""


@dataclass(frozen=True, slots=True)
class Declared:
    """The first and the last § that a protocol says it has, and where it says so."""

    where: str
    first: int | None
    last: int


def before(source: Source, lines: Sequence[Line], run: Sequence[Opening]) -> list[Line]:
    """All that stands before the first §, the page's own lines too."""
    first = lines[run[0].index].number
    return [line for line in source.lines if line.number < first]


def _on_the_front_page(lines: Sequence[Line]) -> Declared | None:
    text = "\n".join("   ".join(cell.text for cell in line.cells) for line in lines)
    match = _COVERS.search(text)
    if match is None:
        return None
    spans = [(match[f"first{n}"], match[f"last{n}"]) for n in (1, 2, 3)]
    first, last = next((int(a), int(b)) for a, b in spans if a)
    return Declared("framsidan", first, last) if first <= last < first + _MOST else None


def _in_the_list(lines: Sequence[Line], run: Sequence[Opening]) -> Declared | None:
    """The first and last of §§ in a row that stand before the first one, as a list has them."""
    found = (_LISTED.match(line.text) for line in lines)
    listed = [int(match["number"]) for match in found if match]
    rising = [b for a, b in itertools.pairwise(listed) if b == a + 1]
    if len(rising) < 2 or not set(listed) & {o.number for o in run}:
        return None
    return Declared("ärendelistan", min(rising) - 1, max(rising))


def _of_those_present(protocol: Protocol) -> Declared | None:
    spans = [span for one in protocol.attendance for span in one.intervals]
    last = max((span.last or span.first or 0 for span in spans), default=0)
    return Declared("närvarolistan", None, last) if last else None


def declared(front: Sequence[Line], run: Sequence[Opening], protocol: Protocol) -> list[Declared]:
    """Every place that says which §§ there are, the plainest first."""
    told = (_on_the_front_page(front), _in_the_list(front, run), _of_those_present(protocol))
    near = (one for one in told if one is not None)
    return [one for one in near if abs(one.last - run[-1].number) < _MOST]
