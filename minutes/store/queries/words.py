"""Words looked for in columns, whatever their case, on both databases."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_


def each_word_in(words: str, *columns: Any) -> ColumnElement[bool]:
    """Every word stands in one column or another; no words are met by every row."""
    return and_(
        True,  # SQLAlchemy's own way of an empty conjunction
        *(
            or_(*(func.lower(c).contains(word, autoescape=True) for c in columns))
            for word in words.lower().split()
        ),
    )
