"""What is taken out leaves an entry that tells all of it, and comes back by that entry."""

from __future__ import annotations

import json

import pytest
from sqlmodel import col, select

from minutes.actions.debate import put_proposal, withdraw_proposal
from minutes.actions.enclosures import address
from minutes.actions.restoring import restore
from minutes.actions.revisions import strike
from minutes.domain.errors import Outdated, RuleBroken
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.store import tables as t
from minutes.store.debate_records import debate_of
from tests.actions.world import ACT, LATER, World
from tests.domain.people import BO, EVA

MOVED = Proposal((EVA, BO), ProposalKind.ADD, text="redovisa kostnaden.")


def _put(world: World, put: Proposal = MOVED, position: int = 0, **moved: t.Proposal) -> t.Proposal:
    return put_proposal(
        world.session,
        ACT,
        world.item,
        put,
        present=world.present,
        position=position,
        earlier={"Eva Ek": moved["earlier"]} if moved else {},
    )


def _proposals(world: World) -> tuple[Proposal, ...]:
    return debate_of(world.session, [world.item.id]).proposals(world.item.id)


def _names(world: World) -> list[str]:
    of_item = select(t.Recipient).where(t.Recipient.item_id == world.item.id)
    return [r.name for r in world.session.exec(of_item.order_by(col(t.Recipient.position)))]


def test_the_entry_tells_the_row_and_its_parts(world: World) -> None:
    row = _put(world)

    entry = strike(world.session, LATER, row)

    told = json.loads(entry.details)
    assert (entry.verb, told["text"], told["kind"]) == ("struck", "redovisa kostnaden.", "add")
    assert [one["name"] for one in told["parts"]["proposal_mover"]] == ["Eva Ek", "Bo Alm"]
    assert _proposals(world) == ()


def test_what_was_taken_out_comes_back_whole(world: World) -> None:
    row = _put(world)
    withdraw_proposal(world.session, ACT, row)
    before, key, revision = _proposals(world), row.id, row.revision
    entry = strike(world.session, ACT, row)

    back = restore(world.session, LATER, entry)

    assert _proposals(world) == before
    assert (back.id, back.withdrawn_at) == (key, ACT.at)
    assert back.revision > revision, "a form that was opened before it went is stale"
    assert world.history()[-1].verb == "restored"


def test_it_comes_back_once(world: World) -> None:
    entry = strike(world.session, ACT, _put(world))
    restore(world.session, LATER, entry)

    with pytest.raises(RuleBroken, match="redan tillbaka"):
        restore(world.session, LATER, entry)


def test_only_what_was_taken_out_comes_back(world: World) -> None:
    _put(world)

    with pytest.raises(RuleBroken, match="redan tillbaka"):
        restore(world.session, LATER, world.history()[-1])


def test_where_another_has_taken_its_place_it_stands_last(world: World) -> None:
    here = (world.session, ACT, world.item)
    gone = address(*here, "Revisorerna", position=0)
    key, entry = gone.id, strike(world.session, ACT, gone)
    address(*here, "Ekonomichefen", position=0)

    back = restore(world.session, LATER, entry)

    assert _names(world) == ["Ekonomichefen", "Revisorerna"]
    assert back.id >= key


def test_what_another_builds_on_is_not_taken_out(world: World) -> None:
    first = _put(world)
    _put(world, Proposal((BO,), ProposalKind.ADD, supports="Eva Ek"), 1, earlier=first)

    with pytest.raises(RuleBroken, match="bygger på"):
        strike(world.session, ACT, first)


def test_what_stands_in_its_stead_is_not_pushed_out(world: World) -> None:
    aside = t.StandAside(item_id=world.item.id, position=0, name="Eva Ek", party="S")
    world.session.add(aside)
    world.session.flush()
    entry = strike(world.session, ACT, aside)
    world.session.add(t.StandAside(item_id=world.item.id, position=0, name="Eva Ek", party="S"))
    world.session.flush()

    with pytest.raises(RuleBroken, match="något annat står"):
        restore(world.session, LATER, entry)


def test_who_saw_an_older_wording_takes_nothing_out(world: World) -> None:
    row = _put(world)
    withdraw_proposal(world.session, ACT, row)

    with pytest.raises(Outdated):
        strike(world.session, ACT, row, seen=1)
