"""Public copies: looked at, approved by somebody who has just shown who they are, withdrawn."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from flask import Blueprint, Response, request, send_file

from minutes.actions.enclosures import File, keep_document
from minutes.actions.publishing import approve_copy, standing_copy, withdraw_copy
from minutes.actions.revisions import outdated
from minutes.documents.public_copy import copy_file
from minutes.documents.render import BadDocument
from minutes.domain.errors import RuleBroken
from minutes.domain.publishing import Ruling, require_expiry
from minutes.store.masks import elected_of, masks_of, rulings_of, texts_without
from minutes.store.session import session, writing
from minutes.store.tables import Document, DocumentKind
from minutes.web.access import act, is_fresh, may
from minutes.web.pages import today
from minutes.web.workspace.acts import takes
from minutes.web.workspace.entries import NoWords
from minutes.web.workspace.place import READERS, Place, place
from minutes.web.workspace.publishing import (
    PUBLISHERS,
    CopyForm,
    last_ruling,
    require_nothing,
    settings,
    show,
    undecided_at,
)

blueprint = Blueprint("public_copies", __name__)
may(blueprint, READERS, "preview")
_AT = "/arbete/<slug:body>/<day:held_on>/publicering"


def _file(here: Place) -> Path:
    """The copy as it would be approved now. Raises BadDocument."""
    masks = masks_of(session(), here.meeting, Ruling.MASKED)
    return copy_file(session(), here.meeting, masks, settings().exports, settings().pdf_variant)


@blueprint.get(f"{_AT}/kopia.pdf")
def preview(body: str, held_on: date) -> Response:
    """The copy as it would be approved now."""
    file = _file(place(body, held_on))
    name = f"{body}-{held_on}-kopia.pdf"
    return send_file(file, mimetype="application/pdf", download_name=name, max_age=0)


@blueprint.before_request
def print_first() -> None:
    """Print the copy before the register is locked for writing: it takes seconds."""
    if request.endpoint != "public_copies.approve":
        return
    session().rollback()
    known = request.view_args or {}
    try:
        _file(place(known["body"], known["held_on"]))
    except BadDocument:
        pass
    finally:
        session().rollback()
        writing()


def _require_fresh(here: Place) -> None:
    if not is_fresh():
        raise RuleBroken("Bekräfta att det är du: logga in igen och godkänn sedan kopian.")


def _kept(here: Place) -> Document:
    try:
        content = _file(here).read_bytes()
    except BadDocument as error:
        raise RuleBroken(
            "Kopian kunde inte skrivas som PDF: {why}.", why=str(error)[:300]
        ) from error
    name = f"{here.body.slug}-{here.meeting.held_on}.pdf"
    file = File(content, DocumentKind.PUBLIC_COPY, name, "application/pdf")
    return keep_document(session(), act(), file, exports=settings().exports, meeting=here.meeting)


@takes(blueprint, f"{_AT}/kopia", CopyForm, show, who=PUBLISHERS, require=_require_fresh)
def approve(here: Place, form: CopyForm) -> None:
    """Approve the copy: what is on the web from now on."""
    if form.seen.data != last_ruling(rulings_of(session(), here.meeting)):
        raise outdated()
    until = require_expiry(form.expires_on.data, today())
    masks = masks_of(session(), here.meeting, Ruling.MASKED)
    elected = elected_of(session(), here.meeting)
    approve_copy(
        session(),
        act(),
        here.meeting,
        expires_on=until,
        document=_kept(here),
        texts=texts_without(session(), here.meeting, masks, elected),
        undecided=len(undecided_at(here)),
    )


@takes(blueprint, f"{_AT}/borttagning", NoWords, show, who=PUBLISHERS, require=require_nothing)
def withdraw(here: Place, form: NoWords) -> None:
    """Take the copy off the web, at once."""
    copy = standing_copy(session(), here.meeting)
    if copy is None:
        raise RuleBroken("Ingen kopia är på webben.")
    withdraw_copy(session(), act(), copy)
