"""What a search names: a § by its number, a matter by its case number, persons by their names."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select as sa_select
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


def _matters(session: Session, query: Query) -> tuple[MeantMatter, ...]:
    """The matters of these case numbers; one is told of if a § may be read that treats it.

    That is asked of their §§ alone: to ask what may be read of all takes long in a large register.
    """
    if not query.dnr:
        return ()
    matter, treats = t.Base.metadata.tables["matter"], t.Base.metadata.tables["item_matter"].c
    known = select(t.Organisation.id)
    wanted = matter.c.organisation_id.in_(known), matter.c.dnr.in_(query.dnr)
    connection = session.connection()
    rows = connection.execute(matter.select().where(*wanted).order_by(matter.c.dnr)).all()
    keys = treats.matter_id.in_([row.id for row in rows])
    pairs = connection.execute(sa_select(treats.item_id, treats.matter_id).where(keys)).all()
    items = col(t.Item.id).in_([item for item, _ in pairs])
    seen = set(session.exec(select(t.Item.id).where(items)))
    told = {of for item, of in pairs if item in seen}
    found = [MeantMatter(row.dnr, row.slug, row.title) for row in rows if row.id in told]
    return tuple(found[:_MOST])


def meant(session: Session, query: Query) -> Meant:
    """What the search names."""
    return Meant(
        _items(session, query.citation), _matters(session, query), _persons(session, query)
    )
