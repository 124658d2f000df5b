"""How many hits there are of each kind, to narrow by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, select

from minutes.domain.decisions import Outcome
from minutes.domain.masking import MARK
from minutes.store import tables as t
from minutes.store.searching.matching import Hit, people_of
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
    by_named = Counter(row.named for row in rows if row.named)
    keys = {key for named in by_named for key in named.split()}
    people = people_of(session.connection(), list(map(int, keys)))
    by_name, by_party = Counter[str](), Counter[str]()
    for named, hits in by_named.items():
        told = [people[int(key)] for key in named.split()]
        for name in {name for name, _ in told}:
            by_name[name] += hits
        for party in {party for _, party in told if party}:
            by_party[party] += hits
    known = session.exec(select(t.Party.abbreviation)).all()
    parties = {**dict.fromkeys(known, 0), **by_party}
    persons = [one for one in by_name.most_common() if one[0] and MARK not in one[0]]
    return (
        tuple(Count(party, party, parties[party]) for party in sorted(parties)),
        tuple(Count(name, name, count) for name, count in persons[:_PERSONS]),
    )


def counts_of(session: Session, rows: Sequence[Hit], parts: Mapping[Part, int] | None) -> Counts:
    """The hits counted; bodies and parties that have none stand there with 0.

    Which parts have how many is told where it is known.
    """
    bodies, years = Counter(r.body_id for r in rows), Counter(r.year for r in rows)
    outcomes = Counter(row.outcome for row in rows)
    known = session.exec(select(t.Body).order_by(t.Body.name)).all()
    parties, persons = _parties_and_persons(session, rows)
    return Counts(
        {} if parts is None else {part.value: parts.get(part, 0) for part in Part},
        tuple(Count(body.slug, body.name, bodies[body.id]) for body in known),
        tuple(Count(str(year), str(year), years[year]) for year in sorted(years, reverse=True)),
        parties,
        persons,
        tuple(Count(o.value, o.value, outcomes[o.value]) for o in Outcome),
    )
