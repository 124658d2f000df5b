"""The § while it is written, as PDF and as pictures of its pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from flask import Blueprint, Response, current_app, send_file
from flask_babel import gettext as _
from werkzeug.exceptions import Conflict, NotFound

from minutes.documents.edition import preview_of
from minutes.documents.preview import Preview
from minutes.documents.worker import Superseded
from minutes.settings import Settings
from minutes.store.session import session
from minutes.web.access import may
from minutes.web.workspace.place import READERS, place

blueprint = Blueprint("previews", __name__)
may(blueprint, READERS, "item", "page")
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>"


def _preview(body: str, held_on: date, item: int) -> Preview:
    """The preview of the item of that key. Raises NotFound, Superseded and BadDocument."""
    here = place(body, held_on, item)
    if here.at.withdrawn_at:
        raise NotFound(_("Ärendet är utlyft ur föredragningslistan."))
    settings: Settings = current_app.config["MINUTES"]
    return preview_of(session(), here.meeting, here.at, settings.exports)


def _file(body: str, held_on: date, item: int, number: int | None) -> tuple[Path, str]:
    """The whole preview, or a page of it, with its mark."""
    try:
        preview = _preview(body, held_on, item)
        if number is None:
            return preview.file, preview.mark
        return preview.page(number), f"{preview.mark}-{number}"
    except IndexError as none:
        raise NotFound(_("Paragrafen har ingen sådan sida.")) from none
    except Superseded as newer:
        raise Conflict(_("En nyare lydelse av paragrafen skrivs ut i stället.")) from newer


def _shown(body: str, held_on: date, item: int, number: int | None, media_type: str) -> Response:
    file, mark = _file(body, held_on, item, number)
    answer = send_file(file, mimetype=media_type, etag=mark, conditional=True)
    answer.cache_control.private = True
    return answer


@blueprint.get(f"{_AT}.pdf")
def item(body: str, held_on: date, item: int) -> Response:
    """The § alone as PDF."""
    return _shown(body, held_on, item, None, "application/pdf")


@blueprint.get(f"{_AT}/sida-<number:page>.png")
def page(body: str, held_on: date, item: int, page: int) -> Response:
    """A page of it as a picture."""
    return _shown(body, held_on, item, page, "image/png")
