"""An invented §, from its description to the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from minutes.demonstration.debate import read_proposals, read_questions, read_vote
from minutes.demonstration.region import Misdescribed, Region
from minutes.domain.attendance import serving
from minutes.domain.corrections import Correction
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.disqualifications import Disqualification
from minutes.domain.motions import ClauseOutcome, MotionAnswer
from minutes.domain.notes import Note, NoteKind
from minutes.domain.persons import CHAIR, Person
from minutes.domain.record import Item, Protocol
from minutes.domain.reservations import Reservation
from minutes.domain.sections import Section, SectionKind
from minutes.domain.wording.dissent import NOTE_HEADINGS
from minutes.domain.wording.items import HEADINGS, worded
from minutes.importing.assignments import read_assignments
from minutes.importing.outcomes import refers_back, tables

_WRITTEN = (
    (SectionKind.STATEMENT, "statement"),
    (SectionKind.SUMMARY, "summary"),
    (SectionKind.BACKGROUND, "background"),
    (SectionKind.IMPACT, "impact"),
)


def _decision(raw: dict[str, Any], superior: str | None) -> Decision | None:
    own = [DecisionPoint(text) for text in raw.get("decides", [])]
    proposed = [DecisionPoint(text) for text in raw.get("proposes", [])]
    if proposed and superior is None:
        raise Misdescribed(f"§ {raw['number']}: nobody stands above the body")
    to = superior.lower() if superior else None
    if not proposed:
        return Decision(DecisionKind.DECISION, tuple(own)) if own else None
    mixed = [DecisionPoint(p.text, DecisionKind.DECISION) for p in own]
    return Decision(DecisionKind.PROPOSAL, (*proposed, *mixed), to)


def _reservations(raw: dict[str, Any], where: Region) -> Iterator[Reservation]:
    for one in raw.get("reservations", []):
        for person in where.people(one["by"]):
            yield Reservation(
                person.name,
                person.party,
                one.get("point"),
                one.get("favour", ""),
                one.get("motivation", ""),
            )


def _notes(raw: dict[str, Any], where: Region) -> Iterator[Note]:
    for one in raw.get("notes", []):
        kind = NoteKind(one.get("kind", "note"))
        by = where.people(one.get("by", []))
        yield Note(NOTE_HEADINGS[kind], by, one.get("group"), one["text"].strip(), kind)


def _disqualified(raw: dict[str, Any], where: Region) -> Iterator[Disqualification]:
    for one in raw.get("disqualified", []):
        person = where.person(one["name"])
        yield Disqualification(
            person.name or "",
            person.party,
            one.get("ground", ""),
            where.person(one["replaced_by"]) if "replaced_by" in one else None,
            where.person(one["chaired_by"]) if "chaired_by" in one else None,
        )


def _written(raw: dict[str, Any]) -> Iterator[Section]:
    for kind, key in _WRITTEN:
        if key in raw:
            yield Section(kind, HEADINGS[kind], raw[key].strip())


def _correction(raw: dict[str, Any], where: Region) -> Iterator[Correction]:
    for one in raw.get("corrections", []):
        yield Correction(
            where.people(one["certified_by"]),
            tuple(day.isoformat() for day in one["certified_on"]),
            old=one["old"],
            new=one["new"],
            reason=one["reason"],
        )


def _motion(raw: dict[str, Any]) -> MotionAnswer | None:
    if "motion" not in raw:
        return None
    claims = tuple(ClauseOutcome(c) for c in raw["motion"]["claims"])
    return MotionAnswer(raw["motion"]["number"], claims)


def _dissent(raw: dict[str, Any], item: Item, where: Region) -> Item:
    return replace(
        item,
        reservations=tuple(_reservations(raw, where)),
        notes=tuple(_notes(raw, where)),
        disqualified=tuple(_disqualified(raw, where)),
        stands_aside=where.people(raw.get("stands_aside", [])),
        corrections=tuple(_correction(raw, where)),
    )


def _debate(raw: dict[str, Any], item: Item, seated: list[Person], where: Region) -> Item:
    return replace(
        item,
        proposals=read_proposals(raw, where),
        questions=read_questions(raw),
        votes=tuple(read_vote(v, seated, item.number, where) for v in raw.get("votes", [])),
    )


def _bare(raw: dict[str, Any], superior: str | None) -> Item:
    """The § without what persons did in it."""
    decision = _decision(raw, superior)
    return Item(
        number=raw["number"],
        title=raw["title"],
        dnr=(raw["dnr"],) if "dnr" in raw else (),
        decision=decision,
        referred_back=refers_back(decision),
        tabled=tables(decision),
        assignments=read_assignments(decision),
        annexes=tuple(raw.get("annexes", [])),
        decision_basis=tuple(raw.get("basis", [])),
        references=tuple(raw.get("references", [])),
        recipients=tuple(raw.get("recipients", [])),
        motion=_motion(raw),
        sections=tuple(_written(raw)),
    )


def read_item(raw: dict[str, Any], meeting: Protocol, where: Region) -> Item:
    """The § of its description, worded. Raises Misdescribed where that contradicts itself."""
    superior = next(b.superior for b in where.bodies if b.name == meeting.body)
    item = _dissent(raw, _bare(raw, superior), where)
    seated = [a.person for a in serving(meeting.attendance, item.number, item.stands_aside)]
    item = _debate(raw, item, seated, where)
    _check(item, seated)
    return worded(meeting.body or "", item)


def _check(item: Item, seated: list[Person]) -> None:
    """Raise Misdescribed where somebody acts who has no seat in the §."""
    movers = {p for one in item.proposals for p in one.by if p != CHAIR}
    dissenters = {r.person for r in item.reservations if r.name}
    for person in movers | dissenters:
        if person.name and person not in seated:
            raise Misdescribed(f"§ {item.number}: {person.name} has no seat there")
