"""How many queries a page asks."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event

from minutes.store.session import db
from tests.web.pages import Visitor


def queries(visitor: Visitor, address: str) -> list[str]:
    """What is asked of the database for a page."""
    asked: list[str] = []
    with visitor.app.app_context():
        engine = db.engine

    def count(_c: Any, _cur: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", count)
    try:
        visitor.get(address)
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return asked
