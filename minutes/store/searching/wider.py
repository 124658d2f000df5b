"""What is looked for where nothing has all of it: parts of compounds, and all but one word.

The vocabulary knows the words of every passage, those too that this reader may not read: a compound
is parted only where its parts are found by this reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlmodel import Session

from minutes.domain.compounds import ways_apart
from minutes.domain.searching import Query
from minutes.store.searching.expression import Expression, expression_of
from minutes.store.searching.matching import Hit, Narrowing, hits
from minutes.store.searching.swedish import stem
from minutes.store.searching.tables import Part
from minutes.store.searching.vocabulary import known_among
from minutes.store.visibility import sight_of

_MOST = 6
"""Of so many words one may be missing."""


def found_of_stem(session: Session, one: str) -> list[Hit]:
    """A § that this reader finds by a stem; none, if there is none."""
    of = Expression(((one,),), ())
    return hits(session.connection(), of, sight_of(session), Narrowing(Part.ITEM), most=1)


def _apart(session: Session, word: str) -> tuple[str, ...]:
    """The words that a compound is put together of, or the word itself."""
    ways = ways_apart(word)
    known = known_among(session.connection(), {stem(part) for way in ways for part in way})
    for way in ways:
        stems = [stem(part) for part in way]
        if known.issuperset(stems) and all(found_of_stem(session, one) for one in stems):
            return way
    return (word,)


def wider(session: Session, query: Query, of: Expression) -> Iterator[Expression]:
    """What to look for instead of what nothing has all of, the nearest first."""
    unfound = [
        word
        for word, group in zip(query.words, of.groups, strict=True)
        if len(group) == 1 and not found_of_stem(session, group[0])
    ]
    parts = {word: _apart(session, word) for word in unfound}
    words = tuple(dict.fromkeys(part for word in query.words for part in parts.get(word, (word,))))
    if words != query.words:
        of = expression_of(session.connection(), replace(query, words=words))
        yield of
    if 1 < len(of.groups) + len(of.phrases) <= _MOST:
        yield replace(of, is_loose=True)
