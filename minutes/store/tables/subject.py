"""Who the region's own sign-in says that an account's owner is."""

from datetime import datetime

from sqlalchemy import UniqueConstraint

from minutes.store.tables.base import Base, key, link


class Subject(Base, table=True):
    """A provider's own name (`iss` and `sub`) for an account's owner, which never changes there.

    An e-mail address may: it gets a new owner, or its owner a new one.
    """

    __table_args__ = (
        UniqueConstraint("issuer", "subject", name="subject_signs_in_to_one_account"),
        UniqueConstraint("account_id", "issuer", name="account_has_one_subject_of_an_issuer"),
    )

    id: int = key()
    account_id: int = link("account")
    issuer: str
    subject: str
    known_since: datetime
