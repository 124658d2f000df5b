"""What a vote came to: majorities, ties, the casting vote and the lot (KL 4:25, 5:50-56, 6:33)."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.domain.auditing.audited import AuditedItem, among
from minutes.domain.auditing.faults import Fault, Rule, gap, hint
from minutes.domain.auditing.winners import found, voted
from minutes.domain.findings import Place
from minutes.domain.persons import CHAIR
from minutes.domain.questions import FORMAL, Question
from minutes.domain.voting import Ballot, BallotChoice, Vote, minority_refers_back

_AT = Place.VOTES


def _question(at: AuditedItem, vote: Vote) -> Question | None:
    return dict(enumerate(at.item.questions)).get(-1 if vote.question is None else vote.question)


def is_formal(question: Question | None) -> bool:
    """Whether a question is about tabling the item or referring it back."""
    return question is not None and any(o.kind in FORMAL for o in question.options)


def tie_is_settled(at: AuditedItem) -> Iterator[Fault]:
    """A tie is broken by the chair, in an election by the lot."""
    for vote in at.item.votes:
        if vote.yes == vote.no and vote.casting_vote is None and not vote.lot:
            yield gap(
                "Rösterna väger lika ({yes} mot {no}). För in utslagsrösten, eller lotten om "
                "ärendet är ett val (KL 5:56).",
                _AT,
                yes=vote.yes,
                no=vote.no,
            )


def only_a_tie_is_settled(at: AuditedItem) -> Iterator[Fault]:
    """Where one side has more votes nothing else settles it."""
    for vote in at.item.votes:
        if vote.yes != vote.no and (vote.lot or vote.casting_vote is not None):
            yield gap(
                "Rösterna är {yes} mot {no}, så varken utslagsröst eller lott avgör. "
                "Rätta rösterna eller ta bort det som avgjorde (KL 5:56).",
                _AT,
                yes=vote.yes,
                no=vote.no,
            )


def lot_is_for_elections(at: AuditedItem) -> Iterator[Fault]:
    """The lot settles elections and employments, the chair everything else."""
    if any(v.lot for v in at.item.votes) and not at.is_election:
        yield gap(
            "Lotten avgör bara val och anställning. Här har ordföranden utslagsröst (KL 5:56).",
            _AT,
        )
    if any(v.casting_vote and v.closed for v in at.item.votes):
        yield gap(
            "Omröstningen är sluten, och då avgör lotten. Ta bort utslagsrösten (KL 5:56).",
            _AT,
        )


def casting_vote_is_the_chairs(at: AuditedItem) -> Iterator[Fault]:
    """Who led the § has the casting vote, and nobody else."""
    for vote in at.item.votes:
        who, chair = vote.casting_vote, at.room.chair
        if who is not None and chair is not None and who != CHAIR and not among(who, [chair]):
            yield gap(
                "{name} har utslagsröst, men {chair} leder paragrafen. "
                "Rätta utslagsrösten eller vem som leder (KL 5:56).",
                _AT,
                name=who.name,
                chair=chair.name,
            )


def _chairs_ballot(at: AuditedItem, vote: Vote) -> Ballot | None:
    chair = vote.casting_vote if vote.casting_vote not in {None, CHAIR} else at.room.chair
    mine = (b for b in vote.ballots if chair is not None and among(b.person, [chair]))
    return next(mine, None)


def chair_votes_in_a_tie(at: AuditedItem) -> Iterator[Fault]:
    """The chair must vote where it is needed, and the outcome is the chair's."""
    for vote in at.item.votes:
        ballot = _chairs_ballot(at, vote)
        if vote.casting_vote is None or ballot is None or vote.yes != vote.no:
            continue
        if ballot.ballot not in {BallotChoice.YES, BallotChoice.NO}:
            yield gap(
                "{name} har utslagsröst men har inte röstat. För in rösten (KL 4:25).",
                _AT,
                name=ballot.name,
            )
        elif vote.carried is not None and vote.carried != (ballot.ballot is BallotChoice.YES):
            yield gap(
                "{name} avgör med sin utslagsröst, men utfallet är det motsatta. "
                "Rätta rösten eller utfallet (KL 5:56).",
                _AT,
                name=ballot.name,
            )


def _by_minority(at: AuditedItem, vote: Vote) -> bool:
    """Whether a third of those present wanted it, whichever answer that was."""
    for_it = vote.yes if vote.carried else vote.no
    waits = at.item.referred_back or at.item.tabled
    return (
        waits
        and is_formal(_question(at, vote))
        and minority_refers_back(for_it, len(at.seated), at.context.kind, election=at.is_election)
    )


def majority_decides(at: AuditedItem) -> Iterator[Fault]:
    """The side with more votes wins; the minority's right to refer back is the assembly's."""
    for vote in at.item.votes:
        wrong = vote.carried is not None and vote.carried != (vote.yes > vote.no)
        if vote.yes == vote.no or not wrong or _by_minority(at, vote):
            continue
        if is_formal(_question(at, vote)) and not at.is_of_assembly:
            yield gap(
                "Ärendet skjuts upp med {yes} röster mot {no}. Här krävs enkel majoritet: "
                "rätta rösterna eller utfallet (KL 6:33).",
                _AT,
                yes=vote.yes,
                no=vote.no,
            )
        else:
            yield gap(
                "Rösterna är {yes} ja mot {no} nej, men utfallet är det motsatta. "
                "Rätta rösterna eller utfallet (KL 5:55).",
                _AT,
                yes=vote.yes,
                no=vote.no,
            )


def minority_refers_back_in_assemblies(at: AuditedItem) -> Iterator[Fault]:
    """A third of those present may refer an item back, in the assembly alone."""
    asked = at.number in at.context.minority_requests
    if asked and not at.is_of_assembly and (at.item.referred_back or at.item.tabled):
        yield gap(
            "En minoritet kan bara skjuta upp ärenden i fullmäktige. Här krävs enkel majoritet: "
            "för in omröstningen (KL 6:33).",
            Place.DECISION,
        )


def vote_tells_its_outcome(at: AuditedItem) -> Iterator[Fault]:
    """What a vote came to is told."""
    if any(v.carried is None for v in at.item.votes):
        yield hint("Omröstningen saknar utfall. Ange om det blev ja eller nej.", _AT)


def _chooses_counter(at: AuditedItem, question: Question) -> bool:
    """Whether a question only chooses which proposal meets the main one in the vote."""
    return sum(len({*one.options} & {*question.options}) > 1 for one in at.item.questions) > 1


def finding_is_what_was_voted(at: AuditedItem) -> Iterator[Fault]:
    """What the chair found stands; where a vote was called it may have come to something else."""
    for number, question in enumerate(at.item.questions):
        option, is_told = voted(question, at.votes_on(number))
        if is_told and option != found(question) and not _chooses_counter(at, question):
            yield hint(
                "Omröstningen gav ett annat utfall än det som ordföranden först fann. "
                "Se efter om det stämmer.",
                Place.QUESTIONS,
            )


RULES: tuple[Rule[AuditedItem], ...] = (
    tie_is_settled,
    only_a_tie_is_settled,
    lot_is_for_elections,
    casting_vote_is_the_chairs,
    chair_votes_in_a_tie,
    majority_decides,
    minority_refers_back_in_assemblies,
    vote_tells_its_outcome,
    finding_is_what_was_voted,
)
