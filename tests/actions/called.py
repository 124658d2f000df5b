"""A board of three with two substitutes, its roll called and its items waiting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from minutes.actions.agenda import Point, close_item, put_on_agenda
from minutes.actions.history import Act
from minutes.actions.opening import open_meeting
from minutes.actions.persons import Seat, give_mandate, register_person
from minutes.actions.seating import call_roll
from minutes.domain.arrivals import Arrival
from minutes.domain.attendance import Attendance, Role
from minutes.domain.persons import Person as Named
from minutes.domain.roll_call import Roll
from minutes.store.records import attendance_of
from minutes.store.seated import Seated, seated
from minutes.store.tables import Attendance as AttendanceRow
from minutes.store.tables import Item, Meeting
from tests.actions.world import LATER, World, meeting_on
from tests.domain.people import BO, EVA, LI
from tests.domain.rosters import MIA, SECRETARY, SIV

ROLES = {
    EVA: Role.CHAIR,
    BO: Role.VICE_CHAIR,
    LI: Role.MEMBER,
    SIV: Role.SUBSTITUTE,
    MIA: Role.SUBSTITUTE,
}


def mandated(world: World) -> None:
    """Give everybody their seats."""
    world.board.seats = 3
    for order, (who, role) in enumerate(ROLES.items(), 1):
        person = world.people.get(who)
        if person is None:
            person = register_person(world.session, LATER, world.organisation, who.name or "")
        seat = Seat(role, who.party, date(2022, 10, 15), None, order)
        give_mandate(world.session, LATER, person, world.board, seat=seat)


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting that is held: § 2 to § 4 wait."""

    world: World
    meeting: Meeting
    items: list[Item]

    @property
    def here(self) -> tuple[Session, Act, Meeting]:
        """What the actions on a meeting are given first."""
        return self.world.session, LATER, self.meeting

    def close(self, *items: Item) -> None:
        """Close the items, one after the other."""
        for item in items:
            close_item(*self.here, item)

    def room(self, number: int) -> Seated:
        """Who is in the room for a §."""
        self.world.session.expire_all()
        return seated(self.world.session, self.meeting, number)

    def rows(self) -> tuple[Attendance, ...]:
        """The list as it stands."""
        self.world.session.expire_all()
        return attendance_of(self.world.session, self.meeting)

    def row(self, who: Named) -> AttendanceRow:
        """The first row of somebody."""
        of_meeting = select(AttendanceRow).where(AttendanceRow.meeting_id == self.meeting.id)
        named = of_meeting.where(AttendanceRow.name == who.name)
        return self.world.session.exec(named.order_by(col(AttendanceRow.position))).first() or _no()


def _no() -> AttendanceRow:
    raise AssertionError("nobody of that name was there")


def roll(*people: Named) -> Roll:
    """Those who answer, with the secretary."""
    return Roll([Arrival(who) for who in people], officials=[SECRETARY])


def opened(world: World, *people: Named, day: date = date(2026, 2, 25)) -> Held:
    """An open meeting with three items at which those were there from the beginning."""
    mandated(world)
    meeting = meeting_on(world.session, world.board, day)
    here = (world.session, LATER, meeting)
    items = [put_on_agenda(*here, Point(title)) for title in ("Budget", "Val", "Rapport")]
    call_roll(*here, roll(*people))
    open_meeting(*here, "9.00")
    return Held(world, meeting, items)
