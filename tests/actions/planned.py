"""The actions before a meeting at work once, as calls and the entries that they leave."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from minutes.actions import agenda, enclosures, lists, planning, points, returning, secrecy
from minutes.domain.agenda import Standing, StandingKind
from minutes.domain.planning import Planned
from minutes.store.tables import AnnexKind, DocumentKind
from tests.actions.accounts import Call
from tests.actions.world import LATER, World

TODAY = LATER.at.date()
COMING = date(2026, 5, 20)
STANDING = (Standing(StandingKind.OTHER, "Upprop"),)
LISTS = {
    AnnexKind.DECISION_BASIS: "decision basis",
    AnnexKind.ANNEX: "annexes",
    AnnexKind.REFERENCE: "references",
}
SUMMONS = enclosures.File(b"%PDF-", DocumentKind.SUMMONS, "kallelse.pdf", "application/pdf")


def planned(world: World) -> dict[str, Call]:
    """What happens to an agenda."""
    act = (world.session, LATER)
    world.meeting.opened_at = "09:00"
    put = agenda.put_on_agenda(*act, world.meeting, agenda.Point("Val"))
    gone = agenda.put_on_agenda(*act, world.meeting, agenda.Point("Information"))
    gone.withdrawn_at = LATER.at
    kept = secrecy.keep_secret(*act, put, "OSL 25 kap. 1 §")
    return {
        "put on agenda item": partial(
            agenda.put_on_agenda, *act, world.meeting, agenda.Point("Budget")
        ),
        "moved item": partial(agenda.move_item, *act, put, None),
        "withdrawn item": partial(agenda.withdraw_item, *act, put),
        "restored item": partial(agenda.restore_item, *act, gone),
        "closed item": partial(agenda.close_item, *act, world.meeting, put),
        "revised item": partial(points.revise_point, *act, put, agenda.Point("Personval")),
        "let treat item": partial(points.treat_matters, *act, put, [world.matter]),
        "made secret item": partial(secrecy.keep_secret, *act, world.item, "OSL 21 kap. 1 §"),
        "made open item": partial(secrecy.make_open, *act, kept),
        "put on agenda again item": partial(
            returning.take_up_again, *act, world.meeting, world.item
        ),
    }


def listed(world: World) -> dict[str, Call]:
    """What happens to the lists of titles of an item."""
    here = (world.session, LATER, world.item)
    return {
        f"given {called} item": partial(lists.set_titles, *here, kind, ["Kalkyl"])
        for kind, called in LISTS.items()
    }


def called(world: World, folder: Path) -> dict[str, Call]:
    """What happens to a meeting before it is held."""
    act = (world.session, LATER)
    soon = planning.plan_meeting(*act, world.board, Planned(COMING), today=TODAY)
    off = planning.plan_meeting(*act, world.board, Planned(date(2026, 6, 10)), today=TODAY)
    off.cancelled_at = LATER.at
    agenda.put_on_agenda(*act, soon, agenda.Point("Val"))
    kept = enclosures.keep_document(*act, SUMMONS, exports=folder, meeting=soon)
    later = Planned(date(2026, 5, 27), "09:00", "Regionhuset")
    plan = {"today": TODAY}
    annex = enclosures.attach(*act, world.item, "Karta", kind=AnnexKind.ANNEX, position=8)
    return {
        "given recipients item": partial(lists.set_recipients, *act, world.item, ["Kansliet"]),
        "moved annex": partial(lists.move_annex, *act, annex, 1),
        "planned meeting": partial(planning.plan_meeting, *act, world.board, later, **plan),
        "rescheduled meeting": partial(planning.reschedule_meeting, *act, soon, later, **plan),
        "cancelled meeting": partial(planning.cancel_meeting, *act, soon),
        "resumed meeting": partial(planning.resume_meeting, *act, off),
        "summoned meeting": partial(planning.summon, *act, soon, kept),
        "given standing items body": partial(
            points.set_standing_items, *act, world.board, STANDING
        ),
    }
