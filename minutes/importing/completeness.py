"""Whether a protocol is whole: every § once, none missing, and not cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes.domain.numbering import gaps
from minutes.domain.record import Protocol
from minutes.importing.cut_head import cut_head, hole
from minutes.importing.cut_off import cut_off
from minutes.importing.declared import Declared, before, declared
from minutes.importing.doubles import doubled
from minutes.importing.front_page import has_front_page
from minutes.importing.item_lines import Opening
from minutes.importing.lines import Line, Source, last_filled
from minutes.importing.printed_pages import last_page
from minutes.importing.problems import Problem

_MOST_GAP = 40
_CLOSES = re.compile(
    r"^(?:vid protokollet|justeras|justerat)\b|\bavsluta\w*\b.{0,40}\bsammanträdet\b"
    r"|\b(?:sammanträdet|mötet)s? avsluta",
    re.IGNORECASE,
)
"""Words that a protocol ends with: signatures, or that the meeting was closed."""


def _doubles(
    found: Sequence[Opening], run: Sequence[Opening], lines: Sequence[Line]
) -> Iterator[Problem]:
    for index in doubled(found, run, lines):
        number = next(o.number for o in found if o.index == index)
        yield Problem(
            f"§ {number} står två gånger. Ge den ena sitt rätta nummer i filen.",
            lines[index].number,
        )


def _missing(run: Sequence[Opening], lines: Sequence[Line]) -> Iterator[Problem]:
    by_number = {o.number: o for o in run}
    for number in gaps([o.number for o in run])[:_MOST_GAP]:
        after = max(n for n in by_number if n < number)
        yield Problem(
            f"§ {number} saknas efter § {after}. Lägg in paragrafen, eller kontrollera att filen "
            "är hel.",
            lines[by_number[after].index].number,
        )


def _cuts(
    source: Source,
    lines: Sequence[Line],
    run: Sequence[Opening],
    protocol: Protocol,
) -> Iterator[Problem]:
    """What is gone from its beginning, its middle and its end."""
    told = declared(before(source, lines, run), run, protocol)
    how = cut_head(source, lines[: run[0].index], run, told)
    if how is not None:
        number = lines[run[0].index].number
        yield Problem(f"Protokollets början saknas: {how}. Hämta hela filen.", number, is_cut=True)
    gone = hole(source)
    if gone is not None:
        yield Problem(
            f"Protokollet har ett hål: {gone[0]}. Hämta hela filen.", gone[1].number, is_cut=True
        )
    how = cut_off(source, lines, run, protocol, told)
    if how is not None:
        last = last_filled(lines)
        where = last.number if last else None
        yield Problem(f"Protokollet är avhugget: {how}. Hämta hela filen.", where, is_cut=True)


def problems_of(
    source: Source,
    lines: Sequence[Line],
    found: Sequence[Opening],
    run: Sequence[Opening],
    protocol: Protocol,
) -> tuple[Problem, ...]:
    """What is wrong with a protocol that could be read, in the order of its lines."""
    problems = [*_doubles(found, run, lines), *_missing(run, lines)]
    problems += _cuts(source, lines, run, protocol)
    if not protocol.items[-1].sections:
        problems.append(
            Problem(
                f"Protokollet är avhugget: § {run[-1].number} har ingen text. Hämta hela filen.",
                lines[run[-1].index].number,
            )
        )
    return tuple(sorted(problems, key=lambda p: p.line or 0))


def _has_its_end(
    source: Source, lines: Sequence[Line], run: Sequence[Opening], told: Sequence[Declared]
) -> bool:
    pages = last_page(source.lines)
    if any(one.last == run[-1].number for one in told) or (pages and pages[0] == pages[1]):
        return True
    return any(_CLOSES.search(line.text) for line in lines[run[-1].index :])


def doubt_of(
    source: Source,
    lines: Sequence[Line],
    run: Sequence[Opening],
    protocol: Protocol,
) -> str | None:
    """What cannot be seen of a file without faults: whether it begins and ends with its own §§."""
    told = declared(before(source, lines, run), run, protocol)
    lacking = []
    if not has_front_page(lines[: run[0].index]):
        lacking.append(f"försättsbladet saknas (är § {run[0].number} den första?)")
    if not _has_its_end(source, lines, run, told):
        lacking.append(
            "varken §§ på försättsbladet, sidantal eller underskrifter visar slutet "
            f"(är § {run[-1].number} den sista?)"
        )
    return (
        f"Det går inte att se av filen att den är hel: {', och '.join(lacking)}."
        if lacking
        else None
    )
