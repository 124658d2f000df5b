"""What is written anew of a decision and of those who dissent, as calls and their entries."""

from __future__ import annotations

from functools import partial

from minutes.actions import decision_points, decisions
from minutes.actions.items import take_up_item
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from tests.actions.accounts import Call
from tests.actions.world import LATER, World

DECIDED, ANEW = (
    Decision(DecisionKind.DECISION, (DecisionPoint(words),)) for words in ("ett.", "två.")
)


def rewritten(world: World) -> dict[str, Call]:
    """What is written anew."""
    act = (world.session, LATER)
    item = take_up_item(*act, world.meeting, "Avtal")
    decision, _ = decisions.decide(*act, item, DECIDED)
    return {
        "revised decision": partial(
            decision_points.revise_decision, *act, decision, ANEW, keys=[None]
        ),
    }
