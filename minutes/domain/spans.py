"""Runs of §§ put together and taken apart: from § to §, both included."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutes.domain.attendance import Interval

OPEN = 1_000_000_000
"""Stands for the meeting's last §, which nobody knows while it is held."""

Spans = tuple[tuple[int, int], ...]
"""Runs in rising order that neither touch nor overlap; none is nowhere."""


def spans_of(intervals: Sequence[Interval]) -> Spans:
    """The runs of somebody's presence; no intervals are the whole meeting."""
    whole = intervals or (Interval(),)
    return _joined((one.first or 0, OPEN if one.last is None else one.last) for one in whole)


def intervals_of(spans: Spans, start: int) -> tuple[Interval, ...] | None:
    """The runs as a row tells them, None for nowhere; `start` is the meeting's first §."""
    there = [(first, last) for first, last in spans if last >= start]
    if not there:
        return None
    told = tuple(
        Interval(None if first <= start else first, None if last == OPEN else last)
        for first, last in there
    )
    return () if told == (Interval(),) else told


def _joined(spans: Iterable[tuple[int, int]]) -> Spans:
    found: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)


def within(spans: Spans, first: int, last: int = OPEN) -> Spans:
    """What of them lies from § `first` to § `last`."""
    cut = ((max(a, first), min(b, last)) for a, b in spans)
    return tuple((a, b) for a, b in cut if a <= b)


def without(spans: Spans, first: int, last: int = OPEN) -> Spans:
    """What of them lies outside § `first` to § `last`."""
    return (*within(spans, 0, first - 1), *within(spans, last + 1))


def together(spans: Spans, more: Spans) -> Spans:
    """What lies in the one or the other."""
    return _joined((*spans, *more))
