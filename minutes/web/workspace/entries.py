"""The entries of a § that forms mend: found by their key, in that § only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import func
from sqlmodel import col, select
from werkzeug.exceptions import NotFound
from wtforms import Form, IntegerField
from wtforms.validators import Optional

from minutes.store.rows import grouped
from minutes.store.session import session
from minutes.store.tables import Base
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.place import Place

R = TypeVar("R", bound=Base)
F = TypeVar("F", bound=Form)


class NoWords(Form):
    """A press that needs no words but the revision that it was made from."""

    revision = IntegerField(validators=[Optional()])


def entry(table: type[R], here: Place, key: int) -> R:
    """The row of that key, of this item. Raises NotFound."""
    row: Any = session().get(table, key)
    if row is None or row.item_id != here.at.id:
        raise NotFound
    return row  # type: ignore[no-any-return]  # it is one of the table


def entries_at(table: type[R], here: Place) -> Sequence[R]:
    """The rows of the item, in their order."""
    return grouped(session(), table, "item_id", [here.at.id])[here.at.id]


def next_place(table: Any, here: Place) -> int:
    """The place after the last entry of the item."""
    of_item = select(func.max(col(table.position))).where(table.item_id == here.at.id)
    last = session().exec(of_item).one()
    return 0 if last is None else last + 1


def shown(form: F, form_id: str, refused: Refused | None) -> F:
    """The form as it is to be shown: with what was typed, where it was refused."""
    if refused is not None and refused.form_id == form_id and isinstance(refused.form, type(form)):
        return refused.form
    return form
