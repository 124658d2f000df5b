"""Whether a protocol begins too late, or lacks pages in its middle, and how one sees it."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.domain.sections import SectionKind
from minutes.importing.declared import Declared
from minutes.importing.front_page import has_front_page
from minutes.importing.headings import heading_of
from minutes.importing.item_lines import Opening
from minutes.importing.lines import Line, Source
from minutes.importing.printed_pages import first_page, missing_pages

_OF_AN_ITEM = {
    SectionKind.DECISION,
    SectionKind.STATEMENT,
    SectionKind.SUMMARY,
    SectionKind.DELIBERATION,
    SectionKind.DECISION_PROCEDURE,
    SectionKind.BACKGROUND,
    SectionKind.RESERVATION,
    SectionKind.DECISION_BASIS,
    SectionKind.RECIPIENTS,
    SectionKind.VOTE,
}
_LONG = 60
_FEWEST = 2


def _is_text_of_an_item(front: Sequence[Line]) -> bool:
    headings = (heading_of(line) for line in front if not line.is_blank)
    if any(one is not None and one.kind in _OF_AN_ITEM for one in headings):
        return True
    return sum(1 for x in front if len(x.text) > _LONG or x.text.endswith(".")) >= _FEWEST


def cut_head(
    source: Source, front: Sequence[Line], run: Sequence[Opening], told: Sequence[Declared]
) -> str | None:
    """How one sees that the file begins too late, if it does."""
    number = run[0].number
    late = next((one for one in told if one.first is not None and one.first < number), None)
    if late is not None:
        return f"{late.where} anger §§ från och med {late.first}, texten börjar med § {number}"
    if has_front_page(front):
        return None
    page = first_page(source.lines)
    if page is not None and page > 2:
        return f"den första sidan är numrerad {page}, och försättsblad saknas"
    if _is_text_of_an_item(front):
        return f"före § {number} står slutet på en paragraf som saknar sin början"
    return None


def hole(source: Source) -> tuple[str, Line] | None:
    """How one sees that pages are gone from the middle, if they are, and on which line."""
    gone = missing_pages(source.lines)
    if gone is None:
        return None
    first, last, line = gone
    named = f"sida {first}" if first == last else f"sidorna {first}–{last}"
    return f"{named} saknas enligt sidnumren", line
