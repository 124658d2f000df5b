"""A list in pages of a fixed length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import func
from sqlmodel import Session, select

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
    counted = select(func.count()).select_from(query.order_by(None).subquery())
    paging = paging_of(session.exec(counted).one(), page, per_page)
    rows = session.exec(query.limit(per_page).offset((paging.page - 1) * per_page)).all()
    return paging, rows
