"""Over which §§ somebody was present, as the front page says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes.domain.attendance import Interval

_AWAY_BEFORE = re.compile(
    r"\b(?:(?:(?:ej|inte|icke)(?! tj)|utom|frånvarande|undantag)\b[^§\d]{0,40}|jäv\w* )"
    r"(?=§)",
    re.IGNORECASE,
)
_AWAY_AFTER = re.compile(
    r"§[-–§\d, och]*\b(?:frånvarande|jäv\w*|(?:ej|inte) (?:närvarande|deltagande))\b",
    re.IGNORECASE,
)
"""Words that make the §§ behind or before them those at which somebody was not present."""
_INTERVAL = re.compile(r"§§? ?(?P<first>\d{1,4})(?: ?[-–] ?(?:§ ?)?(?P<last>\d{1,4}))?")
_MORE = re.compile(r"(?:, | och )(?P<first>\d{1,4})(?: ?[-–] ?(?P<last>\d{1,4}))?")
_UNTIL = re.compile(r"\b(?:t\. ?o\. ?m\.|tom|till och med) §? ?(?P<last>\d{1,4})")
_FROM = re.compile(r"\b(?:fr\. ?o\. ?m\.|from|från och med) §? ?(?P<first>\d{1,4})")


def _closed(text: str) -> Iterator[Interval]:
    for match in _INTERVAL.finditer(text):
        yield Interval(int(match["first"]), int(match["last"] or match["first"]))
        at = match.end()
        while (more := _MORE.match(text, at)) is not None:
            yield Interval(int(more["first"]), int(more["last"] or more["first"]))
            at = more.end()


def intervals(text: str) -> tuple[Interval, ...]:
    """The §§ that a line gives; none is the whole meeting."""
    until = [Interval(None, int(m["last"])) for m in _UNTIL.finditer(text)]
    after = [Interval(int(m["first"]), None) for m in _FROM.finditer(text)]
    rest = _FROM.sub("", _UNTIL.sub("", text))
    return tuple(dict.fromkeys((*until, *_closed(rest), *after)))


def _outside(away: Sequence[Interval]) -> Iterator[Interval]:
    """The §§ outside those during which somebody was away."""
    back: int | None = None
    for number, one in enumerate(away):
        if one.first is not None and (number == 0 or (back or 0) < one.first):
            yield Interval(back, one.first - 1)
        if one.last is None:
            return
        back = one.last + 1
    yield Interval(back, None)


def _both(a: Interval, b: Interval) -> Interval | None:
    """The §§ in both of two intervals."""
    firsts = [one for one in (a.first, b.first) if one is not None]
    lasts = [one for one in (a.last, b.last) if one is not None]
    found = Interval(max(firsts, default=None), min(lasts, default=None))
    is_empty = found.first is not None and found.last is not None and found.last < found.first
    return None if is_empty else found


def present(text: str) -> tuple[Interval, ...]:
    """The §§ that a member's line gives, without the ones it takes away."""
    match = _AWAY_BEFORE.search(text)
    if match is None:
        found = intervals(text)
        return tuple(_outside(found)) if _AWAY_AFTER.search(text) else found
    whole = intervals(text[: match.start()]) or (Interval(),)
    rest = tuple(_outside(intervals(text[match.start() :])))
    both = (_both(a, b) for a in whole for b in rest)
    return tuple(one for one in both if one is not None)
