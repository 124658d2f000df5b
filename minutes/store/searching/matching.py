"""Which passages are found, in what order, on SQLite and on PostgreSQL alike.

Best first is: what has the words in the §'s title before what has them in its text, the words
themselves before compounds of them, and the newest first within each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, cast, column, func, select, table
from sqlalchemy.dialects.postgresql import TSQUERY

from minutes.store.linked import chunks
from minutes.store.queries.words import each_word_in_name, split
from minutes.store.readable import Sight, readable_meetings
from minutes.store.searching.expression import WRITTEN, Expression, Groups, mark
from minutes.store.searching.tables import FULL_TEXT, NAMED, PASSAGE, STEMS, Part, Reading
from minutes.store.tables import Base

MOST = 1000
"""So many hits are ordered and counted; there may be more."""
_SQLITE = table(FULL_TEXT, column("rowid"), column(FULL_TEXT))
_COUNTED = 3000
"""So many hits are counted by their part; more are not."""
_ALIKE = 200
"""So many persons whose names hold what is written are looked for."""
_MEETING = Base.metadata.tables["meeting"].c


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What hits are narrowed by; what is empty does not narrow, but for no meetings."""

    part: Part | None = None
    body_id: int | None = None
    year: int | None = None
    party: str = ""
    person: str = ""
    outcome: str = ""
    meetings: tuple[int, ...] | None = None


class Hit(NamedTuple):
    """A passage that was found; `named` are the keys of those who are named in it."""

    id: int
    item_id: int
    row_id: int
    body_id: int
    year: int
    part: Part
    outcome: str
    named: str


_COLUMNS = [PASSAGE.c[name] for name in Hit._fields]


def _seen(sight: Sight, by: Narrowing) -> ColumnElement[bool]:
    """Which passages somebody may find; a masked text is found by what is read of it.

    It is asked of those that are found, and told of no others.
    """
    read = {Reading.EVERYBODY, Reading.WEB if sight.public_on else Reading.WITHIN}
    rules: list[ColumnElement[bool]] = [PASSAGE.c.reading.in_(sorted(one.value for one in read))]
    if sight.bodies is not None:
        own = readable_meetings(sight, sight.bodies).where(_MEETING.id == PASSAGE.c.meeting_id)
        rules.append(own.correlate(PASSAGE).exists())
    if by.meetings is not None:
        rules.append(PASSAGE.c.meeting_id.in_(by.meetings))
    return and_(*rules)


def _people(connection: Connection, by: Narrowing) -> tuple[str, ...]:
    """The marks of those whose name and party are such."""
    rules = [each_word_in_name(by.person, NAMED.c.name)]
    if by.party:
        rules.append(func.lower(NAMED.c.party) == by.party.lower())
    known = select(NAMED.c.id).where(*rules).order_by(NAMED.c.id.desc()).limit(_ALIKE)
    return tuple(mark("named", key) for key in connection.execute(known).scalars())


def _marks(connection: Connection, by: Narrowing) -> Groups:
    """What passages are narrowed by: one mark of each group."""
    wanted = (
        ("part", by.part.value if by.part else None),
        ("body", by.body_id),
        ("year", by.year),
        ("outcome", by.outcome or None),
        ("party", None if split(by.person) else by.party or None),
    )
    marks: list[tuple[str, ...]] = [(mark(kind, v),) for kind, v in wanted if v is not None]
    if by.part is None:
        marks.append(tuple(mark("part", part.value) for part in Part))
    if split(by.person):
        marks.append(_people(connection, by) or (mark("named", "nobody"),))
    return tuple(marks)


def _newest(
    connection: Connection, of: Expression, marks: Groups, seen: ColumnElement[bool], most: int
) -> Select[Any]:
    """The newest passages that are found.

    SQLite walks its index of words from the newest, and stops when it has so many: the sum keeps it
    from walking the passages instead.
    """
    dialect = connection.dialect.name
    written = WRITTEN[dialect](of, marks)
    if dialect == "sqlite":
        key: Any = _SQLITE.c.rowid
        rules = [_SQLITE.c[FULL_TEXT].op("MATCH")(written), PASSAGE.c.id == key + 0]
    else:
        key = STEMS.c.id
        rules = [STEMS.c.words.op("@@")(cast(written, TSQUERY)), PASSAGE.c.id == key]
    return select(*_COLUMNS).where(*rules, seen).order_by(key.desc()).limit(most)


def _tiers(of: Expression, *, newest_first: bool) -> Iterator[Expression]:
    """What to look for, the best first."""
    if newest_first or of.is_empty:
        yield of
        return
    if of.is_loose:
        yield from (of.of_head, of)
        return
    yield from dict.fromkeys((of.exact.of_head, of.of_head, of.exact, of))


def hits(
    connection: Connection,
    of: Expression,
    sight: Sight,
    by: Narrowing,
    *,
    newest_first: bool = False,
    most: int = MOST + 1,
) -> list[Hit]:
    """The passages that are found, the best or the newest first."""
    marks, seen = _marks(connection, by), _seen(sight, by)
    found: dict[int, Hit] = {}
    for one in _tiers(of, newest_first=newest_first):
        newest = connection.execute(_newest(connection, one, marks, seen, most))
        for hit in map(Hit._make, newest.all()):
            found.setdefault(hit.id, hit)
        if len(found) >= most:
            break
    return list(found.values())[:most]


def parts_found(
    connection: Connection, of: Expression, sight: Sight, by: Narrowing
) -> dict[Part, int] | None:
    """How many hits are of each part, whichever is asked for; None where they are too many."""
    marks, counted = _marks(connection, replace(by, part=None)), func.count().label("hits")
    newest = _newest(connection, of, marks, _seen(sight, by), _COUNTED + 1).subquery()
    rows = connection.execute(select(newest.c.part, counted).group_by(newest.c.part))
    found: dict[Part, int] = {row.part: row.hits for row in rows}
    return found if sum(found.values()) <= _COUNTED else None


def people_of(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Names and parties by their keys."""
    found: dict[int, tuple[str, str]] = {}
    for some in chunks(keys):
        rows = connection.execute(select(NAMED).where(NAMED.c.id.in_(some)))
        found |= {row.id: (row.name, row.party) for row in rows}
    return found
