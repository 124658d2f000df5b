"""A protocol entered again, § by §, through the forms of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from minutes.actions.agenda import Point, put_on_agenda
from minutes.actions.history import Act
from minutes.actions.items import open_matter, take_up_item, write_section
from minutes.actions.meetings import enter_attendance, hold_meeting
from minutes.domain.attendance import Attendance, Role
from minutes.domain.persons import Person
from minutes.domain.questions import Option, Question
from minutes.domain.record import Item, Protocol
from minutes.domain.sections import SectionKind
from minutes.domain.wording.items import GENERATED
from minutes.domain.wording.names import person
from minutes.store.item_records import items_of
from minutes.store.queries.bodies import find_slug
from minutes.store.session import session, writing
from minutes.store.tables import Item as Row
from minutes.store.tables import Meeting, Organisation
from tests.databases import opened
from tests.web.conftest import NOW
from tests.web.desk import Desk
from tests.web.pages import X

_ACT = Act("Elin Hagströmer", NOW)
_BOARD = "regionstyrelsen"


def named_in(protocol: Protocol) -> Iterator[Person]:
    """Everybody whom the §§ name: their file does not tell who was there."""
    for item in protocol.items:
        yield from (p for one in item.proposals for p in one.by)
        yield from (one.person for one in item.reservations)
        yield from (p for one in item.notes for p in one.by)
        yield from (one.person for one in item.disqualified)


def _there(meeting: Meeting, protocol: Protocol) -> None:
    named = [p for p in dict.fromkeys(named_in(protocol)) if p.name and p.party]
    people = [*named, *(Person(f"Tjänstgörande {n}", "X") for n in range(15 - len(named)))]
    for place, who in enumerate(people):
        row = Attendance(who.name or "", who.party, Role.MEMBER, serves=True)
        enter_attendance(session(), _ACT, meeting, row, people={}, position=place)


def _prepared(meeting: Meeting, item: Item, place: int) -> int:
    """An item of the agenda with what the officials wrote; its key."""
    organisation = session().get_one(Organisation, 1)
    matters = [open_matter(session(), _ACT, organisation, dnr, item.title) for dnr in item.dnr]
    row = put_on_agenda(session(), _ACT, meeting, Point(item.title), matters=matters)
    papers = [s for s in item.sections if s.kind not in GENERATED]
    for n, one in enumerate(papers):
        parts = {"kind": one.kind, "heading": one.heading, "text": one.text}
        write_section(session(), _ACT, row, **parts, position=n)
    return row.id


def prepare(desk: Desk, protocol: Protocol) -> list[int]:
    """The meeting with its agenda, and who is there; the keys of its items."""
    with opened(desk.register):
        writing()
        board = find_slug(session(), _BOARD)
        assert board
        assert protocol.date
        before = protocol.date.replace(day=1)
        earlier = hold_meeting(session(), _ACT, board, before, facts=protocol)
        number = protocol.items[0].number - 1
        take_up_item(session(), _ACT, earlier, "Sammanträdet innan", number=number)
        meeting = hold_meeting(session(), _ACT, board, protocol.date, facts=protocol)
        meeting.opened_at = "09:00"
        _there(meeting, protocol)
        keys = [_prepared(meeting, item, n) for n, item in enumerate(protocol.items)]
        session().commit()
    return keys


def _code(option: Option) -> str:
    return f"{option.kind.value}:{option.by or ''}"


def _propose(desk: Desk, item: Item) -> None:
    for one in item.proposals:
        second = {"second": "y"} if one.rank == 2 else {}
        who = ", ".join(person(p) for p in one.by)
        told = {"supports": one.supports or "", "against": one.against or "", "text": one.text}
        desk.send("yrkande-ny", who=who, kind=one.kind.value, **told, **second)


def _ask(desk: Desk, asked: Question) -> None:
    found = "-" if asked.carried is None else _code(asked.options[asked.carried])
    address, fields = desk.form("fraga-ny", found=found)
    if asked.kind.value == "each":
        fields["each"] = "y"
    options = [_code(option) for option in asked.options]
    desk.post((address, {**fields, "option": options}))  # type: ignore[dict-item]  # several


def _decide(desk: Desk, item: Item) -> None:
    if item.decision is None:
        return
    told = item.decision
    desk.open(desk.page.address)
    for n, point in enumerate((*told.points, *told.further)):
        more = {f"points-{n}-text": point.text}
        more |= {f"points-{n}-kind": point.kind.value} if point.kind else {}
        more |= {f"points-{n}-further": "y"} if n >= len(told.points) else {}
        desk.send("beslut", kind=told.kind.value, to=told.to or "", **more)


def _dissent(desk: Desk, item: Item) -> None:
    for one in item.reservations:
        who = person(one.person) if one.name else one.party or ""
        told = {"in_favour_of": one.in_favour_of or "", "motivation": one.motivation or ""}
        desk.send("reservation-ny", who=who, **told)
    for note in item.notes:
        who = ", ".join(person(p) for p in note.by) or note.group or ""
        desk.send("anteckning-ny", who=who, kind=note.kind.value, text=note.text)


def _assign(desk: Desk, item: Item) -> None:
    for one in item.assignments:
        told = {"assignee": one.assignee, "text": one.text, "event": one.event}
        limit = one.deadline.isoformat() if one.deadline else ""
        desk.send("uppdrag-ny", **told, deadline=limit, point=str(one.point))
    if item.recipients:
        desk.send("mottagare", names="\n".join(item.recipients))


def _wordings(desk: Desk) -> Iterator[tuple[str, str]]:
    """The sections on the page: the form of each, and its kind."""
    for section in desk.page.all("section", "avsnitt"):
        forms = [f.get("id") or "" for f in section.iter(f"{X}form")]
        kind = (section.get("class") or "").split()[-1]
        yield next(one for one in forms if one.startswith("text-")), kind


def _word(desk: Desk, item: Item) -> None:
    """Let the § read as it was printed, where the house's words are others."""
    printed = [s for s in item.sections if s.kind in GENERATED]
    for form, kind in list(_wordings(desk)):
        if SectionKind(kind) not in GENERATED:
            continue
        said = next((s for s in printed if s.kind.value == kind), None)
        printed = [s for s in printed if s is not said]
        if desk.value(form, "text").strip() != (said.text if said else ""):
            desk.send(form, text=said.text if said else "")


def enter(desk: Desk, protocol: Protocol, item: Item, key: int) -> None:
    """Enter what happened at a §, in the order in which it does, and close it."""
    desk.open(f"/arbete/{_BOARD}/{protocol.date}/punkt/{key}")
    for one in item.disqualified:
        chair = person(one.chaired_by) if one.chaired_by else ""
        desk.send("jav-ny", who=person(one.person), ground=one.ground, chaired_by=chair)
    _propose(desk, item)
    for asked in item.questions:
        _ask(desk, asked)
    _decide(desk, item)
    _dissent(desk, item)
    _assign(desk, item)
    _word(desk, item)
    desk.send("avslut")


def entered(desk: Desk, key: int) -> Item:
    """The record of an item as it was entered."""
    with opened(desk.register):
        row = session().get_one(Row, key)
        return items_of(session(), [row], {key: row.number or 0})[0]


_NOT_HERE = {
    SectionKind.ANNEXES,
    SectionKind.DECISION_BASIS,
    SectionKind.REFERENCES,
    SectionKind.CORRECTION,
}
"""Sections of what the file only names: papers are files of their own, corrections come after."""


def comparable(item: Item) -> Item:
    """What is entered at the meeting: without headings that are the house's own, papers,
    corrections made after it, and the motion's clauses, which are another file's."""
    sections = tuple(
        replace(s, heading="") for s in item.sections if s.kind not in _NOT_HERE and s.text
    )
    notes = tuple(replace(note, heading="") for note in item.notes)
    papers = {"annexes": (), "decision_basis": (), "references": (), "corrections": ()}
    return replace(item, sections=sections, notes=notes, motion=None, **papers)
