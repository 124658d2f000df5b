"""The invented meetings to come: each is planned and its agenda drawn up, ready to be called to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from minutes.actions.agenda import Point, put_on_agenda
from minutes.actions.enclosures import File, attach, keep_document
from minutes.actions.history import Act
from minutes.actions.items import write_section
from minutes.actions.lists import set_recipients, set_titles
from minutes.actions.planning import plan_meeting
from minutes.actions.points import revise_point, set_standing_items
from minutes.actions.prose import order_sections
from minutes.actions.returning import take_up_again
from minutes.demonstration.assignments import prepare_report
from minutes.demonstration.region import description
from minutes.domain.agenda import Standing, StandingKind
from minutes.domain.planning import Planned
from minutes.domain.sections import SectionKind
from minutes.domain.wording.items import HEADINGS
from minutes.importing.recorder import Recorder
from minutes.store.agendas import standing_missing
from minutes.store.tables import Annex, AnnexKind, Body, Document, DocumentKind, Item, Meeting

_HERE = resources.files(__package__)
_AGENDAS, _ANNEXES = _HERE.joinpath("agendas"), _HERE.joinpath("annexes")
_PAPERS = {
    "summary": SectionKind.SUMMARY,
    "background": SectionKind.BACKGROUND,
    "earlier": SectionKind.EARLIER_HANDLING,
    "proposes": SectionKind.BASE_PROPOSAL,
    "impact": SectionKind.IMPACT,
}
_LAST = 5000
"""A section's place until all are put in the order of the house."""
_Described = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Drawing:
    """An agenda that is being drawn up, and where its files are kept."""

    recorder: Recorder
    meeting: Meeting
    act: Act
    exports: Path

    @property
    def session(self) -> Session:
        """The register."""
        return self.recorder.session


def _names(folder: Traversable) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def _plan(recorder: Recorder, bodies: Mapping[str, Body], raw: _Described) -> tuple[Meeting, Act]:
    act = Act(raw["secretary"], datetime.combine(raw["planned_on"], time(15), UTC))
    body = bodies[raw["body"]]
    own = [Standing(StandingKind(one["kind"]), one["title"]) for one in raw.get("standing", [])]
    if own:
        set_standing_items(recorder.session, act, body, own)
    planned = Planned(raw["date"], raw["begins_at"], raw["place"])
    today = raw["planned_on"]
    return plan_meeting(recorder.session, act, body, planned, today=today), act


def _again(drawing: _Drawing, reference: str, presenter: str | None) -> Item:
    """What an earlier § put off, "Regionstyrelsen 2026 § 12", is taken up again."""
    of, _, number = reference.partition(" § ")
    body, _, year = of.rpartition(" ")
    earlier = drawing.session.exec(
        select(Item)
        .join(Body)
        .where(Body.name == body, Item.year == int(year), Item.number == int(number))
    ).one()
    item = take_up_again(drawing.session, drawing.act, drawing.meeting, earlier)
    return revise_point(drawing.session, drawing.act, item, Point(item.title, presenter=presenter))


def _put(drawing: _Drawing, raw: _Described) -> Item:
    if "again" in raw:
        return _again(drawing, raw["again"], raw.get("presenter"))
    point = Point(
        raw["title"], presenter=raw.get("presenter"), is_election=raw.get("is_election", False)
    )
    matter = drawing.recorder.matter(raw["dnr"], raw["title"])
    return put_on_agenda(drawing.session, drawing.act, drawing.meeting, point, matters=[matter])


def _write(drawing: _Drawing, item: Item, raw: _Described) -> None:
    for place, (name, kind) in enumerate(_PAPERS.items()):
        if name in raw:
            parts = {"kind": kind, "heading": HEADINGS[kind], "text": raw[name].strip()}
            write_section(drawing.session, drawing.act, item, **parts, position=_LAST + place)
    order_sections(drawing.session, item)


def _kept(drawing: _Drawing, name: str) -> Document:
    content = _ANNEXES.joinpath(name).read_bytes()
    file = File(content, DocumentKind.ANNEX, name, "application/pdf")
    return keep_document(
        drawing.session, drawing.act, file, exports=drawing.exports, meeting=drawing.meeting
    )


def _enclose(drawing: _Drawing, item: Item, annexes: list[_Described]) -> list[Annex]:
    session, act = drawing.session, drawing.act
    return [
        attach(
            session,
            act,
            item,
            one["title"],
            kind=AnnexKind.ANNEX,
            position=place,
            document=_kept(drawing, one["file"]) if "file" in one else None,
        )
        for place, one in enumerate(annexes)
    ]


def _draw_up(drawing: _Drawing, raw: _Described) -> None:
    session, act = drawing.session, drawing.act
    for one in raw["point"]:
        item = _put(drawing, one)
        _write(drawing, item, one)
        _enclose(drawing, item, one.get("annexes", []))
        if "basis" in one:
            set_titles(session, act, item, AnnexKind.DECISION_BASIS, one["basis"])
        if "recipients" in one:
            set_recipients(session, act, item, one["recipients"])
    for standing in standing_missing(session, drawing.meeting):
        put_on_agenda(session, act, drawing.meeting, Point(standing.title, standing.kind))


def draw_up_agendas(recorder: Recorder, bodies: Mapping[str, Body], exports: Path) -> None:
    """Plan the meetings to come, draw up their agendas and begin the report. The caller commits."""
    for name in _names(_AGENDAS):
        raw = description(f"agendas/{name}")
        meeting, act = _plan(recorder, bodies, raw)
        recorder.act = act
        _draw_up(_Drawing(recorder, meeting, act, exports), raw)
    prepare_report(recorder.session)
