"""The vocabulary: which stems a word stands in as a part, and which ones are spelt like it."""

from __future__ import annotations

from collections.abc import Collection
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import Connection, String, Table, column, func, or_, select, table
from sqlalchemy.dialects import postgresql, sqlite

from minutes.store.searching.swedish import WORDS_OF_THEIR_OWN, stem
from minutes.store.searching.tables import TERM, TERMS_BY_PIECE

MOST = 60
"""So many compounds of a word are looked for, the shortest first."""
_LONGEST = 40
_ENDS, _BEGINS, _HOLDS = 3, 5, 6
"""How long a stem is that is looked for at the end, at the beginning, and inside of others."""
_LINKS = ("s", "e", "a", "o", "u")
"""What may link the parts of a compound."""
_PREFIX = 2
_PARTICLES = frozenset(
    {"för", "förs", "till", "under", "över", "från", "upp", "genom", "mellan", "emot", "fram"}
)
"""What stands before a short stem so that both are another word."""
_CLOSE = 0.72
_COMPARED = 40
"""So many stems that share the most pairs of letters are compared letter by letter."""
_BY_PIECE = table(TERMS_BY_PIECE, column("stem", String))


def inserted(connection: Connection, of: Table) -> Any:
    """An insert of either database, for which "on conflict" can be told."""
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    return dialect.insert(of)


def add_terms(connection: Connection, stems: Collection[str]) -> None:
    """Let the vocabulary have these stems."""
    new = sorted(one for one in stems if _ENDS <= len(one) <= _LONGEST and one.isalpha())
    if new:
        rows = [{"stem": one} for one in new]
        connection.execute(inserted(connection, TERM).on_conflict_do_nothing(), rows)


def _stem_column(connection: Connection) -> Any:
    """The stems where they are found by their pieces."""
    return _BY_PIECE.c.stem if connection.dialect.name == "sqlite" else TERM.c.stem


def known_among(connection: Connection, stems: Collection[str]) -> set[str]:
    """Those of the stems that any passage has had."""
    return {*connection.execute(select(TERM.c.stem).where(TERM.c.stem.in_(stems))).scalars()}


def _rests(one: str, of: str) -> set[str]:
    """What may follow a short stem in a compound: its consonant may be doubled, a letter link."""
    rest = one.removeprefix(of)
    single = {rest, rest.removeprefix(of[-1])}
    return {r for s in single for r in (s, s[1:] if s[:1] in _LINKS else s) if len(r) > _ENDS}


def _put_together(connection: Connection, of: str, found: Collection[str]) -> Collection[str]:
    """Those that end with the stem, and those that it begins and another known stem ends."""
    double = of + of[-1]
    rests = {one: _rests(one, of) for one in found if not one.endswith(of)}
    wanted = {rest for some in rests.values() for rest in some}
    known = known_among(connection, wanted) if wanted else set()
    return [
        one
        for one in found
        if (_ends_a_compound(one, of) if one.endswith(of) else rests[one] & known)
        or (len(double) >= _BEGINS and one.startswith(double))
    ]


def _ends_a_compound(one: str, of: str) -> bool:
    """Whether a stem that ends with another is put together of it and of what stands before."""
    first = one.removesuffix(of)
    return len(first) > _PREFIX and first not in _PARTICLES and not one.endswith(WORDS_OF_THEIR_OWN)


def compounds(connection: Connection, of: str, *, begun: bool = False) -> tuple[str, ...]:
    """The stems that hold this one as a part; of what is `begun`, also those that go on so.

    Short stems stand in too many words by chance: what they begin must end with a stem, and what
    they end must be a compound. That it is held is asked for itself: so it is found by its pieces.
    """
    if not of.isalpha() or not _ENDS <= len(of) <= _LONGEST:
        return ()
    known = _stem_column(connection)
    query = select(known).where(known.like(f"%{of}%"), known != of)
    if len(of) < _HOLDS:
        query = query.where(or_(known.like(f"%{of}"), known.like(f"{of}%")))
    found: Collection[str] = connection.execute(query.limit(2000)).scalars().all()
    if len(of) < _BEGINS and not begun:
        found = _put_together(connection, of, found)
    return tuple(sorted(found, key=lambda one: (len(one), one))[:MOST])


def is_known(connection: Connection, word: str) -> bool:
    """Whether any passage has had the word, in any form."""
    query = select(TERM.c.id).where(TERM.c.stem == stem(word)).limit(1)
    return connection.execute(query).first() is not None


def _bigrams(word: str) -> frozenset[str]:
    return frozenset(word[n : n + 2] for n in range(len(word) - 1))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def alike(connection: Connection, word: str, most: int = 5) -> tuple[str, ...]:
    """The stems that are spelt most like a word, the most alike first.

    Whoever errs in one place writes one half of the word right.
    """
    wanted = stem(word)
    if not wanted.isalpha() or not _ENDS < len(wanted) <= _LONGEST:
        return ()
    known, half = _stem_column(connection), len(wanted) // 2
    found: set[str] = set()
    for way in (f"{wanted[: max(half, _ENDS)]}%", f"%{wanted[min(half, len(wanted) - _ENDS) :]}"):
        near = func.length(known).between(len(wanted) - 2, len(wanted) + 2)
        found.update(connection.execute(select(known).where(known.like(way), near)).scalars())
    own = _bigrams(wanted)
    near_ones = sorted(found - {wanted}, key=lambda one: (-_shared(own, _bigrams(one)), one))
    scored = [(SequenceMatcher(None, wanted, one).ratio(), one) for one in near_ones[:_COMPARED]]
    return tuple(one for score, one in sorted(scored, reverse=True)[:most] if score >= _CLOSE)
