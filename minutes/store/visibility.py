"""What a session may see: drafts and secrets are there only for those who work with them.

Minutes that are not adjusted are no public document (Tryckfrihetsförordningen 2 kap.), and a secret
§ is read by those who need it, so neither must show in any list, count or search. That stands here
once, in the session, and not in each query.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, with_loader_criteria
from sqlalchemy.sql.base import ExecutableOption
from sqlalchemy.sql.visitors import iterate
from sqlmodel import Session

from minutes.store.copies import masked_texts
from minutes.store.readable import Sight
from minutes.store.remembered import forget
from minutes.store.sights import criteria
from minutes.store.tables.base import READ_AS

__all__ = ["Sight", "looking_at_agenda", "show", "sight_of"]

_KEY = "sight"
_EVERYTHING = Sight(None, agenda=True)


def show(session: Session, sight: Sight) -> None:
    """From here on the session finds what is in sight."""
    if session.info.get(_KEY) != sight:
        forget(session)
    session.info[_KEY] = sight
    READ_AS.set(masked_texts(session, sight.public_on) if sight.public_on else {})


@lru_cache(maxsize=64)
def _options(sight: Sight) -> Mapping[Any, ExecutableOption]:
    """What restricts each table, by table."""
    return {
        of.__table__: with_loader_criteria(of, rule, include_aliases=True)  # type: ignore[attr-defined]  # every table class has its table
        for of, rule in criteria(sight)
    }


def sight_of(session: Session) -> Sight:
    """What a session sees; a command's sees everything."""
    found: Sight = session.info.get(_KEY, _EVERYTHING)
    return found


@contextmanager
def looking_at_agenda(session: Session, *of: int) -> Iterator[None]:
    """See the agendas of these bodies for a while, too: what is to be reported at its next meeting.

    Whoever asks for more than the standing item shows drafts to those who may not read them.
    """
    before = sight_of(session)
    bodies = before.bodies if before.bodies is None else before.bodies | {*of}
    show(session, replace(before, bodies=bodies, agenda=True))
    try:
        yield
    finally:
        show(session, before)


@lru_cache(maxsize=512)
def _restricted(statement: Any, sight: Sight) -> Any:
    """The statement with the criteria of the tables that it names, in its subqueries too.

    Many are made once and asked in each session: what they become is made once too.
    """
    named = set(iterate(statement))
    needed = [option for table, option in _options(sight).items() if table in named]
    return statement.options(*needed)


def _restrict(state: ORMExecuteState) -> None:
    """Let a statement find no more than the session sees."""
    sight = state.session.info.get(_KEY)
    if sight in {None, _EVERYTHING} or not state.is_select or state.is_column_load:
        return
    state.statement = _restricted(state.statement, sight)


event.listen(Session, "do_orm_execute", _restrict)
