"""Two writers' changes of the same text, put together: nothing that either wrote is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from minutes.domain.comparing import lines_of, matching, words_of
from minutes.domain.texts import clean

_MARKED = re.compile(r"\[\[[^\[\]]*\|\|[^\[\]]*\]\]")
_NOTHING = "–"
Tokens = Sequence[str]


@dataclass(frozen=True, slots=True)
class _Region:
    """A stretch of the base, and what either writer has in its place."""

    base: Tokens
    mine: Tokens
    theirs: Tokens


Settle = Callable[[_Region], str]


def _spans(blocks: Sequence[tuple[int, int, int]]) -> dict[int, int]:
    """The place in the other text of each token of the base that it kept."""
    return {base + n: other + n for base, other, size in blocks for n in range(size)}


def _regions(base: Tokens, mine: Tokens, theirs: Tokens) -> Iterator[_Region]:
    """What lies between the tokens that all three have, with each such token by itself."""
    in_mine, in_theirs = _spans(matching(base, mine)), _spans(matching(base, theirs))
    kept = [n for n in range(len(base)) if n in in_mine and n in in_theirs]
    at = (0, 0, 0)
    for n in kept:
        here = (n, in_mine[n], in_theirs[n])
        yield _Region(base[at[0] : n], mine[at[1] : here[1]], theirs[at[2] : here[2]])
        yield _Region(base[n : n + 1], base[n : n + 1], base[n : n + 1])
        at = (here[0] + 1, here[1] + 1, here[2] + 1)
    yield _Region(base[at[0] :], mine[at[1] :], theirs[at[2] :])


def _joined(base: Tokens, mine: Tokens, theirs: Tokens, settle: Settle) -> str:
    parts = []
    for region in _regions(base, mine, theirs):
        if region.theirs in (region.mine, region.base):
            parts.append("".join(region.mine))
        elif region.mine == region.base:
            parts.append("".join(region.theirs))
        else:
            parts.append(settle(region))
    return "".join(parts)


def _marked(region: _Region) -> str:
    """Both wordings, for the writer to choose."""
    mine, theirs = "".join(region.mine), "".join(region.theirs)
    longest = max(mine, theirs, key=len)
    before = longest[: len(longest) - len(longest.lstrip())]
    behind = longest[len(longest.rstrip()) :]
    return f"{before}[[{mine.strip() or _NOTHING} || {theirs.strip() or _NOTHING}]]{behind}"


def _by_words(region: _Region) -> str:
    """Lines that both changed; where both only added lines, the other's stand first."""
    base, mine, theirs = ("".join(part) for part in (region.base, region.mine, region.theirs))
    if not base.strip():
        return f"{theirs.rstrip()}\n\n{mine.lstrip()}"
    tokens = [words_of(text) for text in (base, mine, theirs)]
    return _joined(tokens[0], tokens[1], tokens[2], _marked)


def merged(base: str, mine: str, theirs: str) -> str:
    """The text with what both have changed since `base`, by lines and then by words.

    Where both changed the same words, both wordings stand as [[mine || theirs]].
    """
    texts = [clean(text) + "\n\n" for text in (base, mine, theirs)]
    lines = [lines_of(text) if text.strip() else [] for text in texts]
    return clean(_joined(lines[0], lines[1], lines[2], _by_words))


def is_unsettled(text: str) -> bool:
    """Whether two wordings still stand where one is to be chosen."""
    return _MARKED.search(text) is not None
