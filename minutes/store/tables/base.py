"""What every table shares: metadata with names for constraints, and column helpers."""

from collections.abc import Mapping
from contextvars import ContextVar
from enum import StrEnum
from typing import Any, Literal

from sqlalchemy import Dialect, Enum, Index, MetaData, String, text
from sqlalchemy.orm import registry
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel
from sqlmodel.sql.sqltypes import AutoString

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "%(constraint_name)s",
    "ck": "%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Unique and check constraints are named by the sentence that they keep true."""


READ_AS: ContextVar[Mapping[str, str]] = ContextVar("read as")
"""Texts that this reader reads without some words, and how they read then."""
_AS_THEY_STAND: Mapping[str, str] = {}


class Words(TypeDecorator[str]):
    """A text; who may not read some words of it gets it without them, whatever query asks."""

    impl = String
    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as this reader reads it."""
        masked = READ_AS.get(_AS_THEY_STAND)
        return masked.get(value, value) if masked and value is not None else value


class Base(SQLModel, registry=registry(metadata=MetaData(naming_convention=NAMES))):
    """A row; table classes validate nothing, forms, the domain and constraints do."""


OnDelete = Literal["CASCADE", "RESTRICT", "SET NULL"]


def key() -> Any:
    """The primary key, given by the database also where it is part of a reference."""
    return Field(default=None, primary_key=True, sa_column_kwargs={"autoincrement": True})


def link(target: str, *, ondelete: OnDelete = "CASCADE") -> Any:
    """A required reference to another table's row, with an index."""
    return Field(foreign_key=f"{target}.id", ondelete=ondelete, index=True)


def maybe(target: str, *, ondelete: OnDelete = "RESTRICT") -> Any:
    """A reference that may be missing, with an index."""
    return Field(default=None, foreign_key=f"{target}.id", ondelete=ondelete, index=True)


def revised() -> Any:
    """How many wordings a row has had; whoever changes it tells which one they saw."""
    return Field(default=1, sa_column_kwargs={"server_default": "1"})


def choice(values: type[StrEnum], sentence: str, **kwargs: Any) -> Any:
    """A column that holds one of an enumeration's values, kept by a named constraint."""
    kind = Enum(
        values,
        native_enum=False,
        create_constraint=True,
        length=32,
        name=sentence,
        values_callable=lambda e: [member.value for member in e],
    )
    return Field(sa_type=kind, **kwargs)


def once_without(missing: str, sentence: str, *columns: str) -> Index:
    """Unique columns where `missing` is NULL, which a unique constraint holds for another value."""
    where = text(f"{missing} IS NULL")
    return Index(sentence, *columns, unique=True, sqlite_where=where, postgresql_where=where)


def read_as_words(metadata: MetaData) -> None:
    """Let every column that holds text be read as the reader may read it."""
    for table in metadata.tables.values():
        for column in table.columns:
            if isinstance(column.type, AutoString):
                column.type = Words()


__all__ = [
    "READ_AS",
    "Base",
    "Words",
    "choice",
    "key",
    "link",
    "maybe",
    "once_without",
    "read_as_words",
    "revised",
]
