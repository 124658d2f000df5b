"""What is taken over from edited words, and given back, as calls and their entries."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from minutes.actions.items import take_up_item
from minutes.actions.taking_over import give_back, take_over
from minutes.domain import record
from minutes.store.item_records import items_of
from minutes.store.tables import Item
from tests.actions.accounts import Call
from tests.actions.world import LATER, World


def record_of(world: World, item: Item) -> record.Item:
    """The record of a § as it stands, without its prose."""
    (found,) = items_of(world.session, [item], {item.id: 1})
    return replace(found, sections=())


def retold(world: World) -> dict[str, Call]:
    """What edited words tell of the one to whom the § is sent, and how that is undone."""
    act = (world.session, LATER)
    item, other = (take_up_item(*act, world.meeting, title) for title in ("Avgift", "Arvode"))
    tell = partial(take_over, *act, world.meeting, present=world.present)
    calls = {}
    for one in (item, other):
        now = record_of(world, one)
        told = replace(now, recipients=("Ekonomichefen",))
        calls[one.id] = partial(tell, one, told, now=now)
    _, entry = calls[other.id]()
    return {
        "taken over item": calls[item.id],
        "given back item": partial(give_back, *act, other, entry),
    }
