"""What the audit finds at a place: in the § on the screen, and in the whole meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from minutes.domain import record
from minutes.domain.audit import audit, audit_item
from minutes.domain.findings import Context, Finding, Weight
from minutes.domain.findings import Place as Part
from minutes.domain.sections import SectionKind
from minutes.importing.proposed_points import points_of
from minutes.store.agendas import items_on, numbers_of
from minutes.store.audits import context_of
from minutes.store.records import protocol_of
from minutes.store.session import session
from minutes.web.workspace.panels import PANELS
from minutes.web.workspace.place import Place
from minutes.web.workspace.screen import Screen

_PANELS = {
    Part.ATTENDANCE: "attendance",
    Part.PROPOSALS: "proposals",
    Part.QUESTIONS: "questions",
    Part.VOTES: "votes",
    Part.DECISION: "decision",
    Part.MOTION: "motion",
    Part.RESERVATIONS: "reservations",
    Part.NOTES: "notes",
    Part.DISQUALIFICATION: "disqualifications",
    Part.ASSIGNMENTS: "assignments",
    Part.RECIPIENTS: "recipients",
    Part.FRONT: "attendance",
}
"""The panel in which each part of a § is mended; the others are mended in the text."""


@dataclass(frozen=True, slots=True)
class Found:
    """One finding with the address of where it is mended."""

    finding: Finding
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """What is found in one §, or in the meeting as a whole (no title)."""

    number: int | None
    title: str
    gaps: Sequence[Found]
    hints: Sequence[Found]


def anchor(part: Part) -> str:
    """Where on the screen a part of the § is."""
    name = _PANELS.get(part)
    return f"panel-{name}" if name in {panel.NAME for panel in PANELS} else "protokolltext"


def _base_points(items: Sequence[record.Item]) -> Mapping[int, Sequence[str]]:
    """The points of each § that came with a proposal."""
    found = {}
    for item in items:
        texts = [s.text for s in item.sections if s.kind is SectionKind.BASE_PROPOSAL]
        if texts:
            found[item.number] = [point.text for point in points_of("\n\n".join(texts))]
    return found


def _context(here: Place, items: Sequence[record.Item]) -> Context:
    return replace(context_of(session(), here.meeting), base_points=_base_points(items))


def _found(findings: Sequence[Finding], here: Place, key: int | None) -> Sequence[Found]:
    to = here.address("workspace.item", item=key) if key else ""
    return [Found(one, f"{to}#{anchor(one.place)}") for one in findings]


def _group(number: int | None, title: str, told: Sequence[Found]) -> Group:
    gaps = [one for one in told if one.finding.weight is Weight.GAP]
    return Group(number, title, gaps, [one for one in told if one not in gaps])


@dataclass(frozen=True, slots=True)
class Audited:
    """What is found in the § on the screen, and how many gaps each § of the agenda has, by key."""

    here: Group
    gaps: Mapping[int, int]


def findings_in(screen: Screen) -> Audited:
    """What is found in the § on the screen, and beside it."""
    context = _context(screen.place, [*screen.records, screen.record])
    found = audit_item(screen.record, context)
    group = _group(screen.number, screen.record.title, _found(found, screen.place, None))
    gaps = {
        one.item.id: sum(f.weight is Weight.GAP for f in audit_item(told, context))
        for one, told in zip(screen.agenda, screen.records, strict=True)
    }
    return Audited(group, gaps)


def findings_at(here: Place) -> Sequence[Finding]:
    """What is found in the whole meeting."""
    protocol = protocol_of(session(), here.meeting)
    return audit(protocol, _context(here, protocol.items))


def groups_at(here: Place) -> Sequence[Group]:
    """What is found in the whole meeting: what concerns it first, then § by §."""
    items = items_on(session(), here.meeting)
    numbers = numbers_of(session(), here.meeting, items)
    keys: dict[int | None, tuple[int, str]] = {numbers[i.id]: (i.id, i.title) for i in items}
    first = items[0].id if items else 0
    by_number: dict[int | None, list[Finding]] = {}
    for one in findings_at(here):
        by_number.setdefault(one.item_number, []).append(one)
    return [
        _group(n, keys.get(n, (0, ""))[1], _found(told, here, keys.get(n, (first, ""))[0]))
        for n, told in by_number.items()
    ]
