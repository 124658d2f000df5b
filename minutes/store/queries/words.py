"""Words looked for in columns, whatever their case, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, true
from sqlmodel import select

from minutes.store.tables import MaskedText

_ACCENTED = "åäöéèêëáàüúïíóòøæçñ"
_PLAIN = "aaoeeeeaauuiiooo" + "acn"


def split(words: str) -> list[str]:
    """The words, small; what no text holds is left out."""
    return words.replace("\0", " ").lower().split()


def plain(column: Any) -> Any:
    """A name without accents: whoever writes "torneus" means Tornéus, "olund" Ölund."""
    return func.translate(func.lower(column), _ACCENTED, _PLAIN)


def each_word(words: str, holds: Callable[[str], ColumnElement[bool]]) -> ColumnElement[bool]:
    """Every word is held; no words are held by every row."""
    return and_(true(), *(holds(word) for word in split(words)))


def each_word_in(words: str, *columns: Any) -> ColumnElement[bool]:
    """Every word stands in one column or another, as this reader reads it."""
    return each_word(words, lambda word: or_(*(_holds(c, word) for c in columns)))


def _holds(column: Any, word: str) -> ColumnElement[bool]:
    """The word stands in a text; one that was masked is looked for as it reads then."""
    stands = func.lower(column).contains(word, autoescape=True)
    masked = func.lower(MaskedText.text).contains(word, autoescape=True)
    otherwise = select(MaskedText.original)
    found: ColumnElement[bool] = or_(
        and_(stands, column.not_in(otherwise)), column.in_(otherwise.where(masked))
    )
    return found


def each_word_in_name(words: str, column: Any) -> ColumnElement[bool]:
    """Every word stands in a name, with or without its accents."""
    bare = str.maketrans(_ACCENTED, _PLAIN)
    return each_word(
        words, lambda word: plain(column).contains(word.translate(bare), autoescape=True)
    )
