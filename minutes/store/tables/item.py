"""Items: the numbered §§ of the minutes."""

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.store.tables.base import Base, key, link


class Item(Base, table=True):
    """A §. Body and year stand here so that the database keeps each number unique in them."""

    __table_args__ = (
        UniqueConstraint("body_id", "year", "number", name="number_once_a_year"),
        UniqueConstraint("meeting_id", "position", name="item_has_a_place_in_the_meeting"),
        CheckConstraint("number > 0", name="number_is_positive"),
    )

    id: int = key()
    meeting_id: int = link("meeting")
    body_id: int = link("body", ondelete="RESTRICT")
    year: int
    number: int
    position: int
    title: str
    referred_back: bool = False
    tabled: bool = False


class ItemMatter(Base, table=True):
    """Which matters a § treats; most treat one."""

    __tablename__ = "item_matter"
    __table_args__ = (UniqueConstraint("item_id", "matter_id", name="item_treats_a_matter_once"),)

    id: int = key()
    item_id: int = link("item")
    matter_id: int = link("matter", ondelete="RESTRICT")
    position: int
