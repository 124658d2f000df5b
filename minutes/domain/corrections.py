"""Corrections (rättelser): what was mended after adjustment, in the open (JO 581-2013)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from minutes.domain.fields import LEFT_OUT
from minutes.domain.persons import Person
from minutes.domain.sections import SectionKind
from minutes.domain.voting import Vote


@dataclass(frozen=True, slots=True)
class CorrectedVote:
    """A vote as it was recorded and as it is corrected; `vote` is its index in the §."""

    vote: int
    before: Vote
    after: Vote


@dataclass(frozen=True, slots=True)
class Correction:
    """A certified correction.

    `certified_by` are the signers and `certified_on` their dates as printed, in the same order
    (real protocols leave them half empty). `after` quotes the words next to which it stands.
    One that was made here tells in which kind of section it stands, and of which version of the
    minutes it made; `decided_anew` names the § that decided anew what it changes.
    """

    certified_by: tuple[Person, ...] = ()
    certified_on: tuple[str, ...] = ()
    after: str = ""
    old: str = ""
    new: str = ""
    reason: str = ""
    stands_in: SectionKind | None = field(default=None, metadata=LEFT_OUT)
    version: int | None = field(default=None, metadata=LEFT_OUT)
    corrected_vote: CorrectedVote | None = field(default=None, metadata=LEFT_OUT)
    decided_anew: str | None = field(default=None, metadata=LEFT_OUT)


def corrected_votes(votes: Sequence[Vote], corrections: Iterable[Correction]) -> tuple[Vote, ...]:
    """The votes as they stand corrected; the last correction of one counts."""
    found = list(votes)
    for one in (c.corrected_vote for c in corrections):
        if one is not None and one.vote < len(found):
            found[one.vote] = one.after
    return tuple(found)


def up_to(
    version: int, votes: Sequence[Vote], corrections: Sequence[Correction]
) -> tuple[tuple[Vote, ...], tuple[Correction, ...]]:
    """The votes and corrections of a § as an earlier version of the minutes told them.

    `votes` stand corrected; what was corrected later is as it was before.
    """
    later = [c for c in corrections if (c.version or 0) > version]
    found = list(votes)
    for one in (c.corrected_vote for c in reversed(later)):
        if one is not None and one.vote < len(found):
            found[one.vote] = one.before
    return tuple(found), tuple(c for c in corrections if c not in later)
