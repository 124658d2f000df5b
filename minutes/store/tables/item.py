"""Items: the numbered §§ of the minutes."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from minutes.domain.agenda import StandingKind
from minutes.store.tables.base import Base, choice, key, link, maybe, revised


class Item(Base, table=True):
    """A §. Body and year stand here so that the database keeps each number unique in them.

    On the agenda it has no number: that is given when it is closed, once. One that is withdrawn
    from the agenda gets none. `from_item_id` is the § that tabled it or referred it back.
    `secrecy` is the legal ground on which all of it but its number is secret; `open_title` is
    what others read in its title's place.
    """

    __table_args__ = (
        UniqueConstraint("body_id", "year", "number", name="number_once_a_year"),
        UniqueConstraint("meeting_id", "position", name="item_has_a_place_in_the_meeting"),
        Index("ix_item_number", "number", "year"),
        CheckConstraint("number > 0", name="number_is_positive"),
        CheckConstraint(
            "withdrawn_at IS NULL OR number IS NULL", name="withdrawn_item_has_no_number"
        ),
        CheckConstraint("secrecy <> ''", name="secrecy_has_a_ground"),
        CheckConstraint(
            "open_title IS NULL OR secrecy IS NOT NULL", name="open_title_stands_for_a_secret_one"
        ),
    )

    id: int = key()
    meeting_id: int = link("meeting")
    body_id: int = link("body", ondelete="RESTRICT")
    year: int
    number: int | None = None
    position: int
    title: str
    referred_back: bool = False
    tabled: bool = False
    standing: StandingKind | None = choice(StandingKind, "standing_kind_is_known", default=None)
    presenter: str | None = None
    is_election: bool = Field(default=False, sa_column_kwargs={"server_default": "0"})
    added_at: datetime | None = None
    withdrawn_at: datetime | None = None
    from_item_id: int | None = maybe("item")
    secrecy: str | None = None
    open_title: str | None = None
    revision: int = revised()


class ItemMatter(Base, table=True):
    """Which matters a § treats; most treat one."""

    __tablename__ = "item_matter"
    __table_args__ = (UniqueConstraint("item_id", "matter_id", name="item_treats_a_matter_once"),)

    id: int = key()
    item_id: int = link("item")
    matter_id: int = link("matter", ondelete="RESTRICT")
    position: int
