"""Proposals and their movers."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.domain.proposals import ProposalKind
from minutes.store.tables.base import Base, choice, key, link, maybe, revised


class Proposal(Base, table=True):
    """A proposal; one that seconds another points at it, withdrawn ones keep when."""

    __table_args__ = (
        UniqueConstraint("item_id", "position", name="proposal_has_a_place"),
        CheckConstraint("rank IN (1, 2)", name="proposal_is_in_first_or_second_place"),
        CheckConstraint("supports_id <> id", name="proposal_supports_another"),
    )

    id: int = key()
    item_id: int = link("item")
    position: int
    kind: ProposalKind = choice(ProposalKind, "proposal_kind_is_known")
    rank: int = 1
    text: str = ""
    supports_name: str | None = None
    supports_id: int | None = maybe("proposal")
    against_name: str | None = None
    withdrawn_at: datetime | None = None
    revision: int = revised()


class ProposalMover(Base, table=True):
    """Who moves it, named as on that day; the acting chair stands as "Ordföranden"."""

    __tablename__ = "proposal_mover"
    __table_args__ = (
        UniqueConstraint("proposal_id", "position", name="mover_has_a_place"),
        CheckConstraint("name IS NOT NULL OR party IS NOT NULL", name="mover_is_named"),
    )

    id: int = key()
    proposal_id: int = link("proposal")
    person_id: int | None = maybe("person")
    position: int
    name: str | None = None
    party: str | None = None
