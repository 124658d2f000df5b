"""The organisation, its parties and its deciding bodies."""

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.domain.bodies import BodyKind
from minutes.domain.publishing import Publishing
from minutes.store.tables.base import Base, choice, key, link, maybe


class Organisation(Base, table=True):
    """A region or municipality."""

    __table_args__ = (UniqueConstraint("name", name="organisation_is_named_once"),)

    id: int = key()
    name: str


class Party(Base, table=True):
    """A party as the organisation's minutes abbreviate it."""

    __table_args__ = (
        UniqueConstraint("organisation_id", "abbreviation", name="party_is_abbreviated_once"),
    )

    id: int = key()
    organisation_id: int = link("organisation")
    abbreviation: str
    name: str


class Body(Base, table=True):
    """A deciding body, its seats and the body above it; `slug` is its address.

    `publishing` is how its adjusted minutes come to the web, `publishing_decision` when the
    assembly decided that they may.
    """

    __table_args__ = (
        UniqueConstraint("slug", name="body_has_an_address_of_its_own"),
        UniqueConstraint("organisation_id", "name", name="body_is_named_once"),
        CheckConstraint("superior_id <> id", name="superior_is_another_body"),
        CheckConstraint("seats > 0", name="body_has_seats"),
    )

    id: int = key()
    organisation_id: int = link("organisation")
    name: str
    slug: str
    kind: BodyKind = choice(BodyKind, "body_kind_is_known")
    seats: int | None = None
    superior_id: int | None = maybe("body")
    publishing: Publishing = choice(
        Publishing,
        "publishing_is_known",
        default=Publishing.REVIEWED,
        sa_column_kwargs={"server_default": Publishing.UNREVIEWED.value},
    )
    publishing_decision: str | None = None
