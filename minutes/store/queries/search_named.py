"""What a search names: a § by its number, a matter by its case number, persons by their names."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, select

from minutes.domain.searching import Citation, Query, initials_of
from minutes.store import tables as t
from minutes.store.queries.addresses import ItemReference, address_of
from minutes.store.queries.words import each_word_in_name

_MOST = 6


@dataclass(frozen=True, slots=True)
class MeantMatter:
    """A matter by its case number."""

    dnr: str
    slug: str
    title: str


@dataclass(frozen=True, slots=True)
class MeantPerson:
    """A person by name."""

    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Meant:
    """What a search names, the latest §§ first."""

    items: tuple[ItemReference, ...] = ()
    matters: tuple[MeantMatter, ...] = ()
    persons: tuple[MeantPerson, ...] = ()


NOBODY = Meant()


def _items(session: Session, of: Citation | None) -> tuple[ItemReference, ...]:
    """The §§ of that number; in the body whose initials are written, if any has them."""
    if of is None:
        return ()
    query = (
        select(t.Item, t.Body, t.Meeting)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .where(t.Item.number == of.number)
        .order_by(col(t.Meeting.held_on).desc(), t.Body.name)
    )
    rows = session.exec(query.where(t.Item.year == of.year) if of.year else query).all()
    own = [row for row in rows if of.body and initials_of(row[1].name) == of.body]
    return tuple(
        ItemReference(address_of(item, body, meeting.held_on), item.title)
        for item, body, meeting in (own or rows)[:_MOST]
    )


def _persons(session: Session, query: Query) -> tuple[MeantPerson, ...]:
    """Those in whose name all that is looked for stands."""
    words = " ".join([*query.words, *(word for phrase in query.phrases for word in phrase)])
    if not any(len(word) > 2 for word in words.split()) or any(map(str.isdecimal, words)):
        return ()
    named = select(t.Person).where(each_word_in_name(words, t.Person.name))
    found = session.exec(named.order_by(t.Person.name).limit(_MOST))
    return tuple(MeantPerson(person.name, person.slug) for person in found)


def meant(session: Session, query: Query) -> Meant:
    """What the search names."""
    matters = select(t.Matter).where(col(t.Matter.dnr).in_(query.dnr)).order_by(t.Matter.dnr)
    of_dnr = session.exec(matters.limit(_MOST)).all() if query.dnr else ()
    return Meant(
        _items(session, query.citation),
        tuple(MeantMatter(one.dnr, one.slug, one.title) for one in of_dnr),
        _persons(session, query),
    )
