"""Whether a protocol is whole: every § once, none missing, and not cut off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes.domain.numbering import gaps
from minutes.domain.record import Protocol
from minutes.importing.cut_off import cut_off
from minutes.importing.doubles import doubled
from minutes.importing.item_lines import Opening
from minutes.importing.lines import Line, Source, last_filled
from minutes.importing.problems import Problem

_MOST_GAP = 40


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


def problems_of(
    source: Source,
    lines: Sequence[Line],
    found: Sequence[Opening],
    run: Sequence[Opening],
    protocol: Protocol,
) -> tuple[Problem, ...]:
    """What is wrong with a protocol that could be read, in the order of its lines."""
    problems = [*_doubles(found, run, lines), *_missing(run, lines)]
    how = cut_off(source, lines, run, protocol)
    if how is not None:
        last = last_filled(lines)
        number = last.number if last else None
        problems.append(Problem(f"Protokollet är avhugget: {how}. Hämta hela filen.", number))
    if not protocol.items[-1].sections:
        problems.append(
            Problem(
                f"Protokollet är avhugget: § {run[-1].number} har ingen text. Hämta hela filen.",
                lines[run[-1].index].number,
            )
        )
    return tuple(sorted(problems, key=lambda p: p.line or 0))
