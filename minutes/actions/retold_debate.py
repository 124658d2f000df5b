"""Proposals, questions and votes become what the words of a § tell."""

from __future__ import annotations

from typing import Any

from minutes.actions.debate import put_proposal, revise_proposal
from minutes.actions.decisions import postpone
from minutes.actions.questions import put_question, revise_question, strike_question
from minutes.actions.retelling import Retelling
from minutes.actions.revisions import revise
from minutes.actions.votes import hold_vote, revise_vote
from minutes.domain.procedure import postponed_anew, require_moved
from minutes.domain.proposals import standing
from minutes.store.tables import Proposal, Question, Vote


def _moved(of: Retelling) -> dict[str | None, Proposal]:
    moved: dict[str | None, Proposal] = {}
    for row, put in zip(of.rows(Proposal), of.told.proposals, strict=True):
        if not put.withdrawn and put.mover is not None:
            moved.setdefault(put.mover, row)
    return moved


def proposals(of: Retelling) -> None:
    """The proposals that stand; what was withdrawn is never told, and stays behind them."""
    every = list(of.rows(Proposal))
    rows = [row for row, put in zip(every, of.now.proposals, strict=True) if not put.withdrawn]
    moved: dict[str | None, Proposal] = {}
    who: dict[str, Any] = {"present": of.present, "earlier": moved}
    found = []
    for put, row in of.bring(
        rows,
        standing(of.now.proposals),
        standing(of.told.proposals),
        lambda put, n: put_proposal(of.session, of.act, of.item, put, position=n, **who),
        lambda row, put: revise_proposal(of.session, of.act, row, put, **who),
    ):
        moved.setdefault(put.mover, row)
        found.append(row)
    of.in_order([*found, *(row for row in every if row not in rows)])


def questions(of: Retelling) -> None:
    """The questions with what was found; the item goes back or waits as was found."""
    moved = _moved(of)
    for asked in of.told.questions:
        if asked not in of.now.questions:
            require_moved(asked, of.told.proposals)
    brought = of.bring(
        of.rows(Question),
        of.now.questions,
        of.told.questions,
        lambda q, n: put_question(of.session, of.act, of.item, q, position=n, moved=moved),
        lambda row, q: revise_question(of.session, of.act, row, q, moved=moved),
        lambda row: strike_question(of.session, of.act, row),
    )
    of.in_order([row for _, row in brought])
    found = postponed_anew(of.now, of.told)
    if found is not None:
        postpone(of.session, of.act, of.item, referred_back=found[0], tabled=found[1])


def votes(of: Retelling) -> None:
    """The votes, each on its question as the words have them now."""
    asked = of.rows(Question)
    who: dict[str, Any] = {"present": of.present, "questions": asked}
    brought = list(
        of.bring(
            of.rows(Vote),
            of.now.votes,
            of.told.votes,
            lambda held, n: hold_vote(of.session, of.act, of.item, held, position=n, **who),
            lambda row, held: revise_vote(of.session, of.act, row, held, **who),
        )
    )
    for held, row in brought:
        known = held.question is not None and held.question < len(asked)
        on = asked[held.question or 0].id if known else None
        revise(of.session, of.act, row, {"question_id": on}, verb="joined")
    of.in_order([row for _, row in brought])
