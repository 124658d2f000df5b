"""Where a thing stands: its §, its meeting and its body, by ids; and how it is found by them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from sqlalchemy import ColumnElement, Select, and_, false
from sqlmodel import Session, col, select

from minutes.store import tables as t
from minutes.store.open_data.changes import changed_at, changed_since
from minutes.store.open_data.kinds import Filter

_SLUG, _NUMBER = r"[a-z0-9]+(?:-[a-z0-9]+)*", r"[1-9][0-9]{0,8}"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_ITEM = rf"(?P<body>{_SLUG})\.(?P<year>[0-9]{{4}})\.(?P<number>{_NUMBER})"
_EVENT = rf"(?P<body>{_SLUG})\.(?P<day>{_DAY})"
POSITION = rf"(?P<position>0|{_NUMBER})"

Slug = Annotated[str, Field(pattern=f"^{_SLUG}$", max_length=200)]
ItemId = Annotated[str, Field(pattern=rf"^{_SLUG}\.[0-9]{{4}}\.{_NUMBER}$", max_length=200)]
EventId = Annotated[str, Field(pattern=rf"^{_SLUG}\.{_DAY}$", max_length=200)]
Party = Annotated[str, Field(pattern=r"^(-|[A-Za-zÅÄÖåäö]{1,6})$")]
Dnr = Annotated[str, Field(pattern=r"^[^\x00-\x1f]+$", max_length=100)]


def _as_written(pattern: str) -> BeforeValidator:
    """A value that an address has in one form only, where the library would take others too."""

    def check(told: Any) -> Any:
        if isinstance(told, str) and not re.fullmatch(pattern, told):
            raise ValueError(told)
        return told

    return BeforeValidator(check)


DIGITS = _as_written("[0-9]{1,9}")
Year = Annotated[int, Field(ge=1900, le=2999), DIGITS]
Day = Annotated[datetime.date, _as_written(_DAY)]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfItem:
    """A thing of a §, with where it stands."""

    id: str
    item_id: str
    event_id: str
    organization_id: str
    date: datetime.date
    updated_at: datetime.datetime


def parts_of(pattern: str, key: str) -> dict[str, str]:
    """The parts of an id. Raises ValueError where it has not the form."""
    found = re.fullmatch(pattern, key)
    if found is None:
        raise ValueError(key)
    return found.groupdict()


def item_id(body: str, item: t.Item) -> str:
    """The id of a §."""
    return f"{body}.{item.year}.{item.number}"


def event_id(body: str, held_on: datetime.date) -> str:
    """The id of a meeting."""
    return f"{body}.{held_on}"


def is_event(key: str) -> ColumnElement[bool]:
    """The meeting of an id."""
    parts = parts_of(_EVENT, key)
    day = datetime.date.fromisoformat(parts["day"])  # raises ValueError for a day that is none
    return and_(col(t.Body.slug) == parts["body"], col(t.Meeting.held_on) == day)


def _at(parts: dict[str, str]) -> ColumnElement[bool]:
    return and_(
        col(t.Body.slug) == parts["body"],
        col(t.Item.year) == int(parts["year"]),
        col(t.Item.number) == int(parts["number"]),
    )


def is_item(key: str) -> ColumnElement[bool]:
    """The § of an id."""
    return _at(parts_of(_ITEM, key))


def is_at(column: Any) -> Callable[[str], ColumnElement[bool]]:
    """The thing of an id that ends in its place in the §."""

    def at(key: str) -> ColumnElement[bool]:
        parts = parts_of(rf"{_ITEM}\.{POSITION}", key)
        return and_(_at(parts), col(column) == int(parts["position"]))

    return at


def of_items(table: Any) -> Select[Any]:
    """The rows of a table that hang by a §, with the §, its body's id and its meeting's day."""
    columns: tuple[Any, ...] = (table, t.Item, t.Body.slug, t.Meeting.held_on)
    return with_meeting(select(*columns).join(t.Item, col(t.Item.id) == table.item_id))


def with_meeting(query: Any) -> Select[Any]:
    """A query of §§ joined with their meeting and body."""
    joined: Select[Any] = query.join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id).join(
        t.Body, col(t.Body.id) == t.Item.body_id
    )
    return joined


def placed(
    session: Session,
    rows: Sequence[Any],
    ending: Callable[[Any], str] = lambda row: str(row.position),
) -> list[dict[str, Any]]:
    """Where the thing of each row stands (`OfItem`); `ending` is what its id ends with."""
    changed = changed_at(session, {row[1].meeting_id: row[3] for row in rows})
    found = []
    for row, item, body, held_on, *_ in rows:
        of, end = item_id(body, item), ending(row)
        found.append({
            "id": f"{of}.{end}" if end else of,
            "item_id": of,
            "event_id": event_id(body, held_on),
            "organization_id": body,
            "date": held_on,
            "updated_at": changed[item.meeting_id],
        })  # fmt: skip
    return found


def _treats(session: Session, dnr: str) -> ColumnElement[bool]:
    """The § treats the matter of that number, as this reader reads it."""
    known = session.exec(select(t.Matter).where(t.Matter.dnr == dnr)).all()
    keys = [matter.id for matter in known if matter.dnr == dnr]
    treating = select(t.ItemMatter.item_id).where(col(t.ItemMatter.matter_id).in_(keys))
    return col(t.Item.id).in_(treating)


def _of_matter(_session: Session, slug: str) -> ColumnElement[bool]:
    """The § treats the matter of that id."""
    treats = select(t.ItemMatter.item_id).join(t.Matter, col(t.Matter.id) == t.ItemMatter.matter_id)
    return col(t.Item.id).in_(treats.where(t.Matter.slug == slug))


def _of_event(_session: Session, key: str) -> ColumnElement[bool]:
    """The meeting of that id; there is none on a day that the calendar has not."""
    try:
        return is_event(key)
    except ValueError:
        return false()


OF_MEETINGS = (
    Filter("organization_id", Slug, lambda _, slug: col(t.Body.slug) == slug),
    Filter("from", Day, lambda _, day: col(t.Meeting.held_on) >= day),
    Filter("to", Day, lambda _, day: col(t.Meeting.held_on) <= day),
    Filter("changed_since", Day, changed_since),
)
"""What things of a meeting may be narrowed by."""

OF_ITEMS = (
    *OF_MEETINGS,
    Filter("year", Year, lambda _, year: col(t.Item.year) == year),
    Filter("event_id", EventId, _of_event),
    Filter("item_id", ItemId, lambda _, key: is_item(key)),
    Filter("matter_id", Slug, _of_matter),
    Filter("dnr", Dnr, _treats),
)
"""What things of a § may be narrowed by."""
