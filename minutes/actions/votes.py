"""Votes are held, mended, and joined to the question that they settle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, select

from minutes.actions.columns import People, Present, named, person_in, taken
from minutes.actions.history import Act, add_all, record
from minutes.actions.revisions import replace_parts, require_seen, revise
from minutes.domain.voting import Vote as Counted
from minutes.domain.voting import require_secret, require_sum, require_tie, require_totals
from minutes.store.tables import Ballot, Item, Question, Vote


def _require(held: Counted, present: Present) -> None:
    require_tie(held)
    require_secret(held)
    if present.serving is not None and held.ballots:
        require_sum(held.ballots, present.serving)
    require_totals(held)


def _columns(held: Counted, questions: Sequence[Question]) -> dict[str, Any]:
    counted = "preliminary closed yes no abstain absent yes_means no_means lot carried"
    return {
        "question_id": _settles(held, questions),
        **named(held.casting_vote, "casting_"),
        **taken(held, counted),
    }


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
    _require(held, present)
    vote = Vote(item_id=item.id, position=position, **_columns(held, questions))
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


def _told(ballots: Sequence[Ballot]) -> list[str]:
    return [f"{b.name} ({b.party}): {b.choice}" for b in ballots]


def revise_vote(
    session: Session,
    act: Act,
    vote: Vote,
    held: Counted,
    *,
    present: Present,
    questions: Sequence[Question],
    seen: int | None = None,
) -> Vote:
    """Mend what was entered of a vote. Raises RuleBroken as `hold_vote` does, and Outdated."""
    _require(held, present)
    of_it = select(Ballot).where(Ballot.vote_id == vote.id).order_by(col(Ballot.position))
    old, new = session.exec(of_it).all(), _ballots(vote, held, present.people)
    columns = _columns(held, questions)
    if _told(old) == _told(new):
        revise(session, act, vote, columns, seen=seen)
        return vote
    require_seen(session, vote, seen)
    replace_parts(session, old, ())  # first: a vote that is closed keeps none
    revise(session, act, vote, columns, parts=_told(new))
    add_all(session, *new)
    return vote


def join_vote(session: Session, act: Act, vote: Vote, question: Question) -> Vote:
    """Let a vote belong to a question: a preliminary one to that which it led to."""
    revise(session, act, vote, {"question_id": question.id}, verb="joined")
    return vote
