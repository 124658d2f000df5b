"""How far the adjustment of a meeting has come: who has signed, who has not, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, render_template, request
from sqlmodel import col, select
from werkzeug.exceptions import NotFound
from wtforms import Form, IntegerField, StringField

from minutes.actions.submitting import withdraw_edition
from minutes.actions.verdicts import conclude, settle_item
from minutes.documents.render import BadDocument
from minutes.documents.sending import send_items_at_once
from minutes.domain.errors import RuleBroken
from minutes.store.agendas import items_on
from minutes.store.queries.adjusting import Sent, sent_of
from minutes.store.session import session
from minutes.store.tables import Item, Verdict
from minutes.store.tallies import items_in, verdicts_on, waits_at_once
from minutes.web.access import act, may, signed_in
from minutes.web.adjusting.paper import on_paper
from minutes.web.adjusting.reading import anytime, exports, sent_at
from minutes.web.pages import today
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.auditing import findings_at
from minutes.web.workspace.entries import NoWords
from minutes.web.workspace.place import READERS, SECRETARIES, Place, may_change, place

blueprint = Blueprint("overview", __name__)
may(blueprint, READERS, "overview")
_AT = "/arbete/<slug:body>/<day:held_on>/justering"


class SettlementForm(Form):
    """The § that approves a refused one, as its number and year."""

    paragraph = IntegerField()
    number = IntegerField()
    year = IntegerField()


class ChosenForm(Form):
    """The §§ that are adjusted immediately."""

    chosen = StringField()


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was said: by whom, of which §."""

    row: Verdict
    name: str
    number: int | None


def _lines(sent: Sent, numbers: Mapping[int, int | None]) -> list[Line]:
    names = {one.key: one.person.name or "" for one in sent.tally.asked}
    return [
        Line(row, names[row.edition_signer_id], numbers.get(row.item_id or 0))
        for row in verdicts_on(session(), sent.edition)
    ]


def _choices(here: Place) -> list[Item]:
    """The §§ that can be sent to immediate adjustment."""
    closed = [one for one in items_on(session(), here.meeting) if one.number is not None]
    return [one for one in closed if waits_at_once(session(), one) is None]


def _settling(refused: Refused | None) -> SettlementForm:
    form = refused.form if refused else None
    return form if isinstance(form, SettlementForm) else SettlementForm()


def show(here: Place, refused: Refused | None = None) -> str:
    """The page, with what was refused."""
    sent = sent_of(session(), here.meeting, here.body, signed_in(), today())
    items = [row for one in sent for row in items_in(session(), one.edition)]
    numbers = {row.id: row.number for row in items}
    return render_template(
        "adjusting/overview.html",
        here=here,
        sent=sent,
        said={one.edition.id: _lines(one, numbers) for one in sent},
        keys={number: key for key, number in numbers.items()},
        choices=_choices(here) if may_change(here) and here.meeting.opened_at else [],
        settling=_settling(refused),
        paper={one.edition.id: on_paper(one, refused) for one in sent},
        is_secretary=SECRETARIES.admits(signed_in(), here.body.id),
        refused=refused,
        back=here.address("overview.overview"),
    )


@blueprint.get(_AT)
def overview(body: str, held_on: date) -> str:
    """Who has signed, who has not, and what was refused."""
    return show(place(body, held_on))


@takes(blueprint, f"{_AT}/<number:edition>/tillbaka", NoWords, show, require=anytime)
def take_back(here: Place, form: NoWords, edition: int) -> None:
    """Take an edition back, to change it."""
    withdraw_edition(session(), act(), sent_at(here, edition).edition)


def _refused_item(here: Place, key: int | None) -> Item:
    row = session().get(Item, key) if key else None
    if row is None or row.meeting_id != here.meeting.id:
        raise NotFound
    return row


@takes(blueprint, f"{_AT}/<number:edition>/losning", SettlementForm, show, require=anytime)
def settle(here: Place, form: SettlementForm, edition: int) -> None:
    """A later § approved what was refused."""
    item = _refused_item(here, form.paragraph.data)
    later = (
        session()
        .exec(
            select(Item).where(
                Item.body_id == here.body.id,
                Item.number == form.number.data,
                Item.year == form.year.data,
                col(Item.number).is_not(None),
            )
        )
        .first()
    )
    if later is None:
        raise RuleBroken("Organet har ingen sådan paragraf. Ange nummer och år.")
    sent = sent_at(here, edition).edition
    settle_item(session(), act(), sent, item, by_item=later)
    conclude(session(), act(), sent)


@takes(blueprint, f"{_AT}/omedelbart", ChosenForm, show)
def at_once(here: Place, form: ChosenForm) -> None:
    """Send the chosen §§ to be adjusted while the meeting goes on."""
    keys = set(request.form.getlist("chosen", type=int))
    chosen = [one for one in _choices(here) if one.id in keys]
    try:
        send_items_at_once(
            session(), act(), here.meeting, chosen, found=findings_at(here), exports=exports()
        )
    except BadDocument as bad:
        raise RuleBroken("Protokollet kunde inte skrivas ut: {why}.", why=bad) from bad
