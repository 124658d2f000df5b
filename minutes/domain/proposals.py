"""Proposals (yrkanden): what members and the chair want the body to decide."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import StrEnum

from minutes.domain.errors import RuleBroken
from minutes.domain.persons import CHAIR, Person


class ProposalKind(StrEnum):
    """What a proposal does to the base proposal or to the item."""

    APPROVE = "approve"
    REJECT = "reject"
    AMEND = "amend"
    ADD = "add"
    COUNTER = "counter"
    REFER_BACK = "refer_back"
    TABLE = "table"
    OTHER = "other"


FORMAL = frozenset({ProposalKind.REFER_BACK, ProposalKind.TABLE})
"""Proposals about the handling; they are decided before the matter itself."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal.

    `rank` is 1 in the first place and 2 in the second. `supports` names the mover of the
    proposal that this one seconds, `against` the mover of the one it opposes. `text` holds the
    words beyond the kind, as they stand in the minutes.
    """

    by: tuple[Person, ...]
    kind: ProposalKind
    rank: int = 1
    supports: str | None = None
    against: str | None = None
    text: str = ""
    withdrawn: bool = False

    @property
    def mover(self) -> str | None:
        """The first mover's name: minutes call the proposal by it."""
        return self.by[0].name if self.by else None

    @property
    def is_own(self) -> bool:
        """Whether it says something of its own, beyond yes, no, or another's proposal."""
        settled = {ProposalKind.APPROVE, ProposalKind.REJECT}
        return self.supports is None and self.kind not in settled


def standing(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Those not withdrawn: only they are printed (KL 5:67 point 1)."""
    return tuple(p for p in proposals if not p.withdrawn)


def require_movers_serve(proposal: Proposal, serving: Iterable[Person]) -> None:
    """Raise RuleBroken if a mover has no seat in this § (KL 4:20, 6:30)."""
    seated = set(serving)
    for mover in proposal.by:
        if mover != CHAIR and not mover.is_group and mover not in seated:
            raise RuleBroken(
                "{name} tjänstgör inte i den här paragrafen och kan inte lägga förslag. "
                "Kontrollera närvaron, eller ange en annan förslagsställare.",
                name=mover.name,
            )


def movers_of(proposals: Iterable[Proposal]) -> set[str | None]:
    """Whose proposals stand: their first movers, by which minutes call them."""
    return {p.mover for p in standing(proposals)}


def require_answerable(proposal: Proposal, movers: Container[str | None]) -> None:
    """Raise RuleBroken if it seconds or opposes a proposal that was not put, or was withdrawn.

    `movers` are those whose proposals stand (`movers_of`).
    """
    for name in (proposal.supports, proposal.against):
        if name is not None and name not in movers:
            raise RuleBroken(
                "{name} har inget förslag i den här paragrafen. För in det förslaget först.",
                name=name,
            )
