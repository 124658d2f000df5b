"""The pictures that texts show, by checksum."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, send_file
from flask_babel import gettext as _
from sqlmodel import col, select
from werkzeug.exceptions import NotFound

from minutes.actions.enclosures import path_of
from minutes.settings import Settings
from minutes.store.session import session
from minutes.store.tables import Document, DocumentKind, MaskedText
from minutes.web.access import EVERYBODY, may

blueprint = Blueprint("pictures", __name__)
may(blueprint, EVERYBODY, "picture")


@blueprint.get("/bild/<string(length=64):sha256>")
def picture(sha256: str) -> Response:
    """A picture that the register holds; what lies under a checksum never changes."""
    kept = select(Document).where(Document.sha256 == sha256, Document.kind == DocumentKind.PICTURE)
    masked = select(MaskedText.id).where(
        col(MaskedText.original).contains(sha256), ~col(MaskedText.text).contains(sha256)
    )
    row = None if session().exec(masked).first() else session().exec(kept).first()
    settings: Settings = current_app.config["MINUTES"]
    if row is None or not path_of(settings.exports, row.sha256).is_file():
        raise NotFound(_("Registret har ingen sådan bild."))
    answer = send_file(
        path_of(settings.exports, row.sha256), mimetype=row.media_type, max_age=31536000
    )
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
