"""Follows begin, are asked for and confirmed, and end.

They leave no entries in the history: what somebody reads is no part of the record, and an address
that is deleted must be gone (ADR 18).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from minutes.actions.history import add_all
from minutes.domain.errors import RuleBroken
from minutes.domain.follows import CONFIRMED_WITHIN, MOST_ASKED, Rhythm, require_room
from minutes.domain.letters import require_address
from minutes.store.tables import Account, Follow, Follower, FollowNews, Letter


@dataclass(frozen=True, slots=True)
class Followed:
    """What is followed: the key of a matter or a person, or the address of a search."""

    matter_id: int | None = None
    person_id: int | None = None
    search: str | None = None


def followed_by(row: Follow) -> Followed:
    """What a row follows."""
    return Followed(row.matter_id, row.person_id, row.search)


def new_secret() -> str:
    """What only those know who have been given it."""
    return secrets.token_hex(20)


def follower_of(session: Session, account: Account) -> Follower:
    """An account as a follower."""
    row = session.exec(select(Follower).where(Follower.account_id == account.id)).first()
    if row is None:
        row = Follower(account_id=account.id, secret=new_secret())
        add_all(session, row)
    return row


def found_follow(session: Session, follower: Follower, of: Followed) -> Follow | None:
    """What somebody has begun to follow already."""
    same = (getattr(Follow, name) == value for name, value in asdict(of).items() if value)
    return session.exec(select(Follow).where(Follow.follower_id == follower.id, *same)).first()


def _count(session: Session, *where: object) -> int:
    return session.exec(select(func.count(col(Follow.id))).where(*where)).one()  # type: ignore[arg-type]  # columns compared


def _new(follower: Follower, of: Followed, rhythm: Rhythm, day: date) -> Follow:
    follows = asdict(of)
    return Follow(
        follower_id=follower.id, **follows, rhythm=rhythm, followed_on=day, digested_on=day
    )


def follow(
    session: Session, follower: Follower, of: Followed, rhythm: Rhythm, at: datetime, name: str = ""
) -> Follow:
    """Let an account follow; what it follows already goes on. Raises RuleBroken."""
    found = found_follow(session, follower, of)
    if found is not None:
        return found
    require_room(_count(session, Follow.follower_id == follower.id))
    row = _new(follower, of, rhythm, at.date())
    row.name, row.confirmed_at = name, at
    add_all(session, row)
    return row


def unfollow(session: Session, row: Follow) -> None:
    """Follow no more; an address that follows nothing is forgotten."""
    follower = session.get_one(Follower, row.follower_id)
    session.delete(row)
    session.flush()
    if follower.account_id is None and not _count(session, Follow.follower_id == follower.id):
        _forget(session, [follower.id])


def _forget(session: Session, followers: Iterable[int]) -> None:
    """Delete addresses, with all that they follow and the letters that wait for them."""
    keys = list(followers)
    follows = select(Follow.id).where(col(Follow.follower_id).in_(keys))
    for gone in (
        delete(Letter).where(col(Letter.follower_id).in_(keys)),
        delete(FollowNews).where(col(FollowNews.follow_id).in_(follows)),
        delete(Follow).where(col(Follow.follower_id).in_(keys)),
        delete(Follower).where(col(Follower.id).in_(keys)),
    ):
        session.execute(gone)
    session.expire_all()


def leave(session: Session, follower: Follower) -> None:
    """Write no more letters: an address is deleted, an account goes on without them."""
    if follower.account_id is None:
        _forget(session, [follower.id])
        return
    own = select(Follow).where(Follow.follower_id == follower.id)
    for row in session.exec(own):
        row.rhythm = Rhythm.NEVER
        session.add(row)
    session.execute(delete(Letter).where(col(Letter.follower_id) == follower.id))
    session.flush()


def sweep(session: Session, at: datetime) -> None:
    """Forget what was not confirmed in time, and the addresses that have nothing else."""
    late = (col(Follow.confirmed_at).is_(None), col(Follow.asked_at) < at - CONFIRMED_WITHIN)
    waiting = select(Follow.follower_id).where(*late)
    asked = set(session.exec(waiting))
    session.execute(delete(Follow).where(*late))
    kept = set(session.exec(select(Follow.follower_id).where(col(Follow.follower_id).in_(asked))))
    _forget(session, asked - kept)


def _address(session: Session, email: str) -> Follower:
    address = email.strip().lower()
    require_address(address)
    row = session.exec(select(Follower).where(Follower.email == address)).first()
    if row is None:
        row = Follower(email=address, secret=new_secret())
        add_all(session, row)
    return row


def ask(
    session: Session, email: str, of: Followed, rhythm: Rhythm, at: datetime, name: str = ""
) -> tuple[Follower, Follow] | None:
    """Let an address follow once its owner confirms it.

    None where no letter is to be written: it follows already, is asked, or is asked too often.
    Nobody is told which, so that nobody learns whose address follows what. Raises RuleBroken.
    """
    sweep(session, at)
    follower = _address(session, email)
    own = Follow.follower_id == follower.id
    asked = _count(session, own, col(Follow.confirmed_at).is_(None))
    if found_follow(session, follower, of) or asked >= MOST_ASKED:
        return None
    require_room(_count(session, own))
    row = _new(follower, of, rhythm, at.date())
    row.name, row.token, row.asked_at = name, new_secret(), at
    add_all(session, row)
    return follower, row


def confirm(session: Session, row: Follow, at: datetime) -> Follow:
    """Enter that the owner of an address wants to follow. Raises RuleBroken."""
    if row.confirmed_at is not None:
        return row
    if row.asked_at is None or row.asked_at < at - CONFIRMED_WITHIN:
        raise RuleBroken(
            "Länken gällde i två dygn och gäller inte längre. Be om en ny på sidan för det du vill "
            "följa."
        )
    row.confirmed_at = at
    row.followed_on = row.digested_on = at.date()
    add_all(session, row)
    return row


def choose_rhythm(session: Session, row: Follow, rhythm: Rhythm, day: date) -> None:
    """Tell of news so often from here on; what was new before is not told of afterwards."""
    row.rhythm, row.digested_on = rhythm, day
    add_all(session, row)
    for one in session.exec(
        select(FollowNews).where(FollowNews.follow_id == row.id, col(FollowNews.told_on).is_(None))
    ):
        one.told_on = day
        session.add(one)
    session.flush()


def note_news(session: Session, row: Follow, items: Iterable[int], day: date) -> None:
    """Enter what is new to a follower, each § once."""
    known = set(
        session.exec(select(FollowNews.item_id).where(FollowNews.follow_id == row.id)).all()
    )
    fresh = [key for key in items if key not in known]
    add_all(session, *(FollowNews(follow_id=row.id, item_id=key, found_on=day) for key in fresh))
