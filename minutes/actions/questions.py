"""Questions are put with their finding, mended, moved and taken out."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from minutes.actions.debate import Moved
from minutes.actions.history import Act, add_all, record
from minutes.actions.revisions import order_rows, replace_parts, require_seen, revise, strike
from minutes.domain.questions import Option, require_finding
from minutes.domain.questions import Question as Asked
from minutes.store.tables import History, Item, Question, QuestionOption, Vote


def put_question(
    session: Session, act: Act, item: Item, put: Asked, *, position: int, moved: Moved
) -> Question:
    """Enter a question with its finding. Raises RuleBroken for a finding that answers nothing."""
    require_finding(put)
    question = Question(item_id=item.id, position=position, kind=put.kind, carried=put.carried)
    record(session, act, "asked", question)
    add_all(session, *_options(question, put, moved))
    return question


def _options(question: Question, put: Asked, moved: Moved) -> list[QuestionOption]:
    return [_option(question, n, option, moved) for n, option in enumerate(put.options)]


def _option(question: Question, position: int, option: Option, moved: Moved) -> QuestionOption:
    proposal = moved.get(option.by)
    return QuestionOption(
        question_id=question.id,
        proposal_id=proposal.id if proposal else None,
        position=position,
        kind=option.kind,
        by_name=option.by,
    )


def _put(session: Session, question: Question) -> Sequence[QuestionOption]:
    of_it = select(QuestionOption).where(QuestionOption.question_id == question.id)
    return session.exec(of_it.order_by(col(QuestionOption.position))).all()


def _loosen(session: Session, question: Question) -> list[int]:
    """Part a question from the votes on it; their keys, in order."""
    votes = session.exec(select(Vote).where(Vote.question_id == question.id)).all()
    for vote in votes:
        vote.question_id = None
    add_all(session, *votes)
    return sorted(vote.id for vote in votes)


def revise_question(
    session: Session,
    act: Act,
    question: Question,
    put: Asked,
    *,
    moved: Moved,
    seen: int | None = None,
) -> Question:
    """Mend what was entered of a question.

    With another finding the votes on it stay with it. Where something else was put they were on
    something else, and stand without a question until they are given one. Raises RuleBroken as
    `put_question` does, and Outdated.
    """
    require_finding(put)
    old = _put(session, question)
    columns = {"kind": put.kind, "carried": put.carried}
    if tuple(Option(o.by_name, o.kind) for o in old) == put.options:
        revise(session, act, question, columns, seen=seen)
        return question
    told = [f"{o.kind}:{o.by or ''}" for o in put.options]
    revise(session, act, question, columns, seen=seen, parts=told)
    _loosen(session, question)
    replace_parts(session, old, _options(question, put, moved))
    return question


def move_question(
    session: Session, act: Act, question: Question, place: int, *, seen: int | None = None
) -> Question:
    """Move a question to a place among those of its §, counted from 0. Raises Outdated."""
    require_seen(session, question, seen)
    of_item = select(Question).where(Question.item_id == question.item_id)
    rows = session.exec(of_item.order_by(col(Question.position))).all()
    others = [row for row in rows if row.id != question.id]
    place = max(0, min(place, len(others)))
    ordered = [*others[:place], question, *others[place:]]
    if [row.id for row in ordered] == [row.id for row in rows]:
        return question
    question.revision += 1
    record(session, act, "moved", question, {"from": rows.index(question), "to": place})
    order_rows(session, ordered)
    return question


def strike_question(
    session: Session, act: Act, question: Question, *, seen: int | None = None
) -> tuple[Question, History]:
    """Take out a question that was entered by mistake; votes on it stand without one.

    With the entry, by which it can be put back. Raises Outdated.
    """
    require_seen(session, question, seen)
    parted = {"vote.question_id": _loosen(session, question)}
    return question, strike(session, act, question, parted=parted)
