"""How often two answered the same as a drawing: a square for each pair, with the share in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from minutes.domain.party_lines import Alike

K = TypeVar("K")
_CELL, _HEAD = 34, 22
"""Measures of the drawing in its own units; a share has three digits at most."""


@dataclass(frozen=True, slots=True)
class Cell(Generic[K]):
    """A pair's square, and how dark it is; `alike` is None where they have no vote in common."""

    one: K
    other: K
    x: int
    y: int
    alike: Alike | None
    depth: float

    @property
    def percent(self) -> int:
        """The share in whole percent."""
        return round(100 * self.alike.share) if self.alike else 0


@dataclass(frozen=True, slots=True)
class HeatMap(Generic[K]):
    """The squares row by row; the names stand before the rows, their numbers above the columns."""

    names: tuple[K, ...]
    label: int
    cell: int
    head: int
    rows: tuple[tuple[Cell[K], ...], ...]

    @property
    def width(self) -> int:
        """Of the whole drawing."""
        return self.label + self.cell * len(self.names)

    @property
    def height(self) -> int:
        """Of the whole drawing."""
        return self.head + self.cell * len(self.names)


def heat_map(names: Sequence[K], pairs: Mapping[tuple[K, K], Alike], label: int) -> HeatMap[K]:
    """The drawing of those pairs; `label` is the room for a name."""
    rows = []
    for row, one in enumerate(names):
        cells = []
        for column, other in enumerate(names):
            alike = pairs.get((one, other)) or pairs.get((other, one))
            depth = round(0.08 + 0.92 * alike.share, 2) if alike else 0.0
            at = label + _CELL * column, _HEAD + _CELL * row
            cells.append(Cell(one, other, *at, alike, depth))
        rows.append(tuple(cells))
    return HeatMap(tuple(names), label, _CELL, _HEAD, tuple(rows))
