"""Furniture of pages: what recurs at its place, and what stands elsewhere on a few pages."""

from __future__ import annotations

from itertools import chain

from minutes.importing.furniture import part
from minutes.importing.layouts import choose
from minutes.importing.lines import Cell, Line


def _page(number: int, base: float, *words: str) -> list[Line]:
    """A page whose lines stand 20 points apart from `base` down."""
    return [
        Line(20 * number + n, number, (Cell(70.0, 400.0, text),), base=base - 20 * n)
        for n, text in enumerate(words)
    ]


def test_a_header_that_stands_elsewhere_on_one_page_is_furniture_there_too() -> None:
    head = ("Regionstyrelsen", "2026-03-11")
    pages = [_page(n, 800.0, *head, f"Sidan {'abcdefg'[n]} har sin text") for n in range(1, 6)]
    lines = [*chain.from_iterable(pages), *_page(6, 770.0, *head, "Bilaga med text", "2026-03-11")]

    kept, _ = part(lines, choose(lines))

    assert [line.text for line in kept if line.page == 6] == ["Bilaga med text", "2026-03-11"]
