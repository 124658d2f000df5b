"""Whether a protocol ends too early, and how one sees it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from minutes.domain.record import Item, Protocol
from minutes.domain.sections import Section, SectionKind
from minutes.importing.declared import Declared
from minutes.importing.headings import heading_of
from minutes.importing.item_lines import Opening
from minutes.importing.lines import Line, Source, last_filled
from minutes.importing.names import is_list_of_names
from minutes.importing.printed_pages import last_page
from minutes.importing.quotes import open_quotes
from minutes.importing.unfinished import unfinished

_UNFINISHED = re.compile(
    r"(?:[a-zåäö]-|\b(?:att|och|som|för|med|till|av|den|det|i|på|en|ett)|[,:])$"
)
_FINISHED = (".", "!", "?", ":", "”", '"', ")")
_OF_A_LIST = ("-", "|", "#")
_SIGNS = re.compile(
    r"^(?:vid protokollet|juster\w+|sekreterare\w*|ordförande|underskrift\w*|protokoll\w*)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-zÅÄÖåäöéü]+")
_SHORTEST = 5
_ENDING = re.compile(r"(?:n|ns|en|ens|et|t|s|ets|er|erna|ar|arna|or|orna|na|a|e)\b")
"""What a word may have more than another: "direktör" is not "direktören" cut short."""
_LONG = 60
_ONE_IN = 50
"""Of so many paragraphs one may lack the full stop that the last one ought to have."""
_FEWEST = 8
_PROSE = {
    SectionKind.BACKGROUND,
    SectionKind.SUMMARY,
    SectionKind.STATEMENT,
    SectionKind.IMPACT,
    SectionKind.DELIBERATION,
    SectionKind.DECISION_PROCEDURE,
    SectionKind.DECISION,
    SectionKind.NOTE,
    SectionKind.VOTE,
    SectionKind.RESERVATION,
    SectionKind.EARLIER_HANDLING,
}
_NAMES_ACT = {SectionKind.DELIBERATION, SectionKind.VOTE}


def _last_paragraph(section: Section) -> str:
    return section.text.rsplit("\n", 1)[-1]


def _ends_of_prose(items: Sequence[Item]) -> Iterator[str]:
    """The last paragraph of each section of prose; lists and tables are none."""
    for section in (s for item in items for s in item.sections if s.kind in _PROSE):
        paragraph = _last_paragraph(section)
        if paragraph and not paragraph.startswith(_OF_A_LIST):
            yield paragraph


def _has_full_stops(items: Sequence[Item]) -> bool:
    """Whether the protocol's paragraphs, but for the last, end with full stops as a habit."""
    ends = list(_ends_of_prose(items))[:-1]
    without = sum(1 for end in ends if not end.endswith(_FINISHED))
    return len(ends) >= _FEWEST and _ONE_IN * without <= len(ends)


def _looks_like_prose(paragraph: str) -> bool:
    """Whether a few words are the beginning of a sentence, not a signature."""
    words = paragraph.split()
    small = [word for word in words[1:] if re.match(r"[a-zåäö]{3}", word)]
    return len(words) > 2 and bool(small) and not _SIGNS.match(paragraph)


def _ends_within(section: Section, paragraph: str, items: Sequence[Item]) -> bool:
    if open_quotes(paragraph) > 0:
        return True
    if is_list_of_names(paragraph):
        return section.kind in _NAMES_ACT
    is_short_prose = _looks_like_prose(paragraph) and _has_full_stops(items)
    return len(paragraph) > _LONG or is_short_prose


def _breaks_off(items: Sequence[Item]) -> bool:
    """Whether the last paragraph is running prose without an end, or names that do nothing."""
    if not items[-1].sections or items[-1].sections[-1].kind not in _PROSE:
        return False
    section = items[-1].sections[-1]
    paragraph = _last_paragraph(section)
    is_whole = paragraph.endswith(_FINISHED) and not is_list_of_names(paragraph)
    if not paragraph or paragraph.startswith(_OF_A_LIST) or is_whole:
        return False
    return _ends_within(section, paragraph, items)


def _goes_on(last: Line) -> bool:
    """Whether the last line's own words want more; the opening of a decision is no heading."""
    heading = heading_of(last)
    return (heading is None or not heading.text) and bool(_UNFINISHED.search(last.text))


def _empty_heading(items: Sequence[Item]) -> str | None:
    """The heading of the last section where nothing stands under it."""
    last = items[-1].sections[-1] if items[-1].sections else None
    if last is None or last.text.strip() or last.kind is SectionKind.OTHER:
        return None
    return last.heading or None


def _broken_word(lines: Sequence[Line]) -> str | None:
    """The last word where elsewhere only longer words begin so: "utredn" of "utredning"."""
    words = [word for line in lines for word in _WORD.findall(line.text)]
    last = words[-1] if words else ""
    filled = last_filled(lines)
    if filled is None or not filled.text.endswith(last) or not last.islower():
        return None
    others = set(words[:-1])
    begins = any(word.startswith(last) for word in others)
    return last if begins and last not in others else None


def _begun_line(lines: Sequence[Line]) -> str | None:
    """The last line, where it is the beginning of one that stands elsewhere, cut within a word."""
    filled = [line.text for line in lines if not line.is_blank]
    last = filled[-1] if filled else ""
    longer = Counter(x for x in filled if x != last and x.startswith(last)).most_common(1)
    if len(last) < _SHORTEST or last in filled[:-1] or not longer or longer[0][1] < 2:
        return None
    rest = longer[0][0].removeprefix(last)
    return last if rest[0].isalpha() and not _ENDING.match(rest) else None


def _begun_item(lines: Sequence[Line], run: Sequence[Opening]) -> int | None:
    """The number of a § that only has begun: its sign, or that and half a heading."""
    filled = [line.text for line in lines if not line.is_blank][-2:]
    wanted = run[-1].number + 1
    if any(re.match(rf"§ ?{wanted}\b", text) for text in filled) or filled[-1] == "§":
        return wanted
    return None


def _within_words(lines: Sequence[Line], protocol: Protocol, run: Sequence[Opening]) -> str | None:
    """How the last words themselves tell that more should follow."""
    if (number := _begun_item(lines, run)) is not None:
        return f"§ {number} är bara påbörjad"
    if (line := _begun_line(lines)) is not None:
        return f"den sista raden (”{line}”) är avbruten"
    if (heading := _empty_heading(protocol.items)) is not None:
        return f"under den sista rubriken (”{heading}”) står ingenting"
    if (word := _broken_word(lines)) is not None:
        return f"det sista ordet (”{word}”) är avbrutet"
    return None


def _by_declared(told: Sequence[Declared], run: Sequence[Opening]) -> str | None:
    short = next((one for one in told if one.last > run[-1].number), None)
    if short is None:
        return None
    return f"{short.where} anger §§ till och med {short.last}, texten slutar med § {run[-1].number}"


def _by_pages(source: Source, told: Sequence[Declared], run: Sequence[Opening]) -> str | None:
    """Pages that should follow. Where all §§ are there, the numbers may err: no § takes half."""
    pages = last_page(source.lines)
    if pages is None or pages[0] >= pages[1] - 1:
        return None
    if any(one.last == run[-1].number for one in told) and 2 * pages[0] < pages[1]:
        return None
    return f"sidorna är numrerade till {pages[1]}, den sista som finns är {pages[0]}"


def cut_off(
    source: Source,
    lines: Sequence[Line],
    run: Sequence[Opening],
    protocol: Protocol,
    told: Sequence[Declared],
) -> str | None:
    """How one sees that the file ends too early, if it does; `told` are the §§ it says it has."""
    if how := _by_declared(told, run) or _by_pages(source, told, run):
        return how
    last = last_filled(lines)
    if last is not None and _goes_on(last):
        return f"sista raden slutar mitt i en mening (”…{last.text[-40:]}”)"
    if last is not None and _breaks_off(protocol.items):
        return f"sista stycket slutar mitt i en mening (”…{last.text[-40:]}”)"
    return _within_words(lines, protocol, run) or unfinished(protocol.items)
