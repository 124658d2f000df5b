"""A vote at the meeting: ballots by party and by name, what they come to, what yes and no mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from minutes.domain.bodies import BodyKind
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.domain.questions import FORMAL, Option, Question, QuestionKind
from minutes.domain.voting import (
    Ballot,
    BallotChoice,
    Result,
    Vote,
    require_open_or_election,
    require_secret,
    require_sum,
    settle,
    settle_referral,
)

_LISTED = tuple(BallotChoice)


@dataclass(frozen=True, slots=True)
class Voters:
    """Who votes in a §: those serving but for who stands aside, and who leads it.

    `known` tells whether it is known who serves at all.
    """

    people: Sequence[Person]
    chair: Person | None
    kind: BodyKind
    known: bool = True

    @property
    def called(self) -> tuple[Person, ...]:
        """In the order in which they are called: the chair answers last."""
        last = [p for p in self.people if p == self.chair]
        return (*(p for p in self.people if p != self.chair), *last)

    @property
    def parties(self) -> tuple[str, ...]:
        """The party groups that are there, the largest first."""
        sizes: dict[str, int] = {}
        for person in self.people:
            if person.party:
                sizes[person.party] = sizes.get(person.party, 0) + 1
        return tuple(sorted(sizes, key=lambda party: (-sizes[party], party)))


def ballots_of(
    voters: Voters,
    by_party: Mapping[str, BallotChoice],
    by_person: Mapping[Person, BallotChoice],
) -> tuple[Ballot, ...]:
    """Each one's ballot: their own, else their party's; the chair's last.

    They stand as minutes list them, by what was answered, so that these read back as they were
    entered. Who is named and does not vote here stands with the rest, so that the sum tells of it.
    """
    strangers = [p for p in by_person if p not in voters.people]
    found = []
    for person in (*voters.called, *strangers):
        choice = by_person.get(person) or by_party.get(person.party or "")
        if choice is not None:
            found.append(Ballot(person.name or "", person.party, choice))
    return tuple(sorted(found, key=lambda one: _LISTED.index(one.ballot)))


def require_room_for(vote: Vote, voters: Voters) -> None:
    """Raise RuleBroken where more votes are counted than there are to cast (KL 4:24).

    Fewer may be ballot papers that were not valid.
    """
    told = vote.yes + vote.no + vote.abstain + vote.absent
    if not told:
        raise RuleBroken("Omröstningen har inga röster. För in dem.")
    if voters.known and told > len(voters.people):
        raise RuleBroken(
            "{told} röster är avgivna men {serving} tjänstgör. Rätta rösterna eller närvaron.",
            told=told,
            serving=len(voters.people),
        )


def require_all(vote: Vote, voters: Voters, *, election: bool) -> None:
    """Raise RuleBroken where a vote is not what it can be.

    Open, with a ballot of each of those who vote; in an election or employment it may be closed.
    """
    require_open_or_election(closed=vote.closed, election=election)
    require_secret(vote)
    if vote.closed or not voters.known:
        require_room_for(vote, voters)
    else:
        require_sum(vote.ballots, voters.people)


def _chairs(vote: Vote, chair: Person | None) -> BallotChoice | None:
    return next((b.ballot for b in vote.ballots if b.person == chair), None)


def _result(
    vote: Vote, voters: Voters, question: Question | None, *, election: bool, minority_used: bool
) -> Result:
    chair = _chairs(vote, voters.chair)
    if question is None or not any(o.kind in FORMAL for o in question.options):
        return settle(vote.yes, vote.no, chair=chair, election=election)
    return settle_referral(
        vote.yes,
        vote.no,
        len(voters.people),
        voters.kind,
        chair=chair,
        minority_used=minority_used,
        election=election,
    )


def settled(
    vote: Vote,
    voters: Voters,
    question: Question | None,
    *,
    election: bool = False,
    lot: bool | None = None,
    minority_used: bool = False,
) -> Vote:
    """The vote with what it came to, and how a tie was broken.

    `lot` tells whether the lot fell on yes, in an election that ties; elsewhere the acting chair's
    own vote settles it. Raises RuleBroken for a vote that cannot be, or is left open.
    """
    require_all(vote, voters, election=election)
    result = _result(vote, voters, question, election=election, minority_used=minority_used)
    if result is Result.LOT:
        if lot is None:
            raise RuleBroken(
                "Rösterna väger lika ({yes}-{no}). Vid val avgör lotten (KL 5:56): "
                "ange vad lotten föll på.",
                yes=vote.yes,
                no=vote.no,
            )
        return replace(vote, carried=lot, lot=True, casting_vote=None)
    carried = result is Result.YES
    by_chair = vote.yes == vote.no and _chairs(vote, voters.chair) is not None
    casting = voters.chair if by_chair else None
    return replace(vote, carried=carried, lot=False, casting_vote=casting)


def sides(question: Question, votes: Collection[Vote] = ()) -> tuple[Option, Option | None]:
    """What yes and no stand for; no to a proposal that is put alone is for nothing.

    Yes is what the chair found (the main proposal); where a vote has turned that, what was found
    before it. Raises RuleBroken for several proposals in turn: two at a time are voted on.
    """
    options = question.options
    if question.kind is QuestionKind.EACH and len(options) > 2:
        raise RuleBroken(
            "Omröstningen ställs mellan två förslag. Utse först ett motförslag till huvudförslaget."
        )
    if len(options) == 1:
        return options[0], None
    turned = any(v.carried is False for v in votes if not v.preliminary)
    place = question.carried or 0
    first = 1 - place if turned else place
    return options[first], options[1 - first]


def finding_of(question: Question, vote: Vote, before: Iterable[Vote] = ()) -> int | None:
    """The place of the option that carried by a vote; None where one put alone fell."""
    yes, no = sides(question, tuple(before))
    won = yes if vote.carried else no
    return None if won is None else question.options.index(won)


def require_question(asked: Question | None, questions: Sequence[Question]) -> None:
    """Raise RuleBroken for a vote on none of the questions that the chair has put (KL 5:54-55).

    Minutes from elsewhere may tell a vote without what it was on.
    """
    if asked is None and questions:
        raise RuleBroken(
            "Välj vilken fråga omröstningen gäller, så att det framgår vad ja och nej innebar."
        )
