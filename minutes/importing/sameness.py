"""Whether a file holds the protocol that the register has already, be it another rendering."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutes.domain.record import Item, Protocol

_NO_LETTER = re.compile(r"[\W_]+")
_MOST_NAMED = 8


def _letters(text: str) -> str:
    """The letters and figures alone: no spaces, hyphens, line breaks, marks of lists."""
    return _NO_LETTER.sub("", text).casefold()


def _decided(item: Item) -> tuple[object, ...]:
    """What was decided, however its lines were broken and its points numbered."""
    if item.decision is None:
        return (None, item.referred_back, item.tabled)
    points = [point.text for point in (*item.decision.points, *item.decision.further)]
    return (item.decision.kind, item.referred_back, item.tabled, _letters("".join(points)))


def _counts(item: Item) -> tuple[tuple[int, int, int], ...]:
    return tuple((vote.yes, vote.no, vote.abstain) for vote in item.votes)


def _contradict(ours: Item, theirs: Item) -> bool:
    """Whether two records of a § cannot be of the same: another title, decision or count."""
    counts = _counts(ours), _counts(theirs)
    return (
        _letters(ours.title) != _letters(theirs.title)
        or _decided(ours) != _decided(theirs)
        or (all(counts) and counts[0] != counts[1])
    )


def contradicting(recorded: Protocol, protocol: Protocol) -> list[int]:
    """The numbers of the §§ that make them two protocols; none where they are one.

    It is the same protocol when both have the same §§, and each § the same title, decision and
    counts of votes by its letters and figures. Whatever else differs may be the file's rendering:
    a PDF and its text, with the record attached or without, seldom break lines alike or keep the
    same tables.
    """
    ours = {item.number: item for item in recorded.items}
    theirs = {item.number: item for item in protocol.items}
    both = ours.keys() & theirs.keys()
    contradict = {number for number in both if _contradict(ours[number], theirs[number])}
    return sorted((ours.keys() ^ theirs.keys()) | contradict)


def differing(recorded: Protocol, protocol: Protocol) -> list[int]:
    """The numbers of the §§ of which not every word is read alike."""
    ours = {item.number: item for item in recorded.items}
    return [item.number for item in protocol.items if ours.get(item.number) != item]


def named(numbers: Iterable[int]) -> str:
    """The §§ in words, the first ones where they are many."""
    listed = list(numbers)
    told = ", ".join(map(str, listed[:_MOST_NAMED]))
    return f"{'§§' if len(listed) > 1 else '§'} {told}" + (
        " med flera" if len(listed) > _MOST_NAMED else ""
    )
