"""A list in pages of a fixed length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, select

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of how many, counted from 1, and how many rows there are in all."""

    page: int
    pages: int
    total: int


def paged(session: Session, query: Any, page: int) -> tuple[Paging, Sequence[Any]]:
    """The rows of a page of an ordered query; a page beyond the last is the last."""
    counted = select(func.count()).select_from(query.order_by(None).subquery())
    total = session.exec(counted).one()
    pages = max(1, -(-total // PER_PAGE))
    page = min(max(page, 1), pages)
    rows = session.exec(query.limit(PER_PAGE).offset((page - 1) * PER_PAGE)).all()
    return Paging(page, pages, total), rows
