"""What §§ report in lists: what is looked for, and the rows in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import extract, func
from sqlmodel import Session, col, select

from minutes.domain.agenda import StandingKind
from minutes.store import tables as t
from minutes.store.queries.words import each_word_in


@dataclass(frozen=True, slots=True)
class ReportedSearch:
    """What is looked for; what is empty does not narrow.

    `who` decided or wrote, `body` is an address (slug), `item` the number of the § that reports:
    then the year is that of the §.
    """

    words: str = ""
    who: str = ""
    body: str = ""
    year: int | None = None
    item: int | None = None


@dataclass(frozen=True, slots=True)
class ReportedChoices:
    """All bodies, with their addresses, and the years that have something, the latest first."""

    bodies: tuple[tuple[str, str], ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The columns that tell of a row: who, on which day, and in which words."""

    who: Any
    day: Any
    words: tuple[Any, ...]

    @property
    def on(self) -> Any:
        """The day that a row is listed by: its own, or that of the meeting it was told at."""
        return func.coalesce(self.day, t.Meeting.held_on)


def narrowed(query: Any, told: Told, search: ReportedSearch) -> Any:
    """What is looked for of a query that has body, § and meeting, the latest first."""
    query = query.where(each_word_in(search.words, *told.words))
    query = query.where(each_word_in(search.who, told.who))
    if search.body:
        query = query.where(t.Body.slug == search.body)
    if search.item:
        query = query.where(t.Item.number == search.item)
    if search.year and search.item:
        query = query.where(t.Item.year == search.year)
    elif search.year:
        days = date(search.year, 1, 1), date(search.year, 12, 31)
        query = query.where(told.on.between(*days))
    by = told.on.desc().nulls_last(), col(t.Body.name), col(t.Item.number)
    return query.order_by(*by, told.who.class_.id)


def reported_choices(session: Session, query: Any, told: Told) -> ReportedChoices:
    """What the rows of a query can be narrowed by: any body, and the years that have rows."""
    year = extract("year", told.on)
    years = session.scalars(query.with_only_columns(year).distinct()).all()
    bodies = session.exec(select(t.Body.slug, t.Body.name).order_by(col(t.Body.slug)))
    return ReportedChoices(
        tuple((slug, name) for slug, name in bodies),
        tuple(sorted({int(one) for one in years if one}, reverse=True)),
    )


def matters_numbered(session: Session, dnr: Iterable[str | None]) -> dict[str, str]:
    """The addresses of the matters that have these reference numbers, by number."""
    known = select(t.Matter.dnr, t.Matter.slug).where(col(t.Matter.dnr).in_({*dnr} - {None}))
    return dict(session.exec(known).all())


def items_reporting(
    session: Session, body: t.Body, standing: StandingKind, title: str
) -> Sequence[t.Item]:
    """The §§ of a body that stand for that, or have it in their title, the latest first."""
    rows = session.exec(
        select(t.Item)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .where(
            t.Item.body_id == body.id,
            col(t.Item.number).is_not(None),
            (col(t.Item.standing) == standing) | col(t.Item.title).icontains(title),
        )
        .order_by(col(t.Meeting.held_on).desc(), col(t.Item.position).desc())
    )
    return rows.all()


def closed_items(session: Session, body: t.Body) -> Sequence[t.Item]:
    """The §§ of a body, the latest first."""
    numbered = select(t.Item).where(t.Item.body_id == body.id, col(t.Item.number).is_not(None))
    rows = numbered.order_by(col(t.Item.year).desc(), col(t.Item.number).desc())
    return session.exec(rows).all()


def items_to_come(session: Session, body: t.Body) -> Sequence[tuple[t.Item, t.Meeting]]:
    """The items of a body's meetings whose minutes are not adjusted, in their order."""
    adjusted = select(t.Adjustment.meeting_id)
    rows = (
        select(t.Item, t.Meeting)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .where(t.Item.body_id == body.id, col(t.Item.withdrawn_at).is_(None))
        .where(col(t.Item.meeting_id).not_in(adjusted), col(t.Meeting.cancelled_at).is_(None))
        .order_by(col(t.Meeting.held_on), col(t.Item.position))
    )
    return session.exec(rows).all()
