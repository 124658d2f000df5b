"""How many hits there are of each kind, to narrow by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, select

from minutes.domain.decisions import Outcome
from minutes.domain.masking import MARK
from minutes.store import tables as t
from minutes.store.searching.matching import Hit, named_in
from minutes.store.searching.tables import Part

_PERSONS = 30


@dataclass(frozen=True, slots=True)
class Count:
    """How many hits have a value; `name` is how it reads."""

    value: str
    name: str
    hits: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Hits by part, body, year, party, person and outcome; the hits that are ordered, no others."""

    parts: dict[str, int]
    bodies: tuple[Count, ...]
    years: tuple[Count, ...]
    parties: tuple[Count, ...]
    persons: tuple[Count, ...]
    outcomes: tuple[Count, ...]


def _parties_and_persons(
    session: Session, rows: Sequence[Hit]
) -> tuple[tuple[Count, ...], tuple[Count, ...]]:
    named = named_in(session.connection(), rows)
    by_party = Counter(party for _, party in {(key, party) for key, _, party in named if party})
    people = {(key, name) for key, name, _ in named if name and MARK not in name}
    by_name = Counter(name for _, name in people)
    known = session.exec(select(t.Party.abbreviation)).all()
    parties = {**dict.fromkeys(known, 0), **by_party}
    return (
        tuple(Count(party, party, parties[party]) for party in sorted(parties)),
        tuple(Count(name, name, count) for name, count in by_name.most_common(_PERSONS)),
    )


def counts_of(session: Session, rows: Sequence[Hit], parts: Mapping[Part, int]) -> Counts:
    """The hits counted; bodies and parties that have none stand there with 0."""
    bodies, years = Counter(r.body_id for r in rows), Counter(r.year for r in rows)
    outcomes = Counter(row.outcome for row in rows)
    known = session.exec(select(t.Body).order_by(t.Body.name)).all()
    parties, persons = _parties_and_persons(session, rows)
    return Counts(
        {part.value: parts.get(part, 0) for part in Part},
        tuple(Count(body.slug, body.name, bodies[body.id]) for body in known),
        tuple(Count(str(year), str(year), years[year]) for year in sorted(years, reverse=True)),
        parties,
        persons,
        tuple(Count(o.value, o.value, outcomes[o.value]) for o in Outcome),
    )
