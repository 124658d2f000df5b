"""What a session has read of the record, and need not read again until it writes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session

_KEY = "remembered"
T = TypeVar("T")


def remembered(session: Session, what: Hashable, read: Callable[[], T]) -> T:
    """What `read` gives, asked for once until the session writes or its transaction ends.

    `what` tells it from other things: its name, say, and the key of the row that it is about.
    """
    session.flush()
    known = session.info.setdefault(_KEY, {})
    if what not in known:
        known[what] = read()
    return cast("T", known[what])


def forget(session: Session, *_: Any) -> None:
    """Read everything anew from here on."""
    session.info.pop(_KEY, None)


def _on_execute(state: ORMExecuteState) -> None:
    if not state.is_select:
        forget(state.session)  # type: ignore[arg-type]  # all of ours are SQLModel's


for moment in ("after_flush", "after_commit", "after_soft_rollback"):
    event.listen(Session, moment, forget)
event.listen(Session, "do_orm_execute", _on_execute)
