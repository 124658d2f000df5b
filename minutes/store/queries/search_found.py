"""What was found as it is shown: the words marked, who did what, and what the § came to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlmodel import Session, col, select

from minutes.domain.assignments import AssignmentStatus
from minutes.domain.decisions import Outcome
from minutes.domain.excerpts import Excerpt, excerpt, most_telling, unmarked
from minutes.domain.notes import NoteKind
from minutes.domain.proposals import ProposalKind
from minutes.store import tables as t
from minutes.store.queries.addresses import Address, address_of
from minutes.store.searching.expression import Expression
from minutes.store.searching.matching import Hit
from minutes.store.searching.swedish import stem
from minutes.store.searching.tables import Part
from minutes.store.searching.told import Told, told_of

LONGEST_TITLE = 400

Sort: TypeAlias = ProposalKind | NoteKind | AssignmentStatus

_SORTS: Mapping[Part, tuple[Any, Any]] = {
    Part.PROPOSAL: (t.Proposal.id, t.Proposal.kind),
    Part.NOTE: (t.Note.id, t.Note.kind),
    Part.ASSIGNMENT: (t.Assignment.id, t.Assignment.status),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that was found: its §, the words that were looked for marked, who is named.

    `decided` is what its § came to, unless `words` are of that; `sort` is what the passage is one
    of among its part.
    """

    address: Address
    part: Part
    outcome: Outcome
    title: tuple[Excerpt, ...]
    words: tuple[Excerpt, ...]
    named: tuple[str, ...]
    decided: tuple[Excerpt, ...]
    sort: Sort | None


def _sorts_of(session: Session, rows: Sequence[Hit]) -> Mapping[tuple[Part, int], Sort]:
    """What each proposal proposes, what kind of note it is, how far an assignment has come.

    Who may see them is asked of their §§.
    """
    found: dict[tuple[Part, int], Sort] = {}
    for part in {one.part for one in rows} & {*_SORTS}:
        key, sort = _SORTS[part]
        keys = [one.row_id for one in rows if one.part is part]
        told = session.connection().execute(select(key, sort).where(col(key).in_(keys)))
        found |= {(part, row): value for row, value in told}
    return found


@dataclass(frozen=True, slots=True)
class _Beside:
    """The points that a § decides, and the sort of a passage."""

    points: Sequence[str]
    sort: Sort | None


def _texts(passage: Told, part: Part) -> list[str]:
    """Where an excerpt may be taken; names are told beside, but of a whole §."""
    return passage.texts or (passage.words() if part is Part.ITEM else [])


def _shown(
    item: t.Item, address: Address, hit: Hit, passage: Told, of: Expression, beside: _Beside
) -> Found:
    """A passage as it is shown, with the words that are looked for marked."""

    def is_found(word: str) -> bool:
        return stem(word) in of.stems

    named = (
        f"{name} ({party})" if name and party else name or party or ""
        for name, party in dict.fromkeys(passage.named)
    )
    telling = most_telling(_texts(passage, hit.part), is_found)
    is_decision = hit.part is Part.DECISION
    return Found(
        address,
        hit.part,
        Outcome(hit.outcome),
        excerpt(unmarked(item.title), is_found, LONGEST_TITLE),
        ()
        if telling in beside.points and not is_decision
        else excerpt(unmarked(telling), is_found),
        tuple(named) if hit.part is not Part.ITEM else (),
        () if is_decision else excerpt(unmarked(" ".join(beside.points)), is_found),
        beside.sort,
    )


def found_in(session: Session, rows: Sequence[Hit], of: Expression) -> tuple[Found, ...]:
    """Passages as they are shown to this reader; one whose § is not in sight is left out."""
    items = session.exec(
        select(t.Item, t.Body, t.Meeting)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .where(col(t.Item.id).in_({one.item_id for one in rows}))
    )
    seen = {item.id: (item, address_of(item, b, m.held_on)) for item, b, m in items}
    told = told_of(session.connection(), seen)
    sorts = _sorts_of(session, [one for one in rows if one.item_id in seen])

    def shown(hit: Hit) -> Found:
        passages = told[hit.item_id].passages
        points = passages[Part.DECISION, hit.item_id].texts
        beside = _Beside(points, sorts.get((hit.part, hit.row_id)))
        passage = passages[hit.part, hit.row_id]
        return _shown(*seen[hit.item_id], hit, passage, of, beside)

    return tuple(shown(hit) for hit in rows if hit.item_id in seen)
