"""A list to take along: the table of a page as PDF, as workbook and as text with separators."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from flask import Blueprint, Response, current_app, send_file
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.exceptions import InternalServerError

from minutes.actions.addresses import slug
from minutes.documents import separated, workbooks
from minutes.documents.listing import listing_file
from minutes.documents.render import BadDocument
from minutes.documents.tables import Table
from minutes.settings import Settings
from minutes.web.access import Who, may

_Made = Callable[..., Table]


def _printed(table: Table) -> Response:
    settings: Settings = current_app.config["MINUTES"]
    name = f"{slug(table.title)}.pdf"
    try:
        file = listing_file(table, settings.exports)
    except BadDocument as error:
        raise InternalServerError(
            _("Listan kunde inte skrivas som PDF: %(reason)s", reason=error)
        ) from error
    return send_file(file, mimetype="application/pdf", download_name=name, max_age=0)


def _handed(content: bytes, media_type: str, name: str) -> Response:
    return send_file(
        BytesIO(content), mimetype=media_type, as_attachment=True, download_name=name, max_age=0
    )


def _as_workbook(table: Table) -> Response:
    content = workbooks.workbook([table])
    return _handed(content, workbooks.MEDIA_TYPE, f"{slug(table.title)}.xlsx")


def _as_text(table: Table) -> Response:
    return _handed(separated.separated(table), separated.MEDIA_TYPE, f"{slug(table.title)}.csv")


_KINDS: Mapping[str, Callable[[Table], Response]] = {
    "pdf": _printed,
    "xlsx": _as_workbook,
    "csv": _as_text,
}


def _giving(make: _Made, kind: str) -> Callable[..., Response]:
    def given(**values: Any) -> Response:
        with force_locale("sv"):
            table = make(**values)
        return _KINDS[kind](table)

    return given


def hands_out(blueprint: Blueprint, rule: str, *, who: Who) -> Callable[[_Made], _Made]:
    """The table that a view makes at `rule` with .pdf, .xlsx and .csv behind it, in Swedish.

    `who` may fetch them; the endpoints are the view's name with _pdf, _xlsx and _csv.
    """

    def register(view: _Made) -> _Made:
        for kind in _KINDS:
            name = f"{view.__name__}_{kind}"
            blueprint.add_url_rule(f"{rule}.{kind}", name, _giving(view, kind))
            may(blueprint, who, name)
        return view

    return register
