"""The vocabulary: which stems a word stands in as a part, and which ones are spelt like it."""

from __future__ import annotations

from collections.abc import Collection
from difflib import SequenceMatcher
from functools import reduce
from operator import add
from typing import Any

from sqlalchemy import Connection, String, case, column, literal, or_, select, table
from sqlalchemy.dialects import postgresql, sqlite

from minutes.store.searching.swedish import stem
from minutes.store.searching.tables import TERM, TERMS_BY_PIECE

MOST = 60
"""So many compounds of a word are looked for, the shortest first."""
_LONGEST = 40
_ENDS, _BEGINS, _HOLDS = 3, 5, 6
"""How long a stem is that is looked for at the end, at the beginning, and inside of others."""
_CLOSE = 0.72
_BY_PIECE = table(TERMS_BY_PIECE, column("stem", String))


def add_terms(connection: Connection, stems: Collection[str], known: set[str] | None) -> None:
    """Let the vocabulary have these stems; those that are `known` stand there as it is."""
    words = {one for one in stems if _ENDS <= len(one) <= _LONGEST and one.isalpha()}
    new = sorted(words - known) if known is not None else sorted(words)
    if not new:
        return
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    connection.execute(
        dialect.insert(TERM).on_conflict_do_nothing(), [{"stem": one} for one in new]
    )
    if known is not None:
        known.update(new)


def _stem_column(connection: Connection) -> Any:
    """The stems where they are found by their pieces."""
    return _BY_PIECE.c.stem if connection.dialect.name == "sqlite" else TERM.c.stem


def compounds(connection: Connection, of: str, *, begun: bool = False) -> tuple[str, ...]:
    """The stems that hold this one as a part; of what is `begun`, also those that go on so.

    Short stems stand in too many words by chance.
    """
    if not of.isalpha() or not _ENDS <= len(of) <= _LONGEST:
        return ()
    known = _stem_column(connection)
    ways = [known.like(f"%{of}")]
    if begun or len(of) >= _BEGINS:
        ways.append(known.like(f"{of}%"))
    if len(of) >= _HOLDS:
        ways = [known.like(f"%{of}%")]
    query = select(known).where(or_(*ways), known != of)
    rows = connection.execute(query.limit(2000)).scalars()
    return tuple(sorted(rows, key=lambda one: (len(one), one))[:MOST])


def is_known(connection: Connection, word: str) -> bool:
    """Whether any passage has had the word, in any form."""
    query = select(TERM.c.id).where(TERM.c.stem == stem(word)).limit(1)
    return connection.execute(query).first() is not None


def _pieces(word: str) -> list[str]:
    return sorted({word[n : n + 3] for n in range(len(word) - 2)})


def alike(connection: Connection, word: str, most: int = 5) -> tuple[str, ...]:
    """The stems that are spelt most like a word, the most alike first."""
    wanted = stem(word)
    if not wanted.isalpha() or not _ENDS < len(wanted) <= _LONGEST:
        return ()
    known = _stem_column(connection)
    has = [known.like(f"%{piece}%") for piece in _pieces(wanted)]
    shared = reduce(add, (case((one, 1), else_=literal(0)) for one in has))
    query = select(known).where(or_(*has)).order_by(shared.desc(), known).limit(200)
    rows = [one for one in connection.execute(query).scalars() if one != wanted]
    scored = [(SequenceMatcher(None, wanted, one).ratio(), one) for one in rows]
    return tuple(one for score, one in sorted(scored, reverse=True)[:most] if score >= _CLOSE)
