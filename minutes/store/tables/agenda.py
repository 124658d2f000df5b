"""The items that a body takes up at every meeting."""

from sqlalchemy import UniqueConstraint

from minutes.domain.agenda import StandingKind
from minutes.store.tables.base import Base, choice, key, link, revised


class StandingItem(Base, table=True):
    """An item that stands on every agenda of a body; those after the matters are `at_end`."""

    __tablename__ = "standing_item"
    __table_args__ = (UniqueConstraint("body_id", "position", name="standing_item_has_a_place"),)

    id: int = key()
    body_id: int = link("body")
    position: int
    kind: StandingKind = choice(StandingKind, "standing_item_kind_is_known")
    title: str
    at_end: bool = False
    revision: int = revised()
