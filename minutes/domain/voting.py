"""Votes: ballots, counting, the casting vote and the lot (KL 4:24-25, 5:54-56, 6:33)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from minutes.domain.bodies import BodyKind
from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.persons import Person


class BallotChoice(StrEnum):
    """What one member answered."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Ballot:
    """One member's answer, with the party of that day."""

    name: str
    party: str | None
    ballot: BallotChoice

    @property
    def person(self) -> Person:
        """Name and party of the day."""
        return Person(self.name, self.party)


@dataclass(frozen=True, slots=True)
class Vote:
    """A counted vote.

    `question` is the index of the question that it settles. `casting_vote` names the acting
    chair whose vote broke a tie, `lot` says that the lot did, `closed` that ballots are secret.
    """

    yes: int
    no: int
    abstain: int = 0
    absent: int = 0
    ballots: tuple[Ballot, ...] = ()
    question: int | None = None
    preliminary: bool = False
    yes_means: str = ""
    no_means: str = ""
    casting_vote: Person | None = None
    lot: bool = False
    closed: bool = False
    carried: bool | None = None


_SAID = (Phrase("ja"), Phrase("nej"), Phrase("avstår"), Phrase("frånvarande"))
"""How a ballot is said in a sentence, in the order of `BallotChoice`."""


class Result(StrEnum):
    """How a vote ends; a tie in an election waits for the lot."""

    YES = "yes"
    NO = "no"
    LOT = "lot"


def count(ballots: Iterable[Ballot]) -> tuple[int, int, int, int]:
    """Yes, no, abstaining and absent, in that order."""
    tally = Counter(b.ballot for b in ballots)
    yes, no, abstain, absent = (tally[choice] for choice in BallotChoice)
    return yes, no, abstain, absent


def require_sum(ballots: Collection[Ballot], serving: Collection[Person]) -> None:
    """Raise RuleBroken unless each of those serving, and nobody else, stands once."""
    named = Counter(b.person for b in ballots)
    problems = [
        *(Phrase("{name} har ingen röst", name=p.name) for p in serving if p not in named),
        *(Phrase("{name} tjänstgör inte här", name=p.name) for p in named if p not in serving),
        *(Phrase("{name} har {n} röster", name=p.name, n=n) for p, n in named.items() if n > 1),
    ]
    if problems:
        raise RuleBroken(
            "Rösterna stämmer inte med de {serving} tjänstgörande: {problems}. "
            "Rätta rösterna eller närvaron.",
            serving=len(serving),
            problems=tuple(problems),
        )


def require_totals(vote: Vote) -> None:
    """Raise RuleBroken where the ballots do not add up to the totals.

    Minutes may name those who said yes and no and only count the rest.
    """
    totals = (vote.yes, vote.no, vote.abstain, vote.absent)
    counted = zip(BallotChoice, _SAID, totals, count(vote.ballots), strict=True)
    for choice, said, total, named in counted:
        is_told = named or choice in {BallotChoice.YES, BallotChoice.NO}
        if vote.ballots and is_told and named != total:
            raise RuleBroken(
                "Rösterna är {named} {choice} enligt namnen men {total} enligt summan. "
                "Rätta namnen eller summan.",
                named=named,
                choice=said,
                total=total,
            )


def require_secret(vote: Vote) -> None:
    """Raise RuleBroken where a closed vote tells who voted how (KL 5:54)."""
    if vote.closed and vote.ballots:
        raise RuleBroken(
            "Omröstningen är sluten: vem som röstade hur antecknas inte (KL 5:54). Ta bort namnen."
        )


def require_tie(vote: Vote) -> None:
    """Raise RuleBroken where the chair or the lot settles votes that do not tie (KL 5:55-56)."""
    if vote.yes != vote.no and (vote.lot or vote.casting_vote is not None):
        raise RuleBroken(
            "{how} avgör bara när rösterna väger lika, men de är {yes} mot {no}. "
            "Rätta rösterna, eller ta bort det som sägs om hur de avgjordes.",
            how=Phrase("Lotten") if vote.lot else Phrase("Utslagsrösten"),
            yes=vote.yes,
            no=vote.no,
        )


def settle(yes: int, no: int, *, chair: BallotChoice | None, election: bool = False) -> Result:
    """Simple majority; on a tie the chair's vote decides, in an election the lot (KL 5:56).

    Raises RuleBroken when a tie is left open because the chair has not voted (KL 4:25).
    """
    if yes != no:
        return Result.YES if yes > no else Result.NO
    if election:
        return Result.LOT
    if chair not in {BallotChoice.YES, BallotChoice.NO}:
        raise RuleBroken(
            "Rösterna väger lika ({yes}-{no}) och ordföranden har inte röstat. "
            "Ordföranden måste rösta när det behövs för att avgöra ärendet (KL 4:25).",
            yes=yes,
            no=no,
        )
    return Result(chair.value)


def require_open_or_election(*, closed: bool, election: bool) -> None:
    """Raise RuleBroken for a secret vote on anything but an election or employment (KL 5:54)."""
    if closed and not election:
        raise RuleBroken(
            "Omröstningen ska vara öppen: sluten omröstning är bara tillåten vid val och "
            "anställning (KL 5:54)."
        )


def minority_refers_back(
    requested_by: int,
    present: int,
    kind: BodyKind,
    *,
    minority_used: bool = False,
    election: bool = False,
) -> bool:
    """Whether those who request it are enough by themselves to table an item or refer it back.

    A third of those present is, in the assembly only, once for a matter (`minority_used` says
    that it has been done) and never in an election (KL 5:50).
    """
    has_right = kind is BodyKind.ASSEMBLY and not minority_used and not election
    return has_right and requested_by > 0 and 3 * requested_by >= present


def settle_referral(
    yes: int,
    no: int,
    present: int,
    kind: BodyKind,
    *,
    chair: BallotChoice | None = None,
    minority_used: bool = False,
    election: bool = False,
) -> Result:
    """Whether an item is tabled or referred back: YES if it is.

    By the minority of `minority_refers_back`, else by simple majority of the votes cast, in a
    board or committee always (KL 5:50, 5:55, 6:33). Raises RuleBroken as `settle` does.
    """
    if minority_refers_back(yes, present, kind, minority_used=minority_used, election=election):
        return Result.YES
    return settle(yes, no, chair=chair, election=election)
