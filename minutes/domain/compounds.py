"""How a Swedish compound may be put together."""

from __future__ import annotations

_SHORTEST, _LONGER = 3, 4
"""So many letters have the words of a compound; two of the shortest are none."""


def ways_apart(word: str) -> tuple[tuple[str, str], ...]:
    """What a compound may be put together of, an s between them left out; the most even first."""
    found = []
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        first, last = word[:at], word[at:]
        found.append((first, last))
        if first.endswith("s") and len(first) > _SHORTEST:
            found.append((first[:-1], last))
    found = [pair for pair in found if max(map(len, pair)) >= _LONGER]
    return tuple(sorted(found, key=lambda pair: (-min(map(len, pair)), pair)))
