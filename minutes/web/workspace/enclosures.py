"""What is enclosed with an item: annexes, the papers it rests on, and those it is sent to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flask import Blueprint, Response, current_app, request, send_file
from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import NotFound
from wtforms import Form, IntegerField, StringField
from wtforms.validators import Optional

from minutes.actions.enclosures import File, attach, keep_document, path_of
from minutes.actions.lists import annexes_in, move_annex
from minutes.actions.revisions import revise, strike
from minutes.domain.errors import RuleBroken
from minutes.domain.texts import LONGEST_TITLE, require_title
from minutes.importing.attached import check_annex
from minutes.settings import Settings
from minutes.store.rows import grouped
from minutes.store.session import session
from minutes.store.tables import Annex, AnnexKind, Document, DocumentKind, Item
from minutes.web.access import act, may
from minutes.web.workspace.acts import Refused, Show, takes
from minutes.web.workspace.entries import NoWords, entry, shown
from minutes.web.workspace.fields import line
from minutes.web.workspace.place import READERS, Place, place

blueprint = Blueprint("enclosures", __name__)
may(blueprint, READERS, "annex")
_AT = "/arbete/<slug:body>/<day:held_on>"
_ITEM = f"{_AT}/punkt/<number:item>"
LARGEST_UPLOAD = 200_000_000
"""Bytes of all files sent at once: four annexes of the largest kind."""


class UploadForm(Form):
    """Files; what they are is found in them."""


class TitleForm(Form):
    """What an annex is called."""

    title = StringField(filters=[line])
    revision = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Enclosed:
    """An annex on the page: its row, its file, its form."""

    row: Annex
    document: Document | None
    form: TitleForm
    form_id: str


def _papers(here: Place, refused: Refused | None = None) -> str:
    from minutes.web.workspace.papers import show

    return show(here, refused)


SHOW: Show = _papers


def annexes_of(here: Place, refused: Refused | None = None) -> Sequence[Enclosed]:
    """The annexes of an item in their order, and papers it rests on that we hold."""
    rows = grouped(session(), Annex, "item_id", [here.at.id])[here.at.id]
    kept = [r for r in rows if r.kind is AnnexKind.ANNEX or r.document_id]
    return [_enclosed(row, refused) for row in sorted(kept, key=lambda r: (r.kind, r.position))]


def _enclosed(row: Annex, refused: Refused | None) -> Enclosed:
    document = session().get(Document, row.document_id) if row.document_id else None
    form_id = f"bilaga-{row.id}"
    form = shown(TitleForm(title=row.title, revision=row.revision), form_id, refused)
    return Enclosed(row, document, form, form_id)


def exports() -> Path:
    """Where files lie."""
    settings: Settings = current_app.config["MINUTES"]
    return settings.exports


def enclose(here: Place, file: File, title: str, kind: AnnexKind) -> Annex:
    """Keep a file at this meeting and attach it to the item, last of its kind."""
    require_title(title)
    document = keep_document(session(), act(), file, exports=exports(), meeting=here.meeting)
    there = annexes_in(session(), here.at.id, kind)
    place = there[-1].position + 1 if there else 0
    return attach(session(), act(), here.at, title, kind=kind, position=place, document=document)


def uploaded(name: str) -> list[FileStorage]:
    """The files of a field that somebody chose. Raises RuleBroken where there is none."""
    files = [file for file in request.files.getlist(name) if file.filename]
    if not files:
        raise RuleBroken("Ingen fil är vald. Välj en fil och skicka igen.")
    return files


def _attach(here: Place, file: FileStorage) -> None:
    content, name = file.read(), (file.filename or "")[:200]
    attached = check_annex(content, name)
    kept = File(content, DocumentKind.ANNEX, name, "application/pdf")
    enclose(here, kept, attached.title[:LONGEST_TITLE], AnnexKind.ANNEX)


@takes(blueprint, f"{_ITEM}/bilagor", UploadForm, SHOW)
def add(here: Place, form: UploadForm) -> None:
    """Enclose PDFs, several at once: all of them or none."""
    for file in uploaded("files"):
        _attach(here, file)


@takes(blueprint, f"{_ITEM}/bilagor/<number:annex>", TitleForm, SHOW)
def rename(here: Place, form: TitleForm, annex: int) -> None:
    """Call an annex something else."""
    require_title(form.title.data or "")
    row = entry(Annex, here, annex)
    revise(session(), act(), row, {"title": form.title.data}, seen=form.revision.data)


@takes(blueprint, f"{_ITEM}/bilagor/<number:annex>/flytt", NoWords, SHOW)
def move(here: Place, form: NoWords, annex: int) -> None:
    """Move an annex up or down."""
    steps = -1 if request.form.get("way") == "up" else 1
    move_annex(session(), act(), entry(Annex, here, annex), steps)


@takes(blueprint, f"{_ITEM}/bilagor/<number:annex>/borttagning", NoWords, SHOW)
def remove(here: Place, form: NoWords, annex: int) -> None:
    """Take an annex out; its file is kept, as the history tells of it."""
    strike(session(), act(), entry(Annex, here, annex), seen=form.revision.data)


@blueprint.get(f"{_AT}/bilaga/<number:annex>")
def annex(body: str, held_on: date, annex: int) -> Response:
    """The file of an annex, as it was sent; a browser runs nothing in it."""
    here = place(body, held_on)
    row = session().get(Annex, annex)
    item = session().get(Item, row.item_id) if row else None
    if row is None or item is None or item.meeting_id != here.meeting.id:
        raise NotFound
    return kept_file(row.document_id)


def kept_file(key: int | None) -> Response:
    """A file that is kept, sealed off from the pages around it. Raises NotFound."""
    document = session().get(Document, key) if key else None
    if document is None or not path_of(exports(), document.sha256).is_file():
        raise NotFound(_("Filen finns inte bland registrets filer."))
    answer = send_file(
        path_of(exports(), document.sha256),
        mimetype=document.media_type,
        download_name=document.name,
        max_age=0,
    )
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
