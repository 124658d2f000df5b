"""Two wordings of a text compared, word by word."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import takewhile, zip_longest

_MOST = 4_000_000
"""How many pairs of words are looked at; where there are more, the one text replaces the other."""
_WORD = re.compile(r"\s*\S+|\s+$")
_LINE = re.compile(r"[^\n]*\n+|[^\n]+")


class Change(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and what became of them."""

    change: Change
    text: str


def words_of(text: str) -> list[str]:
    """The words of a text, each with the space before it."""
    return _WORD.findall(text)


def lines_of(text: str) -> list[str]:
    """The lines of a text, each with the breaks behind it."""
    return _LINE.findall(text)


def _alike(old: Iterable[str], new: Iterable[str]) -> int:
    """How many tokens are the same from the beginning on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def matching(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    """The runs that both have, as (place in old, place in new, length)."""
    first = _alike(old, new)
    last = _alike(reversed(old[first:]), reversed(new[first:]))
    mine, theirs = old[first : len(old) - last], new[first : len(new) - last]
    found = [(0, 0, first), (len(old) - last, len(new) - last, last)]
    if len(mine) * len(theirs) <= _MOST:
        blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
        found[1:1] = [(first + block.a, first + block.b, block.size) for block in blocks]
    return [run for run in found if run[2]]


def paired(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int | None, int | None]]:
    """The places of the same in both, then of what may stand instead; None where there is no other.

    In the order of the new, those that are gone first.
    """
    places: dict[Hashable, list[int]] = {}
    for place, one in enumerate(old):
        places.setdefault(one, []).append(place)
    same = {n: places[one].pop(0) for n, one in enumerate(new) if places.get(one)}
    left = sorted(place for several in places.values() for place in several)
    fresh = [n for n in range(len(new)) if n not in same]
    pairs = [*((was, now) for now, was in same.items()), *zip_longest(left, fresh)]
    return sorted(pairs, key=lambda pair: -1 if pair[1] is None else pair[1])


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    if old:
        yield Piece(Change.REMOVED, "".join(old))
    if new:
        yield Piece(Change.ADDED, "".join(new))


def _between(old: Sequence[str], new: Sequence[str], *, by_lines: bool) -> Iterator[Piece]:
    """What differs: lines by their words, words as they are."""
    if by_lines:
        yield from _pieces(words_of("".join(old)), words_of("".join(new)), by_lines=False)
    else:
        yield from _replaced(old, new)


def _pieces(old: Sequence[str], new: Sequence[str], *, by_lines: bool) -> Iterator[Piece]:
    here, there = 0, 0
    for at_old, at_new, size in [*matching(old, new), (len(old), len(new), 0)]:
        if here < at_old or there < at_new:
            yield from _between(old[here:at_old], new[there:at_new], by_lines=by_lines)
        if size:
            yield Piece(Change.KEPT, "".join(old[at_old : at_old + size]))
        here, there = at_old + size, at_new + size


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Pieces of the same fate that follow each other, as one."""
    waiting: Piece | None = None
    for piece in pieces:
        if waiting and waiting.change is piece.change:
            waiting = Piece(piece.change, waiting.text + piece.text)
            continue
        if waiting:
            yield waiting
        waiting = piece
    if waiting:
        yield waiting


def compared(old: str, new: str) -> tuple[Piece, ...]:
    """What was kept, taken out and put in, in the order in which it is read."""
    return tuple(_joined(_pieces(lines_of(old), lines_of(new), by_lines=True)))


def words_changed(pieces: Sequence[Piece]) -> tuple[int, int]:
    """How many words were put in, and how many taken out."""
    found = dict.fromkeys(Change, 0)
    for piece in pieces:
        found[piece.change] += len(piece.text.split())
    return found[Change.ADDED], found[Change.REMOVED]
