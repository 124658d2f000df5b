"""Proposals are put and withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session, select

from minutes.actions.columns import People, Present, person_in, taken
from minutes.actions.history import Act, add_all, record
from minutes.actions.revisions import replace_parts, revise
from minutes.domain import proposals as domain
from minutes.store.tables import Item, Proposal, ProposalMover

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
