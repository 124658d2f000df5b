"""Proposals are put and withdrawn, questions put, votes held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session, select

from minutes.actions.columns import People, Present, named, person_in, taken
from minutes.actions.history import Act, add_all, record
from minutes.actions.revisions import replace_parts, revise
from minutes.domain import proposals as domain
from minutes.domain.questions import Option, require_finding
from minutes.domain.questions import Question as Asked
from minutes.domain.voting import Vote as Counted
from minutes.domain.voting import require_secret, require_sum, require_tie, require_totals
from minutes.store.tables import (
    Ballot,
    Item,
    Proposal,
    ProposalMover,
    Question,
    QuestionOption,
    Vote,
)

Moved = Mapping[str | None, Proposal]
"""The proposals of a § that stand, by the name of their first mover."""


def _id_of(proposal: Proposal | None) -> int | None:
    return proposal.id if proposal else None


def put_proposal(
    session: Session,
    act: Act,
    item: Item,
    put: domain.Proposal,
    *,
    present: Present,
    position: int,
    earlier: Moved,
) -> Proposal:
    """Enter a proposal; `earlier` are those before it that stand.

    Raises RuleBroken where who serves is known and a mover does not, or where it seconds or
    opposes what nobody has put.
    """
    if present.serving is not None:
        domain.require_movers_serve(put, present.serving)
        domain.require_answerable(put, earlier)
    withdrawn_at = act.at if put.withdrawn else None
    columns = _columns(put, earlier)
    proposal = Proposal(item_id=item.id, position=position, withdrawn_at=withdrawn_at, **columns)
    record(session, act, "put", proposal)
    add_all(session, *_movers(proposal, put, present.people))
    return proposal


def _columns(put: domain.Proposal, earlier: Moved) -> dict[str, Any]:
    return {
        "supports_name": put.supports,
        "supports_id": _id_of(earlier.get(put.supports)),
        "against_name": put.against,
        **taken(put, "kind rank text"),
    }


def revise_proposal(
    session: Session,
    act: Act,
    proposal: Proposal,
    put: domain.Proposal,
    *,
    present: Present,
    earlier: Moved,
    seen: int | None = None,
) -> Proposal:
    """Mend what was entered of a proposal. Raises RuleBroken as `put_proposal` does."""
    if present.serving is not None:
        domain.require_movers_serve(put, present.serving)
        domain.require_answerable(put, earlier)
    old = session.exec(select(ProposalMover).where(ProposalMover.proposal_id == proposal.id)).all()
    movers = _movers(proposal, put, present.people)
    columns = _columns(put, earlier)
    if [(m.name, m.party) for m in old] != [(m.name, m.party) for m in movers]:
        revise(session, act, proposal, columns, seen=seen, parts=[m.name for m in movers])
        replace_parts(session, old, movers)
    else:
        revise(session, act, proposal, columns, seen=seen)
    return proposal


def withdraw_proposal(
    session: Session, act: Act, proposal: Proposal, *, seen: int | None = None
) -> Proposal:
    """Enter that a proposal was withdrawn: it is kept, and left out of the minutes."""
    revise(session, act, proposal, {"withdrawn_at": act.at}, seen=seen, verb="withdrawn")
    return proposal


def uphold_proposal(session: Session, act: Act, proposal: Proposal) -> Proposal:
    """Enter that a proposal stands after all."""
    revise(session, act, proposal, {"withdrawn_at": None}, verb="upheld")
    return proposal


def _movers(proposal: Proposal, put: domain.Proposal, people: People) -> list[ProposalMover]:
    return [
        ProposalMover(proposal_id=proposal.id, position=n, **person_in(people, p))
        for n, p in enumerate(put.by)
    ]


def put_question(
    session: Session, act: Act, item: Item, put: Asked, *, position: int, moved: Moved
) -> Question:
    """Enter a question with its finding. Raises RuleBroken for a finding that answers nothing."""
    require_finding(put)
    question = Question(item_id=item.id, position=position, kind=put.kind, carried=put.carried)
    record(session, act, "asked", question)
    add_all(session, *(_option(question, n, o, moved) for n, o in enumerate(put.options)))
    return question


def _option(question: Question, position: int, option: Option, moved: Moved) -> QuestionOption:
    return QuestionOption(
        question_id=question.id,
        proposal_id=_id_of(moved.get(option.by)),
        position=position,
        kind=option.kind,
        by_name=option.by,
    )


def hold_vote(
    session: Session,
    act: Act,
    item: Item,
    held: Counted,
    *,
    present: Present,
    position: int,
    questions: Sequence[Question],
) -> Vote:
    """Enter a vote.

    Raises RuleBroken where its ballots are not those of who serves or do not add up, where a
    closed vote tells them, or a tie is broken that there was not.
    """
    require_tie(held)
    require_secret(held)
    if present.serving is not None and held.ballots:
        require_sum(held.ballots, present.serving)
    require_totals(held)
    vote = Vote(
        item_id=item.id,
        question_id=_settles(held, questions),
        position=position,
        **named(held.casting_vote, "casting_"),
        **taken(held, "preliminary closed yes no abstain absent yes_means no_means lot carried"),
    )
    record(session, act, "voted", vote, {"yes": held.yes, "no": held.no})
    add_all(session, *_ballots(vote, held, present.people))
    return vote


def _settles(held: Counted, questions: Sequence[Question]) -> int | None:
    known = held.question is not None and held.question < len(questions)
    return questions[held.question or 0].id if known else None


def _ballots(vote: Vote, held: Counted, people: People) -> list[Ballot]:
    return [
        Ballot(vote_id=vote.id, position=n, choice=b.ballot, **person_in(people, b.person))
        for n, b in enumerate(held.ballots)
    ]
