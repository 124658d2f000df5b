"""The course of a matter as a drawing: a lane for each body, downwards in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.store.queries.items import ItemEntry

_LANE, _ROW, _MARGIN, _WORDS = 26, 56, 16, 320
"""Measures of the drawing in its own units, of which a phone shows about one a pixel."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a § stands in the drawing; without one it is where the matter waits to be treated."""

    body: str
    entry: ItemEntry | None
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A drawing with its stops and the legs between them; words begin at `words_at`."""

    width: int
    height: int
    words_at: int
    stops: tuple[Stop, ...]

    @property
    def legs(self) -> tuple[tuple[Stop, Stop], ...]:
        """Each stop with the next."""
        return tuple(zip(self.stops, self.stops[1:], strict=False))


def time_line(items: Sequence[ItemEntry], awaits: str | None) -> TimeLine:
    """The drawing of those §§, in order of time, and of who has yet to treat the matter."""
    bodies = [*(entry.address.body for entry in items), *([awaits] if awaits else [])]
    lanes = {body.casefold(): n for n, body in reversed([*enumerate(dict.fromkeys(bodies))])}
    entries = [*items, None] if awaits else [*items]
    stops = tuple(
        Stop(body, entry, _MARGIN + _LANE * lanes[body.casefold()], _MARGIN + _ROW * n)
        for n, (body, entry) in enumerate(zip(bodies, entries, strict=True))
    )
    words_at = _MARGIN + _LANE * max(lanes.values(), default=0) + _MARGIN
    return TimeLine(words_at + _WORDS, _ROW * len(stops), words_at, stops)
