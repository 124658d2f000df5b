"""A table to hand out: the same rows as workbook, as text with separators, and on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

Cell = str | int | date | None
Say = Callable[[Enum], str]
"""What a value is called in Swedish."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its heading; `width` is in characters, of a typical cell."""

    heading: str
    width: int = 12


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; a cell without a value is None.

    `title` names the whole, `about` says in a sentence what is in it, `made_on` when.
    """

    title: str
    organisation: str
    about: str
    made_on: date
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def as_text(cell: Cell) -> str:
    """What a cell says where there is only text; days as 2026-10-28."""
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)
