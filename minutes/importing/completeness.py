"""Whether a protocol is whole: every § once, none missing, and not cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes.domain.numbering import gaps
from minutes.domain.record import Item, Protocol
from minutes.domain.sections import SectionKind
from minutes.importing.headings import heading_of
from minutes.importing.item_lines import Opening, doubled
from minutes.importing.lines import Line, Source, last_filled
from minutes.importing.problems import Problem

_COVERS = re.compile(
    r"(?:paragrafer|omfattar|protokoll(?:et)?)\b.{0,40}?"
    r"§§? ?(?P<first>\d{1,4}) ?[-–] ?§?(?P<last>\d{1,4})",
    re.IGNORECASE | re.S,
)
_PAGE_OF = re.compile(
    r"\b(?:sida|sid)? ?(?P<page>\d{1,4}) ?(?:\(|av|/) ?(?P<pages>\d{1,4})\)?$", re.I
)
_UNFINISHED = re.compile(r"(?:[a-zåäö]-|\b(?:att|och|som|för|med|till|av|den|det|i|på|en|ett)|,)$")
_MOST_GAP = 40
_PROSE = {
    SectionKind.BACKGROUND,
    SectionKind.SUMMARY,
    SectionKind.STATEMENT,
    SectionKind.IMPACT,
    SectionKind.DELIBERATION,
    SectionKind.DECISION_PROCEDURE,
    SectionKind.DECISION,
    SectionKind.NOTE,
}


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


def _declared(front: Sequence[Line]) -> int | None:
    """The last § that the front page says the protocol covers."""
    match = _COVERS.search("\n".join(line.text for line in front))
    return int(match["last"]) if match else None


def _promised_pages(lines: Sequence[Line]) -> tuple[int, int] | None:
    """The highest page number printed, and the number of pages it says there are."""
    found = [m for line in lines if (m := _PAGE_OF.search(line.text)) and "§" not in line.text]
    totals = [int(m["pages"]) for m in found]
    if len(found) < 3 or len(set(totals)) > 1:
        return None
    return max(int(m["page"]) for m in found), totals[0]


def _breaks_off(item: Item) -> bool:
    """Whether the last paragraph is running prose without an end."""
    if not item.sections or item.sections[-1].kind not in _PROSE:
        return False
    paragraph = item.sections[-1].text.rsplit("\n", 1)[-1]
    is_running = len(paragraph) > 60 and not paragraph.startswith(("-", "|", "#"))
    return is_running and not paragraph.endswith((".", "!", "?", ":", "”", '"', ")"))


def _cut_off(
    source: Source, lines: Sequence[Line], run: Sequence[Opening], protocol: Protocol
) -> str | None:
    """How one sees that the file ends too early, if it does."""
    declared = _declared(lines[: run[0].index])
    if declared is not None and declared > run[-1].number:
        return f"framsidan anger §§ till och med {declared}, texten slutar med § {run[-1].number}"
    pages = _promised_pages(source.lines)
    if pages is not None and pages[0] < pages[1] - 1 and source.lines[-1].page > 1:
        return f"sidorna är numrerade till {pages[1]}, den sista som finns är {pages[0]}"
    last = last_filled(lines)
    if last is not None and _breaks_off(protocol.items[-1]):
        return f"sista stycket slutar mitt i en mening (”…{last.text[-40:]}”)"
    if last is not None and _UNFINISHED.search(last.text) and heading_of(last) is None:
        return f"sista raden slutar mitt i en mening (”…{last.text[-40:]}”)"
    return None


def problems_of(
    source: Source,
    lines: Sequence[Line],
    found: Sequence[Opening],
    run: Sequence[Opening],
    protocol: Protocol,
) -> tuple[Problem, ...]:
    """What is wrong with a protocol that could be read, in the order of its lines."""
    problems = [*_doubles(found, run, lines), *_missing(run, lines)]
    how = _cut_off(source, lines, run, protocol)
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
