"""§ numbers run through the calendar year of a body, once each and without gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import count


def next_number(taken: Iterable[int]) -> int:
    """The number after the highest one of the year; 1 in a new year."""
    return max(taken, default=0) + 1


def foreseen(taken: Iterable[int]) -> Iterator[int]:
    """The numbers that the next items are going to get, in the order in which they are closed."""
    return count(next_number(taken))


def doubles(numbers: Iterable[int]) -> tuple[int, ...]:
    """The numbers that stand more than once, in rising order."""
    return tuple(sorted(n for n, count in Counter(numbers).items() if count > 1))


def gaps(numbers: Sequence[int]) -> tuple[int, ...]:
    """The numbers that are missing between the lowest and the highest."""
    if not numbers:
        return ()
    held = set(numbers)
    return tuple(n for n in range(min(held), max(held) + 1) if n not in held)
