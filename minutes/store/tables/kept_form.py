"""What somebody sent when they had been signed out, until they have signed in again."""

from datetime import datetime

from sqlmodel import Field

from minutes.store.tables.base import Base, key, link


class KeptForm(Base, table=True):
    """The fields of a form (as JSON) that came after the session had ended.

    It is shown in the same browser only, which has the word for it, and to the same account only.
    """

    __tablename__ = "kept_form"

    id: int = key()
    account_id: int = link("account")
    browser: str = Field(index=True)
    address: str
    fields: str
    kept_at: datetime = Field(index=True)
