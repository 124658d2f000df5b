"""What may have been meant where nothing was found.

The vocabulary knows the words of every passage. Only a word that stands in a text which this reader
may read is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlmodel import Session

from minutes.domain.excerpts import unmarked
from minutes.domain.searching import Query, tokens_of
from minutes.store.searching.matching import Hit
from minutes.store.searching.swedish import stem
from minutes.store.searching.tables import Part
from minutes.store.searching.told import told_of
from minutes.store.searching.vocabulary import alike
from minutes.store.searching.wider import found_of_stem


def _as_written(session: Session, hit: Hit, wanted: str) -> Iterator[str]:
    """The words of a § that have this stem, as they stand in what this reader reads."""
    told = told_of(session.connection(), [hit.item_id])[hit.item_id]
    for text in map(unmarked, [told.title, *told.passages[Part.ITEM, hit.row_id].words()]):
        for word in tokens_of(text):
            if stem(word) == wanted:
                yield word


def _instead(session: Session, word: str) -> str | None:
    """A word that is spelt like this one and is found; None where this one is."""
    if found_of_stem(session, stem(word)):
        return None
    for one in alike(session.connection(), word):
        for hit in found_of_stem(session, one):
            if written := next(_as_written(session, hit, one), None):
                return written
    return None


def other_wording(session: Session, query: Query, typed: str) -> str:
    """What was typed with words that are found in place of those that are not; "" if none are."""
    words = {word: _instead(session, word) for word in query.words[:4]}
    told = typed
    for word, instead in words.items():
        if instead:
            told = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", instead, told, flags=re.IGNORECASE)
    return told if told != typed else ""
