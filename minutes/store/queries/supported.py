"""Which proposal a reservation is in favour of, in the proposal's own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from minutes.domain.proposals import ProposalKind
from minutes.domain.wording.names import genitive
from minutes.domain.wording.proposals import noun
from minutes.store import tables as t


@dataclass(frozen=True, slots=True)
class Moved:
    """A proposal with words of its own, and who moved it."""

    kind: ProposalKind
    movers: tuple[str, ...]
    text: str

    def is_called(self, words: str, by: str | None) -> bool:
        """Whether minutes call it so in the reservation of `by`: "Eva Eks tillägg"."""
        nouns = {noun(self.kind), "förslag"}
        called = {f"{genitive(mover)} {name}" for mover in self.movers for name in nouns}
        own = {f"eget {name}" for name in nouns} if by in self.movers else set()
        return words in called | own


def moved_in(session: Session, items: Collection[int]) -> Mapping[int, Sequence[Moved]]:
    """The proposals of those §§ that have words of their own, by §."""
    rows = session.exec(
        select(t.Proposal, t.ProposalMover.name)
        .join(t.ProposalMover, col(t.ProposalMover.proposal_id) == t.Proposal.id)
        .where(col(t.Proposal.item_id).in_(items), t.Proposal.text != "")
        .where(col(t.Proposal.withdrawn_at).is_(None))
        .order_by(col(t.Proposal.position), col(t.ProposalMover.position))
    ).all()
    movers: dict[int, list[str]] = defaultdict(list)
    for proposal, name in rows:
        movers[proposal.id].append(name or "")
    found: dict[int, list[Moved]] = defaultdict(list)
    for proposal in {p.id: p for p, _ in rows}.values():
        made = Moved(proposal.kind, tuple(movers[proposal.id]), proposal.text)
        found[proposal.item_id].append(made)
    return found


def supported(moved: Sequence[Moved], words: str, by: str | None) -> str:
    """The words of the proposal that a reservation calls so; empty where none is."""
    return next((one.text for one in moved if one.is_called(words, by)), "")
