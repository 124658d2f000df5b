"""What has happened to a §: the entries of the history that belong to it or to its parts."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import inspect, literal, union_all
from sqlmodel import Session, and_, col, or_, select

from minutes.store.queries.paging import Paging, on_page, paging_of
from minutes.store.queries.writers import names_of
from minutes.store.rows import grouped
from minutes.store.tables import Assignment, Decision, DecisionPoint, History, Item, Section

_Key = tuple[str, int]
"""A row: its table and its key there."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One entry: who did what to which kind of row, when, and how it was and became.

    `heading` is that of the section that it is about.
    """

    by: str
    at: datetime
    verb: str
    subject: str
    heading: str
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Happenings:
    """A page of what has happened to a §, the latest first."""

    paging: Paging
    entries: Sequence[Happened]


def _points(item: int) -> Any:
    """The keys of the decision points of a §."""
    of_decision = col(DecisionPoint.decision_id) == Decision.id
    return select(DecisionPoint.id).join(Decision, of_decision).where(Decision.item_id == item)


def _standing(session: Session, item: int) -> set[_Key]:
    """The rows that belong to a § now, with itself."""
    tables: list[Any] = [one.local_table for one in inspect(History).registry.mappers]
    own: list[Any] = [
        select(literal(table.name), table.c.id).where(table.c.item_id == item)
        for table in tables
        if "item_id" in table.c
    ]
    given = select(literal("assignment"), Assignment.id)
    own.append(given.where(col(Assignment.decision_point_id).in_(_points(item))))
    found = session.connection().execute(union_all(*own))
    return {("item", item), *((str(table), int(key)) for table, key in found)}


def _entries(session: Session, *where: Any) -> Sequence[History]:
    return session.exec(select(History).where(*where).order_by(col(History.id))).all()


def _told(entry: History) -> dict[str, Any]:
    return dict(json.loads(entry.details))


def _struck(session: Session, item: int) -> list[History]:
    """The entries that tell of rows of a § that were taken out."""
    points = set(session.exec(_points(item)))
    struck = [col(History.verb) == "struck"]
    telling = or_(
        col(History.details).contains(f'"item_id": {item},', autoescape=True),
        col(History.subject) == "assignment",
    )
    found = ((entry, _told(entry)) for entry in _entries(session, *struck, telling))
    return [e for e, told in found if _belongs(told, item, points)]


def _belongs(told: Mapping[str, Any], item: int, points: set[int]) -> bool:
    return told.get("item_id") == item or told.get("decision_point_id") in points


def _lives(entries: Iterable[History]) -> Iterator[list[History]]:
    """The entries of each row; a key that was free again may be another row's, of another §."""
    living: dict[_Key, list[History]] = defaultdict(list)
    for entry in entries:
        key = (entry.subject, entry.subject_id)
        living[key].append(entry)
        if entry.verb == "struck":
            yield living.pop(key)
    yield from living.values()


def _of_rows(session: Session, item: int) -> Iterator[History]:
    """What happened to the § and to what belongs to it, or did until it was taken out."""
    standing, struck = _standing(session, item), _struck(session, item)
    gone = {entry.id for entry in struck}
    keys: dict[str, set[int]] = defaultdict(set)
    for subject, key in standing | {(entry.subject, entry.subject_id) for entry in struck}:
        keys[subject].add(key)
    asked = [and_(History.subject == one, col(History.subject_id).in_(keys[one])) for one in keys]
    for life in _lives(_entries(session, or_(*asked))):
        last = life[-1]
        if last.id in gone or (
            last.verb != "struck" and (last.subject, last.subject_id) in standing
        ):
            yield from life


_BY_ITEM = ("closed", "answered", "answered anew", "left unanswered", "answered again")


def _by_item(session: Session, item: int) -> Sequence[History]:
    """What happened by a § to what is not its own: a motion answered, an assignment closed."""
    by_it = col(History.details).endswith(f'"item": {item}}}', autoescape=True)
    return _entries(session, col(History.verb).in_(_BY_ITEM), by_it)


def _at_sittings(entries: Iterable[History]) -> Iterator[History]:
    """The entries, the latest first; a text that somebody writes on and on is told of once."""
    last: tuple[str, ...] = ()
    for entry in entries:
        kind = (entry.actor, entry.verb, entry.subject, str(entry.subject_id))
        if kind != last or entry.subject != "section":
            yield entry
        last = kind


def _happened(entry: History, names: Mapping[str, str], headings: Mapping[_Key, str]) -> Happened:
    heading = headings.get((entry.subject, entry.subject_id), "")
    by = names[entry.actor]
    return Happened(by, entry.at, entry.verb, entry.subject, heading, _told(entry))


def happened_to(session: Session, item: Item, page: int = 1) -> Happenings:
    """What has happened to a § and its parts, the latest first."""
    found = {e.id: e for e in [*_of_rows(session, item.id), *_by_item(session, item.id)]}
    entries = list(_at_sittings(found[key] for key in sorted(found, reverse=True)))
    paging = paging_of(len(entries), page)
    shown = on_page(entries, paging)
    names = names_of(session, [entry.actor for entry in shown])
    sections = grouped(session, Section, "item_id", [item.id])[item.id]
    headings = {("section", section.id): section.heading for section in sections}
    return Happenings(paging, [_happened(entry, names, headings) for entry in shown])
