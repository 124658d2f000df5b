"""Who is named in a §, with the addresses of their pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from minutes.store import tables as t


@dataclass(frozen=True, slots=True)
class PersonLink:
    """A name as it stands in the minutes, and the address of the person's page."""

    name: str
    party: str | None
    slug: str | None


def _queries(item: t.Item) -> Iterator[Any]:
    for direct in (t.Reservation, t.Disqualification, t.StandAside):
        yield select(direct).where(direct.item_id == item.id)
    for named, of, link in (
        (t.NoteAuthor, t.Note, t.NoteAuthor.note_id),
        (t.Ballot, t.Vote, t.Ballot.vote_id),
    ):
        yield select(named).join(of, col(of.id) == link).where(of.item_id == item.id)
    moved = col(t.Proposal.id) == t.ProposalMover.proposal_id
    standing = col(t.Proposal.withdrawn_at).is_(None)
    yield (
        select(t.ProposalMover)
        .join(t.Proposal, moved & standing)
        .where(t.Proposal.item_id == item.id)
    )


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
    rows = [row for query in _queries(item) for row in session.exec(query)]
    return links_of(session, [row for row in rows if row.person_id is not None])
