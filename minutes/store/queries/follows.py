"""What somebody follows, with what was new in it last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from minutes.domain.follows import Rhythm
from minutes.store import tables as t
from minutes.store.queries.addresses import ItemReference, references

LATEST = 3
"""How much of what was new is shown of each."""


@dataclass(frozen=True, slots=True)
class FollowEntry:
    """What is followed, by its key: a matter or a person (`slug`), or a search by its address.

    `title` is empty where it is not shown any more. `is_waiting` until it is confirmed.
    """

    id: int
    kind: str
    title: str
    slug: str
    search: str
    rhythm: Rhythm
    followed_on: date
    is_waiting: bool
    latest: tuple[ItemReference, ...]
    total: int


def _titles(
    session: Session, rows: Sequence[t.Follow]
) -> Mapping[tuple[str, int | None], tuple[str, str]]:
    """Title and address of the matters and persons that rows follow, as this reader sees them."""
    matters = select(t.Matter).where(col(t.Matter.id).in_({one.matter_id for one in rows}))
    people = select(t.Person).where(col(t.Person.id).in_({one.person_id for one in rows}))
    found: dict[tuple[str, int | None], tuple[str, str]] = {
        ("matter", one.id): (f"{one.title} ({one.dnr})", one.slug) for one in session.exec(matters)
    }
    return found | {("person", one.id): (one.name, one.slug) for one in session.exec(people)}


def _news(session: Session, follows: Iterable[int]) -> Mapping[int, list[int]]:
    """The keys of the §§ that were new in each, the latest first."""
    rows = session.exec(
        select(t.FollowNews.follow_id, t.FollowNews.item_id)
        .where(col(t.FollowNews.follow_id).in_(follows))
        .order_by(col(t.FollowNews.found_on).desc(), col(t.FollowNews.id))
    )
    found: dict[int, list[int]] = defaultdict(list)
    for follow, item in rows:
        found[follow].append(item)
    return found


def kind_of(row: t.Follow) -> str:
    """What is followed: a matter, a person or a search."""
    if row.search is not None:
        return "search"
    return "matter" if row.matter_id is not None else "person"


def follow_entries(session: Session, rows: Sequence[t.Follow]) -> tuple[FollowEntry, ...]:
    """What rows follow; the number of queries does not grow with them."""
    titles, news = _titles(session, rows), _news(session, [one.id for one in rows])
    items = references(session, {key for keys in news.values() for key in keys[:LATEST]})

    def entry(row: t.Follow) -> FollowEntry:
        kind, keys = kind_of(row), news.get(row.id, [])
        title, slug = titles.get((kind, row.matter_id or row.person_id), (row.name, ""))
        latest = tuple(items[key] for key in keys[:LATEST] if key in items)
        return FollowEntry(
            row.id,
            kind,
            title,
            slug,
            row.search or "",
            row.rhythm,
            row.followed_on,
            row.confirmed_at is None,
            latest,
            len(keys),
        )

    return tuple(entry(row) for row in rows)


def follows_of(session: Session, follower: t.Follower | None) -> tuple[FollowEntry, ...]:
    """All that somebody follows, in the order in which it was begun."""
    if follower is None:
        return ()
    own = select(t.Follow).where(t.Follow.follower_id == follower.id).order_by(col(t.Follow.id))
    return follow_entries(session, session.exec(own).all())


def follower_with(session: Session, account: t.Account) -> t.Follower | None:
    """An account as a follower, where it follows anything."""
    return session.exec(select(t.Follower).where(t.Follower.account_id == account.id)).first()
