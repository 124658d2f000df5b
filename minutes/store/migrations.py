"""The schema's migrations: upgrade, downgrade, and whether the models agree."""

from __future__ import annotations

import logging
from typing import Any, Literal

from flask_alembic import Alembic
from flask_security import AsaList
from sqlalchemy import inspect
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from minutes.folders import folder
from minutes.store.searching.tables import is_of_index
from minutes.store.session import db
from minutes.store.tables import Base
from minutes.store.tables.base import Words

logging.getLogger("alembic").addHandler(logging.NullHandler())

alembic = Alembic(metadatas=Base.metadata)

_PLAIN = {
    AutoString: "sa.String()",
    Words: "sa.String()",
    UTCDateTime: "sa.DateTime(timezone=True)",
    AsaList: "sa.UnicodeText()",
}
"""Column types of the libraries, as a migration should write them."""


def _render(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    return _PLAIN.get(type(item), False) if kind == "type" else False


def _is_compared(_object: Any, name: str | None, kind: str, *_: Any) -> bool:
    """The tables of the index are not the models'."""
    return kind != "table" or not is_of_index(name)


CONFIG: dict[str, Any] = {
    "ALEMBIC": {
        "script_location": str(folder("migrations")),
        "file_template": "%%(year)d_%%(month).2d_%%(day).2d_%%(slug)s",
    },
    "ALEMBIC_CONTEXT": {
        "render_as_batch": True,
        "compare_type": True,
        "render_item": _render,
        "include_object": _is_compared,
    },
}


def upgrade() -> None:
    """Bring the database to the schema that this version wants."""
    alembic.upgrade()


def is_empty() -> bool:
    """Whether the database holds nothing at all."""
    return not inspect(db.engine).get_table_names()


def is_current() -> bool:
    """Whether the database has the schema that this version wants."""
    return not is_empty() and not alembic.needs_upgrade()
