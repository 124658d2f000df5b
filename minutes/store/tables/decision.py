"""Decisions and their points."""

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.domain.decisions import DecisionKind
from minutes.store.tables.base import Base, choice, key, link, revised


class Decision(Base, table=True):
    """The deciding block of a §; `to_body` is the superior body that a proposal goes to."""

    __table_args__ = (
        UniqueConstraint("item_id", name="item_has_one_deciding_block"),
        CheckConstraint(
            "kind <> 'proposal' OR to_body IS NOT NULL", name="proposal_names_its_receiver"
        ),
    )

    id: int = key()
    item_id: int = link("item")
    kind: DecisionKind = choice(DecisionKind, "decision_kind_is_known")
    to_body: str | None = None
    revision: int = revised()


class DecisionPoint(Base, table=True):
    """A point; `kind` and `to_body` stand where it differs from its decision.

    `is_further` marks what is decided in running text beside the numbered points.
    """

    __tablename__ = "decision_point"
    __table_args__ = (
        UniqueConstraint("decision_id", "number", name="point_is_numbered_once"),
        CheckConstraint("number > 0", name="point_number_is_positive"),
    )

    id: int = key()
    decision_id: int = link("decision")
    number: int
    text: str
    kind: DecisionKind | None = choice(DecisionKind, "point_kind_is_known", default=None)
    to_body: str | None = None
    is_further: bool = False
