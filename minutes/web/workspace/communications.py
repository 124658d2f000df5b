"""Communications that a body's §§ report: entered, fetched from the §, mended and taken out."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response
from wtforms import Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Optional

from minutes.actions.communications import (
    enter_communication,
    revise_communication,
    uncommunicated,
)
from minutes.actions.revisions import strike
from minutes.domain.communications import Communication, reported_communications
from minutes.domain.errors import RuleBroken
from minutes.store.queries.communications import communicated_to, communicating_items
from minutes.store.session import session
from minutes.store.tables import Communication as Row
from minutes.store.tables import Item
from minutes.web.access import act, may
from minutes.web.pages import page_number, today
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.desk import BodyPlace, body_place, carry_out
from minutes.web.workspace.entries import shown
from minutes.web.workspace.fields import DayField, line, words
from minutes.web.workspace.place import READERS, SECRETARIES
from minutes.web.workspace.reporting import FetchForm, TakeOutForm, chosen_item, told_in

blueprint = Blueprint("communications", __name__)
may(blueprint, READERS, "entered")
may(blueprint, SECRETARIES, "enter", "revise", "take_out", "fetch")
_AT = "/arbete/<slug:body>/meddelanden"


class CommunicationForm(Form):
    """A communication; `item` is the key of the § that reports it."""

    sender = StringField(filters=[line])
    subject = TextAreaField(filters=[words])
    received_on = DayField()
    dnr = StringField(filters=[line])
    item = IntegerField(validators=[Optional()])
    revision = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Mending:
    """A communication on the page with the § that reports it, and its form."""

    row: Row
    item: Item
    form_id: str
    form: CommunicationForm


def _told(form: CommunicationForm) -> Communication:
    return Communication(
        form.sender.data or "",
        form.subject.data or "",
        form.received_on.data,
        form.dnr.data or None,
    )


def _mending(row: Row, item: Item, refused: Refused | None) -> Mending:
    form_id = f"meddelande-{row.id}"
    return Mending(
        row, item, form_id, shown(CommunicationForm(obj=row, item=item.id), form_id, refused)
    )


def show(here: BodyPlace, refused: Refused | None = None) -> str:
    """The page, with what was refused."""
    paging, found = communicated_to(session(), here.body, page_number())
    items = communicating_items(session(), here.body)
    new = CommunicationForm(item=items[0].id if items else None)
    return render_template(
        "workspace/communications.html",
        here=here,
        rows=[_mending(row, item, refused) for row, item in found],
        paging=paging,
        items=items,
        new=shown(new, "meddelande-nytt", refused),
        refused=refused,
        back=url_for("communications.entered", body=here.body.slug),
    )


@blueprint.get(_AT)
def entered(body: str) -> str:
    """The communications to a body."""
    return show(body_place(body))


def _item(here: BodyPlace, form: CommunicationForm | FetchForm) -> Item:
    item = chosen_item(here, form.item.data)
    if item is None:
        raise RuleBroken("Välj den paragraf som meddelandet är anmält i.")
    return item


def _row(here: BodyPlace, key: int) -> Row:
    row = session().get(Row, key)
    if row is None or session().get_one(Item, row.item_id).body_id != here.body.id:
        raise NotFound
    return row


def _here(body: str) -> str:
    return url_for("communications.entered", body=body)


@blueprint.post(_AT)
def enter(body: str) -> Response:
    """Enter a communication."""
    here, form = body_place(body), CommunicationForm(request.form)

    def do() -> str:
        enter_communication(session(), act(), _item(here, form), _told(form), today=today())
        return _here(body)

    return carry_out(form, do, lambda refused: show(body_place(body), refused))


@blueprint.post(f"{_AT}/<number:communication>")
def revise(body: str, communication: int) -> Response:
    """Mend a communication, or say which § reports it."""
    here, form = body_place(body), CommunicationForm(request.form)

    def do() -> str:
        row, item, seen = _row(here, communication), _item(here, form), form.revision.data
        revise_communication(
            session(), act(), row, _told(form), today=today(), item=item, seen=seen
        )
        return _here(body)

    return carry_out(form, do, lambda refused: show(body_place(body), refused))


@blueprint.post(f"{_AT}/<number:communication>/borttagning")
def take_out(body: str, communication: int) -> Response:
    """Take out a communication that was entered by mistake."""
    here, form = body_place(body), TakeOutForm(request.form)

    def do() -> str:
        strike(session(), act(), _row(here, communication), seen=form.revision.data)
        return _here(body)

    return carry_out(form, do, lambda refused: show(body_place(body), refused))


@blueprint.post(f"{_AT}/hamtning")
def fetch(body: str) -> Response:
    """Enter the communications that a § reports."""
    here, form = body_place(body), FetchForm(request.form)

    def do() -> str:
        item = _item(here, form)
        new = uncommunicated(session(), item, told_in(item, reported_communications))
        if not new:
            raise RuleBroken(
                "Paragrafen har inga meddelanden att hämta: de är införda, eller inte ordnade i "
                "en tabell med avsändare och ämne."
            )
        for one in new:
            enter_communication(session(), act(), item, one, today=today())
        return _here(body)

    return carry_out(form, do, lambda refused: show(body_place(body), refused))
