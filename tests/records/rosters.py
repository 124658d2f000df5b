"""A strategy for rosters: what may happen at a meeting, as far as the rules let it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from hypothesis import strategies as st

from minutes.domain.arrivals import Arrival, arrives, departs, on_distance
from minutes.domain.disqualifications import Disqualification
from minutes.domain.errors import RuleBroken
from minutes.domain.leading import leads, steps_aside, steps_back
from minutes.domain.persons import Person
from minutes.domain.roster import Roster, vacancy
from minutes.domain.seats import settled
from minutes.domain.substitution import Seating, gives_back, takes_seat
from tests.domain.rosters import EMPTY, MEMBERS, START, SUBSTITUTES, here

GUEST = Person("Ulla Trägård")
EVERYBODY = (*MEMBERS, *SUBSTITUTES, GUEST)
_people = st.sampled_from(EVERYBODY)
_seats = st.sampled_from((*MEMBERS, vacancy("S")))
Happens = Callable[[Roster, int, Person, Person], Roster]


def _aside(roster: Roster, number: int, who: Person, by: Person) -> Roster:
    told = Disqualification(who.name or "", who.party, "", by if by in SUBSTITUTES else None)
    found, done = steps_aside(roster, number, told)
    return replace(found, away=(*found.away, (number, done.person)))


def _regrets(roster: Roster, number: int, who: Person, by: Person) -> Roster:
    told = Disqualification(who.name or "", who.party, "", by if by in SUBSTITUTES else None)
    aside, done = steps_aside(roster, number, told)
    return steps_back(aside, number, done)


HAPPENS: dict[str, Happens] = {
    "comes": lambda r, n, who, _: arrives(r, n, Arrival(who, reason="Reglementet")),
    "comes and waits": lambda r, n, who, _: arrives(r, n, Arrival(who, serves=False)),
    "comes as a guest": lambda r, n, who, _: arrives(r, n, Arrival(who, title="jurist")),
    "goes": lambda r, n, who, _: departs(r, n, who),
    "sits": lambda r, n, who, seat: takes_seat(r, n, Seating(who, seat, "Avstår")),
    "gives back": lambda r, n, who, _: gives_back(r, n, who),
    "steps aside": _aside,
    "regrets": _regrets,
    "leads": lambda r, n, who, _: leads(r, n, who),
    "leads once": lambda r, n, who, _: leads(r, n, who, n),
    "goes home and stays on line": lambda r, n, who, _: on_distance(r, n, who, remote=True),
}


def after(roster: Roster, number: int, what: str, who: Person, other: Person) -> Roster:
    """The roster after something happened, the same where the rules say no."""
    with suppress(RuleBroken):
        return settled(HAPPENS[what](roster, number, who, other))
    return roster


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    """A roster after a roll call and what happened later, one thing after the other."""
    there = draw(st.lists(st.sampled_from((*MEMBERS, *SUBSTITUTES)), unique=True))
    roster = here(*there, of=replace(EMPTY, seats=draw(st.sampled_from([5, 6]))))
    number = START
    events = st.tuples(
        st.integers(0, 2), st.sampled_from(sorted(HAPPENS)), _people, st.one_of(_seats, _people)
    )
    for later, what, who, other in draw(st.lists(events, max_size=25)):
        number += later
        roster = after(roster, number, what, who, other)
    return roster
