"""What is open data: kinds of things, what a list of each is narrowed by, and how rows are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlmodel import Session, col

from minutes.store.tables import Base
from minutes.store.visibility import Sight, show

AT_ONCE = 200
"""How many things are read at a time when all of a kind are told."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list may be narrowed by: its name, its value's type, and what a row must meet.

    `where` raises ValueError for a value that is none.
    """

    name: str
    type: Any
    where: Callable[[Session, Any], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of things, by the name that addresses have.

    `query` finds the rows, each beginning with one of `table`, whose key orders them; `tell` makes
    a `shape` of each. `is_one` says what the row of an id must meet, and raises ValueError for
    what is no id.
    """

    name: str
    shape: type[Any]
    table: type[Base]
    query: Select[Any]
    tell: Callable[[Session, Sequence[Any]], Sequence[Any]]
    is_one: Callable[[str], ColumnElement[bool]]
    filters: tuple[Filter, ...] = ()

    @property
    def key(self) -> Any:
        """The column that orders the rows: things come in the order in which they were entered."""
        return col(self.table.id)  # type: ignore[attr-defined]  # every table has the column


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list, and the key after which the next part begins; None after the last."""

    things: tuple[Any, ...]
    next: int | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a kind is asked for: by the filters' names, from which key on, and how many."""

    narrowed: Mapping[str, Any]
    limit: int
    after: int | None = None
    newest_first: bool = False


def _row(found: Any) -> Any:
    """The row whose key orders the list."""
    return found if isinstance(found, Base) else found[0]


def part_of(session: Session, kind: Kind, wanted: Wanted) -> Part:
    """The things that are asked for; as quick at the end of a long list as at its beginning."""
    asked = [one for one in kind.filters if one.name in wanted.narrowed]
    meets = [one.where(session, wanted.narrowed[one.name]) for one in asked]
    if wanted.after is not None:
        meets.append(kind.key < wanted.after if wanted.newest_first else kind.key > wanted.after)
    order = kind.key.desc() if wanted.newest_first else kind.key
    found = session.exec(kind.query.where(*meets).order_by(order).limit(wanted.limit + 1)).all()  # type: ignore[call-overload]  # of one column, or of several
    rows = found[: wanted.limit]
    is_last = len(found) <= wanted.limit
    return Part(tuple(kind.tell(session, rows)), None if is_last else _row(rows[-1]).id)


def one_of(session: Session, kind: Kind, key: str) -> Any:
    """The thing of an id, None where there is none."""
    try:
        meets = kind.is_one(key)
    except ValueError:
        return None
    rows = session.exec(kind.query.where(meets)).all()  # type: ignore[call-overload]  # as above
    return next(iter(kind.tell(session, rows)), None)


def counts_of(session: Session, kinds: Iterable[Kind]) -> dict[str, int]:
    """How many things there are of each kind, by its name; asked in one query."""
    counts = [
        select(func.count())
        .select_from(kind.query.with_only_columns(kind.key, maintain_column_froms=True).subquery())
        .scalar_subquery()
        .label(kind.name)
        for kind in kinds
    ]
    return dict(session.execute(select(*counts)).mappings().one())


def all_of(session: Session, kind: Kind, sight: Sight) -> Iterator[Any]:
    """Every thing of a kind in sight; no more are held at a time than are read at once.

    The sight is told, since what reads while it is sent may read in a session of its own.
    """
    after: int | None = None
    while True:
        show(session, sight)  # whoever was read for meanwhile may have read otherwise
        part = part_of(session, kind, Wanted({}, AT_ONCE, after))
        yield from part.things
        session.expunge_all()
        if part.next is None:
            return
        after = part.next
