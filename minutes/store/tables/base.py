"""What every table shares: metadata with names for constraints, and column helpers."""

from enum import StrEnum
from typing import Any, Literal

from sqlalchemy import Enum, Index, MetaData, text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "%(constraint_name)s",
    "ck": "%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Unique and check constraints are named by the sentence that they keep true."""


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


__all__ = ["Base", "choice", "key", "link", "maybe", "once_without", "revised"]
