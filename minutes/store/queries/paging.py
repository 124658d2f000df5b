"""A list in pages of a fixed length."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import func
from sqlmodel import Session, select

from minutes.store.counted import counted

PER_PAGE = 50
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of how many, counted from 1, and how many rows there are in all."""

    page: int
    pages: int
    total: int


def paging_of(total: int, page: int, per_page: int = PER_PAGE) -> Paging:
    """The page of a list of that length; a page beyond the last is the last."""
    pages = max(1, -(-total // per_page))
    return Paging(min(max(page, 1), pages), pages, total)


def on_page(rows: Sequence[T], paging: Paging) -> Sequence[T]:
    """The rows of a page."""
    return rows[(paging.page - 1) * PER_PAGE : paging.page * PER_PAGE]


def paged(
    session: Session, query: Any, page: int, per_page: int = PER_PAGE
) -> tuple[Paging, Sequence[Any]]:
    """The rows of a page of an ordered query."""
    paging = paging_of(_count(session, query), page, per_page)
    return paging, session.exec(_cut(query, paging, per_page)).all()


def paged_of_all(
    session: Session, query: Any, page: int, what: Hashable, per_page: int = PER_PAGE
) -> tuple[Paging, Sequence[Any]]:
    """The same of a list as long as the register, which `what` tells from others.

    It is counted and put in order once for each state of the register; who comes later reads the
    rows of the page by their keys, those of the first table that is asked for.
    """
    total = counted(session, ("rows", what), lambda: _count(session, query))
    paging = paging_of(total, page, per_page)
    key = query.column_descriptions[0]["entity"].id

    def keys() -> Sequence[int]:
        only = query.with_only_columns(key, maintain_column_froms=True)
        return session.scalars(_cut(only, paging, per_page)).all()

    of_page = counted(session, ("keys", what, paging.page), keys)
    return paging, session.exec(query.where(key.in_(of_page))).all()


def _count(session: Session, query: Any) -> int:
    return session.exec(select(func.count()).select_from(query.order_by(None).subquery())).one()


def _cut(query: Any, paging: Paging, per_page: int) -> Any:
    return query.limit(per_page).offset((paging.page - 1) * per_page)
