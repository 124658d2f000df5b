"""Communications that are reported to a body."""

from datetime import date

from minutes.store.tables.base import Base, key, link, revised


class Communication(Base, table=True):
    """Who wrote about what, and in which § it is reported.

    It tells in columns what the § tells in words, and may be entered after the minutes are
    adjusted.
    """

    id: int = key()
    item_id: int = link("item")
    sender: str
    subject: str
    received_on: date | None = None
    dnr: str | None = None
    revision: int = revised()
