"""What two lists have unlike each other, those of one key side by side."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

One = TypeVar("One")


def paired(
    told: Sequence[One], known: Sequence[One], key: Callable[[One], Hashable]
) -> Iterator[tuple[One | None, One | None]]:
    """Each that differs with the other of its key; None where the other list has none."""
    left = [one for one in known if one not in told]
    for one in (one for one in told if one not in known):
        same = next((other for other in left if key(other) == key(one)), None)
        if same is not None:
            left.remove(same)
        yield one, same
    yield from ((None, other) for other in left)
