"""The actions on notices, appeals and delegated decisions, at work once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from minutes.actions import (
    adjustments,
    appeals,
    bodies,
    communications,
    delegation,
    motion_revisions,
    motions,
    notices,
)
from minutes.actions.calendar import swedish_holidays
from minutes.actions.items import take_up_item
from minutes.domain.bodies import BodyKind
from minutes.domain.communications import Communication
from minutes.domain.delegation import DelegatedDecision
from minutes.domain.legal_force import Appeal
from minutes.domain.motions import Raised
from minutes.domain.notices import Notice, notice_of
from minutes.store import tables as t
from tests.actions.accounts import Call
from tests.actions.world import DAY, LATER, World, meeting_on
from tests.domain.people import EVA

TODAY = date(2026, 3, 20)
MADE = DelegatedDecision("Fastighetschefen", "Hyra ut en lokal.", DAY)
TOLD = Communication("Patientnämnden", "Protokoll", DAY)
LODGED = Appeal(date(2026, 3, 2), "Förvaltningsrätten")


def _another(world: World) -> tuple[t.Meeting, t.Item]:
    """A meeting that is adjusted, with a §, beside that of the others."""
    meeting = meeting_on(world.session, world.board, date(2026, 2, 10))
    item = take_up_item(world.session, LATER, meeting, "Val")
    adjustments.adjust(world.session, LATER, meeting, told_on=DAY)
    return meeting, item


def announced(world: World) -> dict[str, Call]:
    """What happens on the board, in court and at the delegates'."""
    here = (world.session, LATER)
    meeting, item = _another(world)
    lodged = appeals.enter_appeal(*here, item, LODGED, today=TODAY)
    stayed = replace(LODGED, stay_from=date(2026, 3, 9))
    posted = notice_of(DAY, "Kansliet", swedish_holidays())
    return {
        "announced notice": partial(notices.announce, *here, meeting, posted),
        "appealed appeal": partial(appeals.enter_appeal, *here, item, LODGED, today=TODAY),
        "revised appeal": partial(appeals.revise_appeal, *here, lodged, stayed, today=TODAY),
        **_delegated(world, posted),
    }


def _delegated(world: World, posted: Notice) -> dict[str, Call]:
    """What happens to decisions of delegates, and to their notices."""
    here = (world.session, LATER)
    made = [delegation.enter_delegated(*here, world.board, MADE, today=TODAY) for _ in "abc"]
    standing = [notices.announce_decision(*here, row, posted) for row in made[:2]]
    return {
        "announced delegated decision by notice": partial(
            notices.announce_decision, *here, made[2], posted
        ),
        "taken down notice": partial(notices.take_down, *here, standing[0], TODAY),
        "interrupted notice": partial(
            notices.interrupt, *here, standing[1], DAY, what="Nere.", today=TODAY
        ),
        "delegated delegated_decision": partial(
            delegation.enter_delegated, *here, world.board, MADE, today=TODAY
        ),
        "revised delegated_decision": partial(
            delegation.revise_delegated, *here, made[2], replace(MADE, dnr="1"), today=TODAY
        ),
        "struck delegated_decision": partial(delegation.strike_delegated, *here, made[2]),
        **_communicated(world),
        **_motions(world),
    }


def _communicated(world: World) -> dict[str, Call]:
    """What happens to communications."""
    here, item = (world.session, LATER), world.item
    row = communications.enter_communication(*here, item, TOLD, today=TODAY)
    enter, revise = communications.enter_communication, communications.revise_communication
    return {
        "communicated communication": partial(enter, *here, item, TOLD, today=TODAY),
        "revised communication": partial(
            revise, *here, row, replace(TOLD, dnr="1"), today=TODAY, item=item
        ),
    }


def _motions(world: World) -> dict[str, Call]:
    """What happens to a motion after it was raised."""
    session, here = world.session, (world.session, LATER)
    raised = Raised("9-2025", "Motion om bussar", (EVA,), date(2025, 4, 29), ("bussar.",))
    motion = motions.raise_motion(*here, world.organisation, raised, people=world.people)
    assembly = bodies.establish_body(
        *here, world.organisation, "Fullmäktige", kind=BodyKind.ASSEMBLY
    )
    item = take_up_item(*here, meeting_on(session, assembly, DAY), "Motioner")
    more = replace(raised, clauses=("bussar.", "spårvagnar."))
    revise = motion_revisions.revise_motion
    return {
        "revised motion": partial(revise, *here, motion, more, people=world.people),
        "wrote off motion": partial(motion_revisions.write_off, *here, motion, item),
    }
