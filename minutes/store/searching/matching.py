"""Which passages are found, in what order, on SQLite and on PostgreSQL alike.

Best first is: what has the words in the §'s title before what has them in its text, the words
themselves before compounds of them, and the newest first within each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    column,
    func,
    literal,
    literal_column,
    select,
    table,
    true,
    union_all,
)

from minutes.store.linked import chunks
from minutes.store.queries.words import each_word_in_name, split
from minutes.store.searching.expression import WRITTEN, Expression
from minutes.store.searching.tables import FULL_TEXT, NAMED, PASSAGE, STEMS, Part, Reading
from minutes.store.sights import Sight, readable_meetings

MOST = 1000
"""So many hits are ordered and counted; there may be more."""
_SQLITE = table(FULL_TEXT, column("rowid"), column(FULL_TEXT))
_POSTGRESQL = table(STEMS.name, column("id"), column("search"))
_COUNTED = 5000
"""So many of the newest hits are counted by their part."""


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


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found."""

    id: int
    item_id: int
    row_id: int
    body_id: int
    year: int
    part: Part
    outcome: str


def _matches(connection: Connection, of: Expression, *, in_head: bool) -> ColumnElement[bool]:
    """Whether a passage's stems are such; where nothing is looked for, any are."""
    if of.is_empty:
        return true()
    dialect = connection.dialect.name
    written = WRITTEN[dialect](of, in_head)
    if dialect == "sqlite":
        found = select(_SQLITE.c.rowid).where(_SQLITE.c[FULL_TEXT].op("MATCH")(written))
    else:
        wanted = func.to_tsquery(literal_column("'simple'"), written)
        found = select(_POSTGRESQL.c.id).where(_POSTGRESQL.c.search.op("@@")(wanted))
    return PASSAGE.c.id.in_(found)


def in_sight(sight: Sight) -> ColumnElement[bool]:
    """Which passages somebody may find; a masked text is found by what is read of it."""
    read = {Reading.EVERYBODY, Reading.WEB if sight.public_on else Reading.WITHIN}
    rules = [PASSAGE.c.reading.in_(sorted(one.value for one in read))]
    if sight.bodies is not None:
        rules.append(PASSAGE.c.meeting_id.in_(readable_meetings(sight, sight.bodies)))
    return and_(*rules)


def _named(by: Narrowing) -> list[ColumnElement[bool]]:
    """Somebody of that name and party is named in the passage."""
    if not by.party and not split(by.person):
        return []
    of_party = [func.lower(NAMED.c.party) == by.party.lower()] if by.party else []
    is_named = each_word_in_name(by.person, NAMED.c.name)
    return [PASSAGE.c.id.in_(select(NAMED.c.passage_id).where(is_named, *of_party))]


def _narrowed(by: Narrowing) -> ColumnElement[bool]:
    """Whether a passage is such as is looked for."""
    wanted = (
        (PASSAGE.c.part, by.part.value if by.part else None),
        (PASSAGE.c.body_id, by.body_id),
        (PASSAGE.c.year, by.year),
        (PASSAGE.c.outcome, by.outcome or None),
    )
    rules = [one == value for one, value in wanted if value is not None]
    if by.meetings is not None:
        rules.append(PASSAGE.c.meeting_id.in_(by.meetings))
    return and_(true(), *rules, *_named(by))


def _tiers(of: Expression, *, newest_first: bool) -> list[tuple[Expression, bool]]:
    """What to look for, the best first, and whether in titles only."""
    if newest_first or of.is_empty:
        return [(of, False)]
    wordings = list(dict.fromkeys((of.exact, of)))
    return [(one, in_head) for in_head in (True, False) for one in wordings]


def _slice(where: ColumnElement[bool], most: int) -> Select[Any]:
    return select(*PASSAGE.c).where(where).order_by(PASSAGE.c.id.desc()).limit(most)


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
    seen = and_(in_sight(sight), _narrowed(by))
    slices = [
        _slice(and_(_matches(connection, one, in_head=in_head), seen), most).subquery()
        for one, in_head in _tiers(of, newest_first=newest_first)
    ]
    parts = [select(*one.c, literal(n).label("tier")) for n, one in enumerate(slices)]
    rows = connection.execute(union_all(*parts)).all()
    found: dict[int, Hit] = {}
    for row in sorted(rows, key=lambda one: (one.tier, -one.id)):
        found.setdefault(
            row.id,
            Hit(row.id, row.item_id, row.row_id, row.body_id, row.year, Part(row.part),
                row.outcome),
        )  # fmt: skip
    return list(found.values())[:most]


def parts_found(
    connection: Connection, of: Expression, sight: Sight, by: Narrowing
) -> dict[Part, int]:
    """How many of the newest hits are of each part, whichever is asked for."""
    seen = and_(in_sight(sight), _narrowed(replace(by, part=None)))
    newest = _slice(and_(_matches(connection, of, in_head=False), seen), _COUNTED).subquery()
    rows = connection.execute(select(newest.c.part, func.count()).group_by(newest.c.part))
    return {Part(part): count for part, count in rows}


def named_in(connection: Connection, passages: Sequence[Hit]) -> list[tuple[int, Any, Any]]:
    """Who is named in these passages: passage, name and party."""
    found: list[tuple[int, Any, Any]] = []
    query = select(NAMED.c.passage_id, NAMED.c.name, NAMED.c.party)
    for some in chunks(one.id for one in passages):
        rows = connection.execute(query.where(NAMED.c.passage_id.in_(some)))
        found += [(row.passage_id, row.name, row.party) for row in rows]
    return found
