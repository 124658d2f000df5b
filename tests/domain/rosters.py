"""An invented body of five seats with four substitutes, and its roster."""

from __future__ import annotations

from dataclasses import replace

from minutes.domain.arrivals import Arrival
from minutes.domain.attendance import Attendance, Role
from minutes.domain.bodies import BodyKind
from minutes.domain.persons import Person
from minutes.domain.roll_call import Roll, called
from minutes.domain.roster import Mandate, Roster
from minutes.domain.seated import InRoom
from tests.domain.people import BO, EVA, LI, MAX

KAJ = Person("Kaj Lind", "KD")
SIV, SUNE = Person("Siv Asp", "S"), Person("Sune Dal", "S")
MIA, CAJ = Person("Mia Berg", "M"), Person("Caj Fors", "C")
MEMBERS, SUBSTITUTES = (EVA, BO, LI, MAX, KAJ), (SIV, SUNE, MIA, CAJ)
ROLES = (Role.CHAIR, Role.VICE_CHAIR, Role.SECOND_VICE_CHAIR, Role.MEMBER, Role.MEMBER)
MANDATES = (
    *(Mandate(who, role) for who, role in zip(MEMBERS, ROLES, strict=True)),
    *(Mandate(who, Role.SUBSTITUTE, n) for n, who in enumerate(SUBSTITUTES, 1)),
)
START = 10
EMPTY = Roster(mandates=MANDATES, start=START, seats=5, party_order=("S", "V", "M", "C", "KD"))
ASSEMBLY = replace(EMPTY, kind=BodyKind.ASSEMBLY)
SECRETARY = Attendance("Åke Rask", None, Role.SECRETARY, serves=False)


def here(*people: Person, of: Roster = EMPTY) -> Roster:
    """The roster after a roll call at which those were there."""
    return called(of, Roll([Arrival(who) for who in people], officials=[SECRETARY]))


def room(roster: Roster, number: int) -> InRoom:
    """Who is in the room for a §."""
    return InRoom(number, roster.kind, roster.seats, roster.attendance)


def told(roster: Roster, who: Person) -> list[Attendance]:
    """The rows of somebody."""
    return [a for a in roster.attendance if a.person == who]
