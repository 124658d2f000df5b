"""follows

Who follows a matter, a person or a search, by account or by an address that its owner confirmed;
what is new to them; and letters in two forms that can be stopped by one press.

Revision ID: 1795393200
Revises: 1795392000
"""

import sqlalchemy as sa
from alembic import op

from minutes.store.schema.altering import refer, refer_no_more
from minutes.store.schema.columns import choice, day, integer, link, make, moment, words

revision = "1795393200"
down_revision = "1795392000"
branch_labels = None
depends_on = None

ONE_THING = (
    "CASE WHEN matter_id IS NULL THEN 0 ELSE 1 END"
    " + CASE WHEN person_id IS NULL THEN 0 ELSE 1 END"
    " + CASE WHEN search IS NULL THEN 0 ELSE 1 END = 1"
)


def upgrade() -> None:
    make(
        "follower",
        integer("account_id", nullable=True),
        words("email", nullable=True),
        words("secret"),
        sa.UniqueConstraint("account_id", name="account_follows_as_one"),
        sa.UniqueConstraint("email", name="address_follows_as_one"),
        sa.UniqueConstraint("secret", name="follower_has_a_secret_of_its_own"),
        sa.CheckConstraint(
            "(account_id IS NULL) <> (email IS NULL)",
            name="follower_has_an_account_or_an_address",
        ),
        link("follower", "account_id", "account"),
    )
    make(
        "follow",
        integer("follower_id"),
        integer("matter_id", nullable=True),
        integer("person_id", nullable=True),
        words("search", nullable=True),
        words("name"),
        sa.Column(
            "rhythm",
            choice("rhythm_is_known", "each", "daily", "weekly", "never"),
            nullable=False,
        ),
        day("followed_on"),
        day("digested_on"),
        words("token", nullable=True),
        moment("asked_at", nullable=True),
        moment("confirmed_at", nullable=True),
        sa.UniqueConstraint("follower_id", "matter_id", name="matter_is_followed_once"),
        sa.UniqueConstraint("follower_id", "person_id", name="person_is_followed_once"),
        sa.UniqueConstraint("follower_id", "search", name="search_is_followed_once"),
        sa.UniqueConstraint("token", name="token_confirms_one_follow"),
        sa.CheckConstraint(ONE_THING, name="one_thing_is_followed"),
        link("follow", "follower_id", "follower"),
        link("follow", "matter_id", "matter"),
        link("follow", "person_id", "person"),
    )
    make(
        "follow_news",
        integer("follow_id"),
        integer("item_id"),
        day("found_on"),
        day("told_on", nullable=True),
        sa.UniqueConstraint("follow_id", "item_id", name="news_is_found_once"),
        link("follow_news", "follow_id", "follow"),
        link("follow_news", "item_id", "item", "RESTRICT"),
    )
    for name in ("html", "unsubscribe"):
        op.add_column("letter", sa.Column(name, sa.String(), server_default="", nullable=False))
    refer("letter", "follower_id", "follower")


def downgrade() -> None:
    op.execute("DELETE FROM letter WHERE follower_id IS NOT NULL")
    refer_no_more("letter", "follower_id", "follower")
    for name in ("unsubscribe", "html"):
        op.drop_column("letter", name)
    for table in ("follow_news", "follow", "follower"):
        op.drop_table(table)
