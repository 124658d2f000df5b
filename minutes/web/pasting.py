"""What a secretary pastes from another program is answered as the register's Markdown."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge

from minutes.domain.access import Duty
from minutes.domain.errors import RuleBroken
from minutes.importing.pasted import markdown_of
from minutes.web.access import holders, may
from minutes.web.languages import said

blueprint = Blueprint("pasting", __name__)
may(blueprint, holders(Duty.SECRETARY), "pasted")

_MOST = 20_000_000
"""Bytes; what is longer is not even read."""


@blueprint.url_value_preprocessor
def limit(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Ask how long the body is before anything, the guard of forms too, reads of it."""
    request.max_content_length = _MOST
    if (request.content_length or 0) > _MOST:
        raise RequestEntityTooLarge


@blueprint.post("/arbete/inklistrat")
def pasted() -> Response:
    """The body, which is HTML from the clipboard, as Markdown; 422 with a sentence where not."""
    html = request.get_data().decode("utf-8", "replace")
    try:
        answer = jsonify(text=markdown_of(html))
    except RuleBroken as broken:
        answer = jsonify(error=said(broken))
        answer.status_code = 422
    return answer
