"""A small register to act in: an organisation, its board, a meeting and a §."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlmodel import Session, col, select

from minutes.actions.bodies import establish_body, found_organisation
from minutes.actions.columns import Present
from minutes.actions.history import Act
from minutes.actions.items import open_matter, take_up_item, write_section
from minutes.actions.meetings import hold_meeting
from minutes.actions.persons import register_person
from minutes.domain.bodies import BodyKind
from minutes.domain.persons import Person as Named
from minutes.domain.record import Protocol
from minutes.domain.sections import SectionKind
from minutes.store.tables import Body, History, Item, Matter, Meeting, Organisation, Person, Section
from tests.domain.people import BO, EVA, LI

DAY = date(2026, 2, 11)
ACT = Act("Åsa Lind", datetime(2026, 2, 11, 15, 30, tzinfo=UTC))
LATER = Act("Örjan Ek", datetime(2026, 3, 2, 8, 0, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class World:
    """What an action needs to act on."""

    session: Session
    organisation: Organisation
    board: Body
    people: dict[Named, Person]
    meeting: Meeting
    matter: Matter
    item: Item
    section: Section

    @property
    def present(self) -> Present:
        """Eva Ek and Bo Alm serve; Li Öst is in the register but not there."""
        return Present(self.people, (EVA, BO))

    def history(self) -> Sequence[History]:
        """All entries, the oldest first."""
        return self.session.exec(select(History).order_by(col(History.id))).all()


def meeting_on(session: Session, body: Body, day: date) -> Meeting:
    """A meeting of which nothing but the day is told."""
    return hold_meeting(session, ACT, body, day, facts=Protocol(None, None, ()))


def world_in(session: Session) -> World:
    """The small register, entered."""
    organisation = found_organisation(session, ACT, "Region Älvmark")
    board = establish_body(
        session, ACT, organisation, "Regionstyrelsen", kind=BodyKind.BOARD, seats=2
    )
    people = {p: register_person(session, ACT, organisation, p.name or "") for p in (EVA, BO, LI)}
    meeting = meeting_on(session, board, DAY)
    matter = open_matter(session, ACT, organisation, "0012-2026", "Delårsrapport")
    item = take_up_item(session, ACT, meeting, "Delårsrapport", matters=[matter])
    section = write_section(
        session,
        ACT,
        item,
        kind=SectionKind.SUMMARY,
        heading="Sammanfattning",
        text="Resultatet är bättre än väntat.",
        position=0,
    )
    return World(session, organisation, board, people, meeting, matter, item, section)
