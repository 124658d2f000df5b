"""The § of a body that reports something: chosen, and read for what it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from wtforms import Form, IntegerField
from wtforms.validators import Optional

from minutes.domain.errors import RuleBroken
from minutes.store.item_records import items_of
from minutes.store.session import session
from minutes.store.tables import Item
from minutes.web.workspace.desk import BodyPlace

T = TypeVar("T")


class FetchForm(Form):
    """The § to fetch from, by its key."""

    item = IntegerField(validators=[Optional()])


class TakeOutForm(Form):
    """Which wording of what is taken out was seen."""

    revision = IntegerField(validators=[Optional()])


def chosen_item(here: BodyPlace, key: int | None) -> Item | None:
    """The § of that key, None where none is chosen. Raises RuleBroken for another body's."""
    if key is None:
        return None
    row = session().get(Item, key)
    if row is None or row.body_id != here.body.id:
        raise RuleBroken("Välj en av organets paragrafer.")
    return row


def told_in(item: Item, read: Callable[[str], Iterator[T]]) -> list[T]:
    """What is read in the texts of a §."""
    (told,) = items_of(session(), [item])
    texts: list[Any] = [section.text for section in told.sections]
    return [one for text in texts for one in read(text)]
