"""Extracts are certified, and sent to those whom each § concerns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flask import Blueprint, Response, render_template, request
from werkzeug.exceptions import NotFound
from wtforms import BooleanField, Form, StringField

from minutes.actions.extracts import Sending, dispatch, know_address
from minutes.documents.extract import certified_extract, extract_file
from minutes.documents.render import BadDocument
from minutes.domain.errors import RuleBroken
from minutes.domain.extracts import Certification
from minutes.store.extracts import adjusted_items, extracts_of
from minutes.store.session import session, writing
from minutes.store.tables import Channel, Extract, Item
from minutes.web.access import act, may, signed_in
from minutes.web.pages import today
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.enclosures import exports, kept_file
from minutes.web.workspace.entries import NoWords, shown
from minutes.web.workspace.fields import KindField, line
from minutes.web.workspace.place import READERS, SECRETARIES, Place, place
from minutes.web.workspace.sendings import CHANNELS, ToSend, to_send
from minutes.web.workspace.wordings import told_at

blueprint = Blueprint("dispatching", __name__)
may(blueprint, READERS, "sendings", "extract")
_AT = "/arbete/<slug:body>/<day:held_on>/expediering"


class SendForm(Form):
    """To whom, how, and where they are reached."""

    recipient = StringField(filters=[line])
    channel = KindField(Channel, CHANNELS)
    email = StringField(filters=[line])
    remember = BooleanField()


def _form_of(one: ToSend, place: int, refused: Refused | None) -> SendForm:
    to = one.recipients[place]
    channel = Channel.EMAIL if to.email else Channel.POST
    form = SendForm(recipient=to.name, channel=channel, email=to.email, remember=True)
    return shown(form, to.form_id, refused)


def show(here: Place, refused: Refused | None = None) -> str:
    """The page, with what was refused."""
    found = to_send(here)
    return render_template(
        "workspace/dispatch.html",
        here=here,
        items=found,
        forms={
            to.form_id: _form_of(one, place, refused)
            for one in found
            for place, to in enumerate(one.recipients)
        },
        may_send=SECRETARIES.admits(signed_in(), here.body.id),
        channels=CHANNELS,
        told_at=told_at,
        refused=refused,
        back=here.address("dispatching.sendings", item=None),
    )


@blueprint.get(_AT)
def sendings(body: str, held_on: date) -> str:
    """Whom the §§ of a meeting are sent to, and what has been sent."""
    return show(place(body, held_on))


def _certification() -> Certification:
    return Certification(signed_in().name, today())


def _asked(here: Place) -> Sequence[Item]:
    """The §§ that a press is about and that have no extract yet."""
    there = extracts_of(session(), here.meeting)
    if here.item:
        return [] if here.at.id in there else [here.at]
    return [one.row for one in to_send(here) if one.waits and not one.extract]


@blueprint.before_request
def print_first() -> None:
    """Print what is to be certified before the register is locked for writing."""
    if request.method != "POST":
        return
    session().rollback()
    known = request.view_args or {}
    here = place(known["body"], known["held_on"], known.get("item"))
    adjusted = adjusted_items(session(), here.meeting)
    try:
        for row in _asked(here):
            if row.id in adjusted:
                extract_file(session(), row, _certification(), exports())
    except BadDocument:
        pass  # it is told when the form is carried out
    finally:
        session().rollback()
        writing()


def _certified(row: Item) -> Extract:
    """The extract of a §, certified now by the one who has signed in."""
    try:
        return certified_extract(session(), act(), row, _certification(), exports())
    except BadDocument as error:
        raise RuleBroken(
            "Utdraget kunde inte skrivas som PDF: {why}.", why=str(error)[:300]
        ) from error


def _extract(here: Place, row: Item) -> Extract:
    """The extract that there is, or one certified now."""
    return extracts_of(session(), here.meeting).get(row.id) or _certified(row)


def _always(_here: Place) -> None:
    """What is adjusted is sent, whatever else is closed."""


@takes(blueprint, f"{_AT}/punkt/<number:item>/utdrag", NoWords, show, require=_always)
def certify_one(here: Place, form: NoWords) -> None:
    """Certify the extract of a §, anew where the minutes have been corrected since."""
    _certified(here.at)


@takes(blueprint, f"{_AT}/punkt/<number:item>", SendForm, show, require=_always)
def send(here: Place, form: SendForm) -> None:
    """Send the extract of a § to somebody."""
    name, email = form.recipient.data or "", form.email.data or ""
    to = Sending(name, form.channel.data, email)
    dispatch(session(), act(), _extract(here, here.at), to)
    if form.remember.data and email:
        know_address(session(), act(), here.body, name, email)


@takes(blueprint, f"{_AT}/alla", NoWords, show, require=_always)
def send_all(here: Place, form: NoWords) -> None:
    """Send every § to those of its recipients who have not got it and whose address is known."""
    for one in to_send(here):
        for to in one.recipients:
            if to.email and not to.gone:
                sending = Sending(to.name, Channel.EMAIL, to.email)
                dispatch(session(), act(), _extract(here, one.row), sending)


@blueprint.get(f"{_AT}/punkt/<number:item>/utdrag.pdf")
def extract(body: str, held_on: date, item: int) -> Response:
    """The extract that was certified last."""
    here = place(body, held_on, item)
    kept = extracts_of(session(), here.meeting).get(here.at.id)
    if kept is None:
        raise NotFound
    return kept_file(kept.document_id)
