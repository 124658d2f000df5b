"""The agenda of a meeting: what stands there is put up, ordered, withdrawn and taken up again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, render_template, request
from sqlmodel import col, select
from werkzeug.exceptions import NotFound
from wtforms import Form, StringField, TextAreaField

from minutes.actions.agenda import (
    Point,
    move_item,
    put_on_agenda,
    require_changeable,
    restore_item,
    withdraw_item,
)
from minutes.actions.returning import take_up_again
from minutes.store.agendas import items_on, numbers_of, standing_missing
from minutes.store.item_records import dnr_of
from minutes.store.queries.called import is_changed_since, summonses
from minutes.store.queries.pending import pending_items
from minutes.store.session import session
from minutes.store.tables import Annex, AnnexKind, Item, Section
from minutes.web.access import act, may
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.cases import matters_under
from minutes.web.workspace.entries import NoWords, shown
from minutes.web.workspace.fields import ItemForm, words
from minutes.web.workspace.place import READERS, Place, may_change, place

blueprint = Blueprint("agendas", __name__)
may(blueprint, READERS, "agenda")
_AT = "/arbete/<slug:body>/<day:held_on>"


class PointForm(ItemForm):
    """An item to put on the agenda; `before` is the key of the item that it goes before."""

    before = StringField(default="")


class SummonForm(Form):
    """What those called should know beside the agenda."""

    message = TextAreaField(filters=[words])


@dataclass(frozen=True, slots=True)
class Line:
    """An item in the list: its number, given or foreseen, and what is written for it."""

    item: Item
    number: int
    dnr: tuple[str, ...]
    sections: int
    annexes: int


def _counted(table: Any, items: Sequence[Item], *conditions: Any) -> dict[int, int]:
    of_items = select(table.item_id).where(col(table.item_id).in_([one.id for one in items]))
    keys = session().exec(of_items.where(*conditions)).all()
    return {key: keys.count(key) for key in set(keys)}


def lines_of(here: Place) -> list[Line]:
    """The items on the agenda, without those withdrawn."""
    items = items_on(session(), here.meeting)
    numbers = numbers_of(session(), here.meeting, items)
    dnr = dnr_of(session(), [one.id for one in items])
    sections = _counted(Section, items)
    annexes = _counted(Annex, items, Annex.kind == AnnexKind.ANNEX)
    return [
        Line(i, numbers[i.id], dnr.get(i.id, ()), sections.get(i.id, 0), annexes.get(i.id, 0))
        for i in items
    ]


def _withdrawn(here: Place) -> Sequence[Item]:
    gone = select(Item).where(
        Item.meeting_id == here.meeting.id, col(Item.withdrawn_at).is_not(None)
    )
    return session().exec(gone.order_by(col(Item.position))).all()


def show(here: Place, refused: Refused | None = None) -> str:
    """The page, with what was refused in its form again."""
    return render_template(
        "workspace/agenda.html",
        here=here,
        lines=lines_of(here),
        withdrawn=_withdrawn(here),
        missing=standing_missing(session(), here.meeting),
        pending=pending_items(session(), here.meeting),
        form=shown(PointForm(), "arende", refused),
        summonses=summonses(session(), here.meeting),
        changed=is_changed_since(session(), here.meeting),
        call=shown(SummonForm(), "kallelse", refused),
        refused=refused,
        may_change=may_change(here),
        back=here.address("agendas.agenda"),
    )


@blueprint.get(f"{_AT}/foredragningslista")
def agenda(body: str, held_on: date) -> str:
    """The agenda, to read and to draw up."""
    return show(place(body, held_on))


def _before(here: Place, key: str) -> Item | None:
    """The item of that key, which another goes before; None for the end."""
    row = session().get(Item, int(key)) if key.isdecimal() and len(key) < 10 else None
    return row if row is not None and row.meeting_id == here.meeting.id else None


@takes(blueprint, f"{_AT}/foredragningslista", PointForm, show)
def put(here: Place, form: PointForm) -> None:
    """Put an item on the agenda."""
    point = Point(
        form.title.data or "",
        presenter=form.presenter.data or None,
        is_election=form.is_election.data,
    )
    matters = matters_under(here.body, form.dnr.data or "", point.title)
    item = put_on_agenda(session(), act(), here.meeting, point, matters=matters)
    if form.before.data:
        move_item(session(), act(), item, _before(here, form.before.data))


@takes(blueprint, f"{_AT}/staende-punkter", NoWords, show)
def put_standing(here: Place, form: NoWords) -> None:
    """Put all standing items of the body on the agenda that are not there."""
    for one in standing_missing(session(), here.meeting):
        put_on_agenda(session(), act(), here.meeting, Point(one.title, one.kind))


@takes(blueprint, f"{_AT}/punkt/<number:item>/flytt", NoWords, show)
def move(here: Place, form: NoWords) -> str:
    """Move an item to before another one, or last."""
    move_item(session(), act(), here.at, _before(here, request.form.get("before", "")))
    return here.address("agendas.agenda")


@takes(blueprint, f"{_AT}/punkt/<number:item>/utgar", NoWords, show)
def withdraw(here: Place, form: NoWords) -> None:
    """Take an item off the agenda."""
    withdraw_item(session(), act(), here.at)


@takes(blueprint, f"{_AT}/punkt/<number:item>/atertagande", NoWords, show)
def restore(here: Place, form: NoWords) -> None:
    """Put an item that was withdrawn back."""
    restore_item(session(), act(), here.at)


@takes(blueprint, f"{_AT}/aterupptagande/<number:earlier>", NoWords, show)
def again(here: Place, form: NoWords, earlier: int) -> None:
    """Take up again what was tabled or referred back."""
    require_changeable(here.meeting)
    if earlier not in {one.item for one in pending_items(session(), here.meeting)}:
        raise NotFound
    take_up_again(session(), act(), here.meeting, session().get_one(Item, earlier))
