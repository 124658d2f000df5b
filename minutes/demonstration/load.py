"""The invented region is entered into an empty register, through the actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from importlib import resources
from pathlib import Path

from sqlmodel import Session, select

from minutes.actions.bodies import establish_body, found_organisation, name_party
from minutes.actions.decisions import Origin, give_assignment
from minutes.actions.enclosures import File, keep_document
from minutes.actions.ending import close_assignment
from minutes.actions.following_up import report_measure
from minutes.actions.history import Act
from minutes.actions.motions import raise_motion
from minutes.actions.persons import Seat, give_mandate
from minutes.actions.publishing import choose_publishing
from minutes.demonstration.accounts import open_accounts
from minutes.demonstration.adjusting import finish
from minutes.demonstration.assignments import assignment_of, item_of
from minutes.demonstration.board import follow_up
from minutes.demonstration.coming import draw_up_agendas
from minutes.demonstration.corrections import correct
from minutes.demonstration.extracts import send_extracts
from minutes.demonstration.goals import follow_plans
from minutes.demonstration.meetings import MeetingOf, meetings
from minutes.demonstration.region import (
    MandateOf,
    MotionOf,
    PlanAssignment,
    Region,
    description,
    region,
)
from minutes.domain.assignments import Assignment
from minutes.domain.attendance import Role
from minutes.domain.motions import Raised
from minutes.domain.publishing import Publishing
from minutes.domain.record import Item, Protocol
from minutes.importing.load import record_meeting
from minutes.importing.recorder import Recorder
from minutes.store.tables import Body, DocumentKind, Meeting, Organisation

_BY = "Kansliet"
_DECIDED = "2023-02-15 § 21"
"""When the assembly decided that the minutes may be published."""


def _on(day: date, by: str = _BY) -> Act:
    """An act in the afternoon of a day."""
    return Act(by, datetime.combine(day, time(15), UTC))


@dataclass(slots=True)
class Demonstration:
    """What is entered so far."""

    session: Session
    recorder: Recorder
    bodies: dict[str, Body]
    pictures: dict[str, str]
    exports: Path
    motions: list[MotionOf] = field(default_factory=list)
    plans: list[PlanAssignment] = field(default_factory=list)


def is_empty(session: Session) -> bool:
    """Whether nothing is registered yet."""
    return session.exec(select(Organisation.id)).first() is None


def _bodies(
    session: Session, act: Act, where: Region, organisation: Organisation
) -> dict[str, Body]:
    found: dict[str, Body] = {}
    for one in where.bodies:
        body = found[one.name] = establish_body(
            session,
            act,
            organisation,
            one.name,
            kind=one.kind,
            seats=one.seats,
            superior=found.get(one.superior or ""),
        )
        choose_publishing(session, act, body, Publishing.REVIEWED, _DECIDED)
    return found


def _mandates(made: Demonstration, act: Act, mandates: tuple[MandateOf, ...]) -> None:
    for one in mandates:
        person = made.recorder.person(one.person)
        if person is None:
            continue
        seat = Seat(one.role, one.person.party, one.begins_on, one.ends_on, one.order)
        give_mandate(made.session, act, person, made.bodies[one.body], seat=seat)


def _pictures(session: Session, act: Act, exports: Path) -> dict[str, str]:
    """The pictures that the texts show: from the name in the description to its checksum."""
    folder = resources.files(__package__).joinpath("pictures")
    kept = {}
    for one in sorted(folder.iterdir(), key=lambda f: f.name):
        file = File(one.read_bytes(), DocumentKind.PICTURE, one.name, "image/png")
        kept[one.name] = keep_document(session, act, file, exports=exports).sha256
    return kept


def _found(session: Session, where: Region, exports: Path) -> Demonstration:
    """The organisation with its parties, bodies and persons."""
    act = _on(min(m.begins_on for m in where.mandates))
    organisation = found_organisation(session, act, where.organisation)
    for abbreviation, name in where.parties.items():
        name_party(session, act, organisation, abbreviation, name)
    recorder = Recorder(session, act, organisation, asks_rules=True)
    bodies = _bodies(session, act, where, organisation)
    pictures = _pictures(session, act, exports)
    made = Demonstration(session, recorder, bodies, pictures, exports)
    made.motions = sorted(where.motions, key=lambda m: m.raised_on)
    made.plans = sorted(where.plan_assignments, key=lambda p: p.decided_on)
    _mandates(made, act, where.mandates)
    return made


def _raise_motions(made: Demonstration, until: date) -> None:
    while made.motions and made.motions[0].raised_on <= until:
        one = made.motions.pop(0)
        raise_motion(
            made.session,
            _on(one.raised_on),
            made.recorder.organisation,
            Raised(one.number, one.title, one.movers, one.raised_on, one.clauses),
            matter=made.recorder.matter(one.dnr, one.title),
            people=made.recorder.people(one.movers),
        )


def _give_plan_assignments(made: Demonstration, until: date) -> None:
    while made.plans and made.plans[0].decided_on <= until:
        one = made.plans.pop(0)
        given = Assignment(1, "Regiondirektören", one.deadline, "", one.text)
        origin = Origin(one.decided_on, plan=one.plan)
        organisation = made.recorder.organisation
        give_assignment(made.session, _on(one.decided_on), organisation, given, origin)


def _with_pictures(made: Demonstration, item: Item) -> Item:
    sections = list(item.sections)
    for name, sha256 in made.pictures.items():
        named, kept = f"(bild/{name})", f"(bild/{sha256})"
        sections = [replace(s, text=s.text.replace(named, kept)) for s in sections]
    return replace(item, sections=tuple(sections))


def _follow_up(made: Demonstration, act: Act, held: MeetingOf, meeting: Meeting) -> None:
    """Measures are reported and assignments closed, each by the § that says so."""
    session = made.session
    for number, reference, measures in held.reports:
        item, row = item_of(session, meeting, number), assignment_of(session, reference)
        ends = reference in held.proposes_closing
        report_measure(session, act, row, item, measures, proposes_closing=ends)
    for number, reference in held.closes:
        item = item_of(session, meeting, number)
        close_assignment(session, act, assignment_of(session, reference), item)


def _hold(made: Demonstration, held: MeetingOf) -> None:
    protocol = held.protocol
    day = protocol.date or date.min
    _raise_motions(made, day)
    _give_plan_assignments(made, day)
    secretary = next((a.name for a in protocol.attendance if a.role is Role.SECRETARY), _BY)
    made.recorder.act = _on(day, secretary)
    items = tuple(_with_pictures(made, item) for item in protocol.items)
    body = made.bodies[protocol.body or ""]
    meeting = record_meeting(made.recorder, body, replace(protocol, items=items))
    _follow_up(made, made.recorder.act, held, meeting)
    follow_plans(made.session, made.recorder.act, meeting)
    finish(made.session, held, meeting, made.recorder.act.by, exports=made.exports)


def load(session: Session, exports: Path) -> Iterator[Protocol]:
    """Enter everything, a meeting at a time; yields each meeting entered. The caller commits."""
    made = _found(session, region(), exports)
    for held in meetings():
        _hold(made, held)
        yield held.protocol
    follow_up(session, made.bodies)
    after = description("board.toml")
    correct(session, after["correction"])
    send_extracts(session, after["extract"], exports)
    draw_up_agendas(made.recorder, made.bodies, exports)
    open_accounts(session, made.recorder.act)
