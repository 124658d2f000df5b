"""Follows: who is told of what, and what is new to them. No part of the record (ADR 18)."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.domain.follows import Rhythm
from minutes.store.tables.base import Base, choice, key, link, maybe


class Follower(Base, table=True):
    """Who follows: an account, or an address whose owner has none.

    `secret` stands in the addresses by which letters are stopped. An address is kept here and in
    the letters that wait, and nowhere else; it goes with the last that it follows.
    """

    __table_args__ = (
        UniqueConstraint("account_id", name="account_follows_as_one"),
        UniqueConstraint("email", name="address_follows_as_one"),
        UniqueConstraint("secret", name="follower_has_a_secret_of_its_own"),
        CheckConstraint(
            "(account_id IS NULL) <> (email IS NULL)",
            name="follower_has_an_account_or_an_address",
        ),
    )

    id: int = key()
    account_id: int | None = maybe("account", ondelete="CASCADE")
    email: str | None = None
    secret: str


class Follow(Base, table=True):
    """A matter, a person or a search (its address) that somebody follows.

    `token` stands in the letter that asks the owner of an address; until `confirmed_at` nothing is
    told. `digested_on` is the last day on which a letter could be written of it.
    """

    __table_args__ = (
        UniqueConstraint("follower_id", "matter_id", name="matter_is_followed_once"),
        UniqueConstraint("follower_id", "person_id", name="person_is_followed_once"),
        UniqueConstraint("follower_id", "search", name="search_is_followed_once"),
        UniqueConstraint("token", name="token_confirms_one_follow"),
        CheckConstraint(
            "CASE WHEN matter_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN person_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN search IS NULL THEN 0 ELSE 1 END = 1",
            name="one_thing_is_followed",
        ),
    )

    id: int = key()
    follower_id: int = link("follower")
    matter_id: int | None = maybe("matter", ondelete="CASCADE")
    person_id: int | None = maybe("person", ondelete="CASCADE")
    search: str | None = None
    name: str = ""
    rhythm: Rhythm = choice(Rhythm, "rhythm_is_known")
    followed_on: date
    digested_on: date
    token: str | None = None
    asked_at: datetime | None = None
    confirmed_at: datetime | None = None


class FollowNews(Base, table=True):
    """That a § is new to a follower; `told_on` is the day of the letter that told of it."""

    __tablename__ = "follow_news"
    __table_args__ = (UniqueConstraint("follow_id", "item_id", name="news_is_found_once"),)

    id: int = key()
    follow_id: int = link("follow")
    item_id: int = link("item", ondelete="RESTRICT")
    found_on: date
    told_on: date | None = None
