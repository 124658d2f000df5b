"""Parties: all of them in a year, and what one of them and its members did."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import extract, literal
from sqlmodel import Session, col, select

from minutes.domain.fates import Fate
from minutes.domain.persons import NATIONAL_PARTIES, REGIONAL_PARTIES, by_surname
from minutes.store import tables as t
from minutes.store.queries.deed_ends import of_proposals
from minutes.store.queries.party_counts import (
    MEETING,
    PROPOSAL,
    RESERVATION,
    all_of,
    attended,
    by_party,
    by_person,
    how_many,
    moved,
    reserved,
)

_KNOWN = NATIONAL_PARTIES | REGIONAL_PARTIES


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """A party in a year: how many sat for it, and what it did."""

    abbreviation: str
    name: str
    members: int
    reservations: int
    proposals: int


@dataclass(frozen=True, slots=True)
class PartyList:
    """The parties in a year; None where no meeting has been held."""

    year: int | None
    years: tuple[int, ...]
    parties: tuple[PartyEntry, ...]


@dataclass(frozen=True, slots=True)
class PartyYear:
    """What a party did in a year."""

    year: int
    reservations: int
    proposals: int


@dataclass(frozen=True, slots=True)
class PartyMember:
    """Somebody who was at meetings for a party in a year, and what they did for it."""

    name: str
    person: str | None
    meetings: int
    reservations: int
    proposals: int


@dataclass(frozen=True, slots=True)
class FateCount:
    """How many proposals ended so."""

    fate: Fate
    count: int


@dataclass(frozen=True, slots=True)
class PartyPage:
    """A party, its years, and of one of them its members and what became of its proposals."""

    abbreviation: str
    name: str
    year: int | None
    years: tuple[PartyYear, ...]
    members: tuple[PartyMember, ...]
    fates: tuple[FateCount, ...]


def party_names(session: Session) -> Mapping[str, str]:
    """The parties' names by what minutes call them, in the order of that.

    Minutes that are taken in may name members of a party that nobody has entered.
    """
    entered: Any = select(col(t.Party.abbreviation).label("party"), t.Party.name)
    seated = select(t.Mandate.party, literal("")).where(col(t.Mandate.party).is_not(None))
    names: dict[str, str] = {}
    for party, name in all_of(session, entered, seated.distinct()):
        names[party] = name or names.get(party) or _KNOWN.get(party, party)
    return {party: names[party] for party in sorted(names)}


def party_list(session: Session, year: int | None = None) -> PartyList:
    """The parties in a year, the latest where none is asked for."""
    held = select(extract("year", col(t.Meeting.held_on))).distinct()
    years = sorted((int(one) for one in session.exec(held)), reverse=True)
    shown = year if year in years else next(iter(years), None)
    rows = by_party(session, shown) if shown else ()
    count = Counter({(kind, party): times for kind, party, times in rows})
    found = (
        PartyEntry(party, name, *(count[kind, party] for kind in (MEETING, RESERVATION, PROPOSAL)))
        for party, name in party_names(session).items()
    )
    return PartyList(shown, tuple(years), tuple(found))


def _years(session: Session, party: str) -> tuple[PartyYear, ...]:
    """The years in which a party did anything, the latest first."""
    at = extract("year", col(t.Meeting.held_on)).label("year")
    rows = all_of(
        session,
        reserved(t.Item.year, how_many(t.Reservation.id))
        .where(t.Reservation.party == party)
        .group_by(t.Item.year),
        moved(t.Item.year, how_many(t.Proposal.id))
        .where(t.ProposalMover.party == party)
        .group_by(t.Item.year),
        attended(at, how_many(t.Meeting.id)).where(t.Attendance.party == party).group_by(at),
    )
    count = Counter({(kind, int(year)): times for kind, year, times in rows})
    return tuple(
        PartyYear(year, count[RESERVATION, year], count[PROPOSAL, year])
        for year in sorted({year for _, year in count}, reverse=True)
    )


def _members(session: Session, party: str, year: int) -> tuple[PartyMember, ...]:
    rows = by_person(session, year, party)
    counts: dict[tuple[int | None, str], Counter[str]] = defaultdict(Counter)
    for kind, person, name, times in rows:
        if name:
            counts[person, name][kind] += times
    people = session.exec(select(t.Person).where(col(t.Person.id).in_({k for k, _ in counts})))
    slugs = {person.id: person.slug for person in people}
    return tuple(
        PartyMember(name, slugs.get(key or 0), *(did[k] for k in (MEETING, RESERVATION, PROPOSAL)))
        for (key, name), did in sorted(counts.items(), key=lambda one: by_surname(one[0][1]))
    )


def _fates(session: Session, party: str, year: int) -> tuple[FateCount, ...]:
    """What became of the proposals of a party in a year, each once however many moved it."""
    stands = col(t.Proposal.withdrawn_at).is_(None)
    rows = session.exec(
        select(t.ProposalMover, t.Proposal, t.Item, t.Decision)
        .join(t.Proposal, (col(t.Proposal.id) == t.ProposalMover.proposal_id) & stands)
        .join(t.Item, col(t.Item.id) == t.Proposal.item_id)
        .outerjoin(t.Decision, col(t.Decision.item_id) == t.Item.id)
        .where(t.ProposalMover.party == party, t.Item.year == year)
    ).all()
    ends = of_proposals(session, list({row[1].id: row for row in rows}.values()))
    count = Counter(one.fated.fate for one in ends.values() if one.fated)
    return tuple(FateCount(fate, count[fate]) for fate in Fate if count[fate])


def party_page(session: Session, party: str, name: str, year: int | None = None) -> PartyPage:
    """A party in a year, the latest in which it did anything where none is asked for."""
    years = _years(session, party)
    known = [one.year for one in years]
    shown = year if year in known else next(iter(known), None)
    if shown is None:
        return PartyPage(party, name, None, (), (), ())
    members, fates = _members(session, party, shown), _fates(session, party, shown)
    return PartyPage(party, name, shown, years, members, fates)
