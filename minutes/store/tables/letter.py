"""Letters that leave, by e-mail."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint, text
from sqlmodel import Field

from minutes.store.tables.base import Base, key, maybe


class Letter(Base, table=True):
    """A letter that waits for its server, or has been handed in there.

    It is written in the same transaction as what it tells of. `about` names that, so that it is
    told once. `due_at` is when it is tried next; from `given_up_at` it is tried no more, and
    `answer` is what the server said last. One to a follower is kept until it is sent; `html` are
    its words as they are to be seen, `unsubscribe` the address that stops such letters.
    """

    __table_args__ = (
        UniqueConstraint("about", name="letter_is_written_once"),
        CheckConstraint("tries >= 0", name="tries_are_a_count"),
        CheckConstraint(
            "sent_at IS NULL OR given_up_at IS NULL", name="letter_is_sent_or_given_up"
        ),
    )

    id: int = key()
    about: str
    to_address: str
    to_name: str = ""
    subject: str
    words: str
    html: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    unsubscribe: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    document_id: int | None = maybe("document")
    follower_id: int | None = maybe("follower")
    written_at: datetime
    due_at: datetime = Field(index=True)
    tries: int = 0
    sent_at: datetime | None = None
    given_up_at: datetime | None = None
    answer: str = ""
