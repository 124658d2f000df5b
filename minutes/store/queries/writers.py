"""Who wrote: the names of accounts by the addresses that the history keeps."""

from __future__ import annotations

from collections.abc import Iterable

from sqlmodel import Session, col, select

from minutes.store.tables import Account


def names_of(session: Session, addresses: Iterable[str]) -> dict[str, str]:
    """The name of each, by address; one that has no account stands by its address."""
    wanted = dict.fromkeys(addresses)
    rows = session.exec(select(Account).where(col(Account.email).in_(wanted)))
    return {one: one for one in wanted} | {row.email: row.name for row in rows}
