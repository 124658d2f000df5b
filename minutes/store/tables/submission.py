"""What was sent from a form, so that sending it twice does it once."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from minutes.store.tables.base import Base, key, link


class Submission(Base, table=True):
    """A form that was carried out, by the key that the page gave it."""

    __table_args__ = (UniqueConstraint("form_key", name="form_is_carried_out_once"),)

    id: int = key()
    account_id: int = link("account")
    form_key: str
    at: datetime = Field(index=True)
