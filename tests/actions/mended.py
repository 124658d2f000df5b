"""The actions that mend what was entered, at work once, as calls and the entries they leave."""

from __future__ import annotations

from functools import partial

from minutes.actions import debate
from minutes.domain.proposals import Proposal, ProposalKind
from tests.actions.accounts import Call
from tests.actions.world import LATER, World
from tests.domain.people import EVA


def mended(world: World) -> dict[str, Call]:
    """What happens to a proposal once it is entered."""
    act = (world.session, LATER)
    moved = Proposal((EVA,), ProposalKind.ADD, text="redovisa kostnaden.")
    other = Proposal((EVA,), ProposalKind.ADD, text="redovisa kostnaden i maj.")
    put = partial(debate.put_proposal, *act, world.item, present=world.present, earlier={})
    standing, gone = put(moved, position=8), put(moved, position=9)
    gone.withdrawn_at = LATER.at
    there = {"present": world.present, "earlier": {}}
    return {
        "revised proposal": partial(debate.revise_proposal, *act, standing, other, **there),
        "withdrawn proposal": partial(debate.withdraw_proposal, *act, standing),
        "upheld proposal": partial(debate.uphold_proposal, *act, gone),
    }
