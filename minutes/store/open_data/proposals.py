"""Proposals as open data: motions, in Popolo's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from minutes.domain.proposals import ProposalKind
from minutes.store import tables as t
from minutes.store.open_data.actors import Actor, actor, is_by, slugs_in
from minutes.store.open_data.kinds import Filter, Kind
from minutes.store.open_data.places import OF_ITEMS, OfItem, Party, Slug, is_at, of_items, placed
from minutes.store.rows import grouped


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion(OfItem):
    """A proposal that was moved in a §; those that were withdrawn are not told."""

    classification: ProposalKind
    rank: int
    text: str
    creators: tuple[Actor, ...]
    supports: str | None
    against: str | None


def _motions(session: Session, rows: Sequence[Any]) -> list[Motion]:
    movers = grouped(session, t.ProposalMover, "proposal_id", [row[0].id for row in rows])
    slugs = slugs_in(session, [mover for of in movers.values() for mover in of])
    return [
        Motion(
            **place,
            classification=row.kind,
            rank=row.rank,
            text=row.text,
            creators=tuple(actor(mover, slugs) for mover in movers[row.id]),
            supports=row.supports_name,
            against=row.against_name,
        )
        for (row, *_), place in zip(rows, placed(session, rows), strict=True)
    ]


def _moved(by: ColumnElement[bool]) -> ColumnElement[bool]:
    return col(t.Proposal.id).in_(select(t.ProposalMover.proposal_id).where(by))


MOTIONS = Kind(
    "motions", Motion, t.Proposal,
    of_items(t.Proposal).where(col(t.Proposal.withdrawn_at).is_(None)), _motions,
    is_at(t.Proposal.position),
    (
        *OF_ITEMS,
        Filter("classification", ProposalKind, lambda _, kind: col(t.Proposal.kind) == kind),
        Filter("person_id", Slug, lambda _, s: _moved(is_by(t.ProposalMover.person_id, s))),
        Filter("group_id", Party, lambda _, p: _moved(col(t.ProposalMover.party) == p)),
    ),
)  # fmt: skip
