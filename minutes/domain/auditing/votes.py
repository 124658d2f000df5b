"""Votes: who voted, whether it adds up, and what settled a tie (KL 4:24-25, 5:54-56, 5:67)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from minutes.domain.auditing.audited import AuditedItem, among
from minutes.domain.auditing.faults import Fault, Rule, gap, hint
from minutes.domain.errors import RuleBroken
from minutes.domain.findings import Place
from minutes.domain.voting import BallotChoice, require_totals

_AT = Place.VOTES
_LIST = re.compile(r"omröstning|votering|röst", re.IGNORECASE)
"""An annex that holds the ballots."""


def voter_serves(at: AuditedItem) -> Iterator[Fault]:
    """Only those serving vote, and not those disqualified or standing aside."""
    for vote in at.item.votes if at.knows_who_served else ():
        for ballot in vote.ballots:
            cast = ballot.ballot is not BallotChoice.ABSENT
            if cast and not among(ballot.person, (*at.deciding, *at.disqualified)):
                yield gap(
                    "{name} har röstat men deltar inte i beslutet. "
                    "Ta bort rösten eller rätta närvaron (KL 5:67).",
                    _AT,
                    name=ballot.name,
                )


def voter_has_one_vote(at: AuditedItem) -> Iterator[Fault]:
    """Nobody stands twice in a vote."""
    for vote in at.item.votes:
        for who, times in Counter(b.person for b in vote.ballots).items():
            if times > 1:
                yield gap(
                    "{name} har {times} röster. Var och en har en: ta bort resten (KL 4:24).",
                    _AT,
                    name=who.name,
                    times=times,
                )


def everybody_who_decides_votes(at: AuditedItem) -> Iterator[Fault]:
    """An open vote tells of each who took part how they voted."""
    for vote in at.item.votes:
        voters = [b.person for b in vote.ballots]
        for who in at.deciding if voters else ():
            if not among(who, voters):
                yield gap(
                    "{name} deltar i beslutet men har ingen röst. "
                    "För in rösten eller rätta närvaron (KL 5:67).",
                    _AT,
                    name=who.name,
                )


def ballots_add_up(at: AuditedItem) -> Iterator[Fault]:
    """As many are named with each answer as the totals say."""
    for vote in at.item.votes:
        try:
            require_totals(vote)
        except RuleBroken:
            yield gap(
                "Rösterna är {yes} ja och {no} nej enligt summan men andra enligt namnen. "
                "Rätta namnen eller summan (KL 5:67).",
                _AT,
                yes=vote.yes,
                no=vote.no,
            )


def votes_are_no_more_than_those_deciding(at: AuditedItem) -> Iterator[Fault]:
    """The totals of a vote without names are those of who took part."""
    for vote in at.item.votes if at.knows_who_served else ():
        told, there = vote.yes + vote.no + vote.abstain + vote.absent, len(at.deciding)
        if vote.ballots or told == there:
            continue
        if told > there:
            yield gap(
                "{told} röster är avgivna men {there} deltar i beslutet. "
                "Rätta rösterna eller närvaron (KL 4:24).",
                _AT,
                told=told,
                there=there,
            )
        else:
            yield hint(
                "{told} röster är avgivna fast {there} deltar i beslutet. "
                "Se efter om någon avstod.",
                _AT,
                told=told,
                there=there,
            )


def open_vote_tells_who_voted_how(at: AuditedItem) -> Iterator[Fault]:
    """The ballots of an open vote stand in the § or in a list annexed to it."""
    listed = any(_LIST.search(title) for title in at.item.annexes)
    if any(not v.closed and not v.ballots for v in at.item.votes) and not listed:
        yield gap(
            "Omröstningen är öppen, men vem som röstade hur är inte antecknat. "
            "För in rösterna eller bifoga omröstningslistan (KL 5:67).",
            _AT,
        )


def closed_vote_is_for_elections(at: AuditedItem) -> Iterator[Fault]:
    """A vote is closed in elections and employments alone."""
    if any(v.closed for v in at.item.votes) and not at.is_election:
        yield gap(
            "Omröstningen är sluten, vilket bara får förekomma vid val och anställning. "
            "Ange att ärendet är ett val, eller för in de öppna rösterna (KL 5:54).",
            _AT,
        )


def closed_vote_names_nobody(at: AuditedItem) -> Iterator[Fault]:
    """Nobody is told to have voted so or so in a closed vote."""
    if any(v.closed and v.ballots for v in at.item.votes):
        yield gap(
            "Omröstningen är sluten men namnen står med. Ta bort dem (KL 5:54).",
            _AT,
        )


def vote_settles_a_question(at: AuditedItem) -> Iterator[Fault]:
    """Each vote is on a question that the chair put."""
    asked = range(len(at.item.questions))
    if any(v.question not in asked for v in at.item.votes):
        yield hint(
            "En omröstning hör inte till någon av ordförandens frågor. Välj vilken den avgör.",
            _AT,
        )


def vote_tells_what_yes_means(at: AuditedItem) -> Iterator[Fault]:
    """Who reads of a vote knows what was answered."""
    if any(not v.yes_means or not v.no_means for v in at.item.votes):
        yield hint(
            "Det framgår inte vad ja och nej betyder i omröstningen. För in voteringsordningen.",
            _AT,
        )


def nobody_abstains_in_public_authority(at: AuditedItem) -> Iterator[Fault]:
    """Who handles such a matter in a board or committee has to take part in deciding it."""
    if at.is_of_assembly or at.number not in at.context.public_authority:
        return
    silent = [b.person for v in at.item.votes for b in v.ballots if _abstains(b.ballot)]
    for who in (*at.item.stands_aside, *silent):
        yield gap(
            "{name} avstår i ett ärende om myndighetsutövning mot enskild. Den som deltar i "
            "handläggningen ska delta i beslutet: rätta rösten eller närvaron (KL 4:26).",
            _AT,
            name=who.name or who.party,
        )


def _abstains(choice: BallotChoice) -> bool:
    return choice is BallotChoice.ABSTAIN


def explanation_keeps_the_secret(at: AuditedItem) -> Iterator[Fault]:
    """An explanation of vote tells what a closed vote keeps."""
    closed = any(v.closed for v in at.item.votes)
    for note in at.item.notes if closed else ():
        if note.kind == "explanation_of_vote":
            yield hint(
                "Röstförklaringen röjer hur någon röstade i den slutna omröstningen. "
                "Fråga om den ska stå kvar (KL 5:54).",
                Place.NOTES,
            )


RULES: tuple[Rule[AuditedItem], ...] = (
    voter_serves,
    voter_has_one_vote,
    everybody_who_decides_votes,
    ballots_add_up,
    votes_are_no_more_than_those_deciding,
    open_vote_tells_who_voted_how,
    closed_vote_is_for_elections,
    closed_vote_names_nobody,
    vote_settles_a_question,
    vote_tells_what_yes_means,
    nobody_abstains_in_public_authority,
    explanation_keeps_the_secret,
)
