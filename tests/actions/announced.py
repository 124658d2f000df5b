"""The actions on notices, appeals and delegated decisions, at work once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from minutes.actions import adjustments, appeals, communications, delegation, notices
from minutes.actions.calendar import swedish_holidays
from minutes.actions.items import take_up_item
from minutes.domain.communications import Communication
from minutes.domain.delegation import DelegatedDecision
from minutes.domain.legal_force import Appeal
from minutes.domain.notices import Notice, notice_of
from minutes.store import tables as t
from tests.actions.accounts import Call
from tests.actions.world import DAY, LATER, World, meeting_on

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
