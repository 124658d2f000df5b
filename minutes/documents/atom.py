"""Lists as Atom feeds (RFC 4287): the notice board, a matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from feedgen.feed import FeedGenerator

MEDIA_TYPE = "application/atom+xml"
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a list was changed in which nothing has stood."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing in a feed; `mark` is what never changes about it."""

    mark: str
    title: str
    address: str
    words: str
    posted_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """The feed's own title and addresses: that of the page, and its own.

    `mark` is what never changes about it.
    """

    mark: str
    title: str
    author: str
    page: str
    address: str


def _id(mark: str) -> str:
    """The same for the same mark, wherever the register is served."""
    return uuid5(NAMESPACE_URL, mark).urn


def atom_feed(feed: Feed, entries: Sequence[FeedEntry]) -> bytes:
    """The feed, the latest entry first; the same bytes for the same entries."""
    made = FeedGenerator()
    made.id(_id(feed.mark))
    made.title(feed.title)
    made.author(name=feed.author)
    made.language("sv")
    made.generator("Paragraf")
    made.link(href=feed.page, rel="alternate", type="text/html")
    made.link(href=feed.address, rel="self", type=MEDIA_TYPE)
    made.updated(max((one.changed_at for one in entries), default=_NEVER))
    for one in entries:
        entry = made.add_entry(order="append")
        entry.id(_id(one.mark))
        entry.title(one.title)
        entry.link(href=one.address, rel="alternate", type="text/html")
        entry.summary(one.words)
        entry.published(one.posted_at)
        entry.updated(one.changed_at)
    written: bytes = made.atom_str(pretty=True)
    return written
