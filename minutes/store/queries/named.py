"""Who is named in a §, with the addresses of their pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from minutes.store import tables as t
from minutes.store.rows import grouped


@dataclass(frozen=True, slots=True)
class PersonLink:
    """A name as it stands in the minutes, and the address of the person's page."""

    name: str
    party: str | None
    slug: str | None


def _under(session: Session, item: int, of: type[Any], named: type[Any], link: str) -> list[Any]:
    """Those named in the rows of an item, but not in those withdrawn."""
    rows = grouped(session, of, "item_id", [item])[item]
    keys = [row.id for row in rows if getattr(row, "withdrawn_at", None) is None]
    found = grouped(session, named, link, keys)
    return [row for key in keys for row in found[key]]


def _rows(session: Session, item: int) -> Iterator[Any]:
    """Whoever the record of an item names."""
    for direct in (t.Reservation, t.Disqualification, t.StandAside):
        yield from grouped(session, direct, "item_id", [item])[item]
    yield from _under(session, item, t.Note, t.NoteAuthor, "note_id")
    yield from _under(session, item, t.Vote, t.Ballot, "vote_id")
    yield from _under(session, item, t.Proposal, t.ProposalMover, "proposal_id")


def links_of(session: Session, rows: Sequence[Any]) -> tuple[PersonLink, ...]:
    """Those whom the rows name, each once; `slug` is None for who has no page."""
    people = session.exec(
        select(t.Person).where(col(t.Person.id).in_({row.person_id for row in rows}))
    )
    slugs = {person.id: person.slug for person in people}
    links = (PersonLink(row.name, row.party, slugs.get(row.person_id)) for row in rows)
    return tuple(dict.fromkeys(links))


def named_in(session: Session, item: t.Item) -> tuple[PersonLink, ...]:
    """The persons that a § names in its record and that have a page, each once."""
    return links_of(session, [r for r in _rows(session, item.id) if r.person_id is not None])
