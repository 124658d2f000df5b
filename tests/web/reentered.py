"""A protocol entered again, § by §, through the forms of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from minutes.domain.questions import Option, Question
from minutes.domain.record import Item, Protocol
from minutes.domain.sections import SectionKind
from minutes.domain.wording.items import GENERATED
from minutes.domain.wording.names import person
from minutes.store.item_records import items_of
from minutes.store.session import session
from minutes.store.tables import Item as Row
from tests.databases import opened
from tests.web.desk import Desk
from tests.web.pages import X
from tests.web.readied import BOARD


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
        told = {"kind": note.kind.value, "heading": note.heading, "text": note.text}
        desk.send("anteckning-ny", who=who, **told)


def _assign(desk: Desk, item: Item) -> None:
    for one in item.assignments:
        told = {"assignee": one.assignee, "text": one.text, "event": one.event}
        limit = one.deadline.isoformat() if one.deadline else ""
        desk.send("uppdrag-ny", **told, deadline=limit, point=str(one.point))
    if item.recipients:
        desk.send("mottagare", names="\n".join(item.recipients))


def _underlie(desk: Desk, item: Item) -> None:
    """Tell what underlies the §, and what it answers a motion."""
    for form, titles in (
        ("underlag-bilagor", item.annexes),
        ("underlag-beslutsunderlag", item.decision_basis),
        ("underlag-referenser", item.references),
    ):
        if titles:
            desk.send(form, lines="\n".join(titles))
    if item.motion:
        claims = {f"each-{n}": one.value for n, one in enumerate(item.motion.claims)}
        desk.send("motion", number=item.motion.number or "", whole="", **claims)


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
    desk.open(f"/arbete/{BOARD}/{protocol.date}/punkt/{key}")
    for one in item.disqualified:
        chair = person(one.chaired_by) if one.chaired_by else ""
        desk.send("jav-ny", who=person(one.person), ground=one.ground, chaired_by=chair)
    _propose(desk, item)
    for asked in item.questions:
        _ask(desk, asked)
    _decide(desk, item)
    _dissent(desk, item)
    _assign(desk, item)
    _underlie(desk, item)
    _word(desk, item)
    desk.send("avslut")


def entered(desk: Desk, key: int) -> Item:
    """The record of an item as it was entered."""
    with opened(desk.register):
        row = session().get_one(Row, key)
        return items_of(session(), [row], {key: row.number or 0})[0]


def comparable(item: Item) -> Item:
    """What is entered before and at the meeting: corrections are made after it."""
    sections = [s for s in item.sections if s.kind is not SectionKind.CORRECTION and s.text]
    return replace(item, sections=tuple(sections), corrections=())
