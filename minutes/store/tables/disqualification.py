"""Who stepped aside in a §."""

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.store.tables.base import Base, key, link, maybe, once_without, revised


class Disqualification(Base, table=True):
    """Who was disqualified, why, who served and who chaired instead."""

    __table_args__ = (
        UniqueConstraint("item_id", "name", "party", name="disqualified_once_in_an_item"),
        once_without("party", "disqualified_once_without_a_party", "item_id", "name"),
    )

    id: int = key()
    item_id: int = link("item")
    person_id: int | None = maybe("person")
    position: int
    name: str
    party: str | None = None
    ground: str = ""
    replaced_by_name: str | None = None
    replaced_by_party: str | None = None
    chaired_by_name: str | None = None
    chaired_by_party: str | None = None
    revision: int = revised()


class StandAside(Base, table=True):
    """Who did not take part in the decision without being disqualified; a group has no name."""

    __tablename__ = "stand_aside"
    __table_args__ = (
        UniqueConstraint("item_id", "name", "party", name="stands_aside_once_in_an_item"),
        once_without("party", "stands_aside_once_without_a_party", "item_id", "name"),
        once_without("name", "group_stands_aside_once", "item_id", "party"),
        CheckConstraint("name IS NOT NULL OR party IS NOT NULL", name="who_stands_aside_is_named"),
    )

    id: int = key()
    item_id: int = link("item")
    person_id: int | None = maybe("person")
    position: int
    name: str | None = None
    party: str | None = None
    revision: int = revised()
