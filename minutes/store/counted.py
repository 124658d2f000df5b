"""What is counted over the whole register: anew only when something has been entered in it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast

from sqlmodel import Session, col, select

from minutes.store.remembered import remembered
from minutes.store.tables import History
from minutes.store.visibility import sight_of

_MOST = 500
"""So many counts are kept, those asked for last."""
_known: OrderedDict[Hashable, Any] = OrderedDict()
_lock = Lock()
T = TypeVar("T")


def _last_entry(session: Session) -> str:
    """What tells one state of the register from another: whatever changes it is entered.

    Each entry's digest is made of all those before it.
    """
    last = select(History.digest).order_by(col(History.id).desc()).limit(1)
    return remembered(session, "last entry", lambda: session.exec(last).first() or "")


def counted(session: Session, what: Hashable, read: Callable[[], T]) -> T:
    """What `read` counts of all that the session sees, read once for each state of the register.

    `what` tells it from other counts. It is shared by all who see the same.
    """
    entry = _last_entry(session)
    if not entry:
        return read()
    key = str(session.connection().engine.url), entry, sight_of(session), what
    with _lock:
        if key in _known:
            _known.move_to_end(key)
            return cast("T", _known[key])
    found = read()
    with _lock:
        _known[key] = found
        while len(_known) > _MOST:
            _known.popitem(last=False)
    return found
