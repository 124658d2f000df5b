"""Matters: one case through several meetings and bodies."""

from sqlalchemy import UniqueConstraint

from minutes.store.tables.base import Base, key, link


class Matter(Base, table=True):
    """A case; `dnr` is kept as written, `slug` is its address."""

    __table_args__ = (
        UniqueConstraint("organisation_id", "dnr", name="dnr_is_given_once"),
        UniqueConstraint("slug", name="matter_has_an_address_of_its_own"),
    )

    id: int = key()
    organisation_id: int = link("organisation")
    dnr: str
    slug: str
    title: str
