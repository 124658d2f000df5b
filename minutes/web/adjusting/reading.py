"""An edition read § by §, with what changed since the one before, and signed or refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, Response, current_app, render_template, request, send_file
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound
from wtforms import Form, IntegerField, StringField
from wtforms.validators import Optional

from minutes.actions.enclosures import path_of
from minutes.actions.verdicts import refuse_item, retract_refusal
from minutes.domain import record
from minutes.domain.comparing import Change, Piece, compared
from minutes.domain.errors import RuleBroken
from minutes.domain.verdicts import Verdict, VerdictKind
from minutes.settings import Settings
from minutes.store.item_records import items_of
from minutes.store.queries.adjusting import Sent, earlier_of, sent_of, texts_when
from minutes.store.session import session
from minutes.store.tables import EditionSigner, Item
from minutes.store.tallies import file_of, items_in
from minutes.web.access import act, may, signed_in
from minutes.web.adjusting.ways import offered
from minutes.web.pages import today
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import shown
from minutes.web.workspace.place import READERS, Place, place

blueprint = Blueprint("reading", __name__)
may(blueprint, READERS, "edition", "file")
AT = "/arbete/<slug:body>/<day:held_on>/justering/<number:edition>"


class RefusalForm(Form):
    """A § and why it is not adjusted."""

    paragraph = IntegerField(validators=[Optional()])
    reason = StringField()


@dataclass(frozen=True, slots=True)
class Read:
    """A § as it is read: its words, what changed in them, and what I said of it."""

    row: Item
    told: record.Item
    pieces: Sequence[Piece]
    said: Verdict | None
    is_open: bool
    form: RefusalForm

    @property
    def form_id(self) -> str:
        """What names its form on the page."""
        return f"vagra-{self.row.id}"

    @property
    def is_refused(self) -> bool:
        """Whether I refuse it."""
        return self.said is not None and self.said.kind is VerdictKind.REFUSED

    @property
    def is_changed(self) -> bool:
        """Whether it reads otherwise than in the version before."""
        return any(one.change is not Change.KEPT for one in self.pieces)


def sent_at(here: Place, edition: int) -> Sent:
    """The edition of that key, of this meeting. Raises NotFound."""
    found = sent_of(session(), here.meeting, here.body, signed_in(), today())
    for one in found:
        if one.edition.id == edition:
            return one
    raise NotFound(_("Sammanträdet har ingen sådan version."))


def exports() -> Any:
    """Where files are kept."""
    settings: Settings = current_app.config["MINUTES"]
    return settings.exports


def _read(sent: Sent, refused: Refused | None) -> list[Read]:
    rows = items_in(session(), sent.edition)
    keys = [row.id for row in rows]
    before = earlier_of(session(), sent.edition)
    old = texts_when(session(), before, keys) if before else {}
    new = texts_when(session(), sent.edition, keys) if before else {}
    mine, found = sent.mine, []
    for row, told in zip(rows, items_of(session(), rows), strict=True):
        said = sent.tally.on(mine.id, told.number) if mine else None
        shown_here = sent.is_secret or row.secrecy is None
        pieces = compared(old.get(row.id, ""), new.get(row.id, "")) if shown_here else ()
        form = shown(RefusalForm(data={"paragraph": row.id}), f"vagra-{row.id}", refused)
        is_open = told.number in sent.tally.items
        words = told if sent.is_secret else record.published_item(told)
        found.append(Read(row, words, pieces, said, is_open, form))
    return found


def show(here: Place, refused: Refused | None = None) -> str:
    """The page, with what was refused."""
    sent = sent_at(here, int((request.view_args or {})["edition"]))
    paragraphs = _read(sent, refused)
    return render_template(
        "adjusting/edition.html",
        here=here,
        sent=sent,
        paragraphs=paragraphs,
        before=earlier_of(session(), sent.edition),
        has_signed=bool(sent.mine and sent.tally.has_signed(sent.mine.id)),
        refusing=[one for one in paragraphs if one.is_refused],
        ways=[(way, shown(way.form(), f"underteckna-{way.name}", refused)) for way in offered()],
        refused=refused,
        back=here.address("reading.edition", edition=sent.edition.id),
    )


@blueprint.get(AT)
def edition(body: str, held_on: date, edition: int) -> str:
    """The text as it was sent, § by §."""
    return show(place(body, held_on))


@blueprint.get(f"{AT}.pdf")
def file(body: str, held_on: date, edition: int) -> Response:
    """Its file, with the signatures so far."""
    sent = sent_at(place(body, held_on), edition)
    document = file_of(session(), sent.edition)
    answer = send_file(
        path_of(exports(), document.sha256),
        mimetype=document.media_type,
        download_name=document.name,
        etag=document.sha256,
    )
    answer.cache_control.private = True
    return answer


def mine_of(here: Place, edition: int) -> EditionSigner:
    """As whom one signs the edition. Raises RuleBroken for one who was not asked."""
    mine = sent_at(here, edition).mine
    if mine is None:
        raise RuleBroken("Den här versionen är inte sänd till dig för underskrift.")
    return mine


def item_of(here: Place, key: int | None) -> Item:
    """The § of that key, of this meeting. Raises NotFound."""
    row = session().get(Item, key) if key else None
    if row is None or row.meeting_id != here.meeting.id:
        raise NotFound
    return row


def anytime(here: Place) -> None:
    """The edition itself tells whether it takes a verdict."""


@takes(blueprint, f"{AT}/vagra", RefusalForm, show, who=READERS, require=anytime)
def refuse(here: Place, form: RefusalForm, edition: int) -> None:
    """Refuse a §, with the reason."""
    item, reason = item_of(here, form.paragraph.data), form.reason.data or ""
    refuse_item(session(), act(), mine_of(here, edition), item, on=today(), reason=reason)


@takes(blueprint, f"{AT}/angra", RefusalForm, show, who=READERS, require=anytime)
def retract(here: Place, form: RefusalForm, edition: int) -> None:
    """Take a refusal back, before the signature."""
    item = item_of(here, form.paragraph.data)
    retract_refusal(session(), act(), mine_of(here, edition), item, on=today())
