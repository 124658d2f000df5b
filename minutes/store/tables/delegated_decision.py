"""Decisions that delegates made for a body."""

from datetime import date

from sqlmodel import Field

from minutes.store.tables.base import Base, key, link, maybe, revised


class DelegatedDecision(Base, table=True):
    """What a delegate decided, on which ground in the delegation order.

    `reported_in_id` is the § that reports it to the body; one that no § reports may be announced
    by itself, and is changed no more when it has been.
    """

    __tablename__ = "delegated_decision"

    id: int = key()
    body_id: int = link("body", ondelete="RESTRICT")
    delegate: str
    decided_on: date | None = None
    dnr: str | None = None
    ground: str | None = None
    what: str
    appealable: bool = Field(default=True, sa_column_kwargs={"server_default": "1"})
    reported_in_id: int | None = maybe("item")
    revision: int = revised()
