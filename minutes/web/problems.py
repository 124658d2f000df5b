"""What a program reads when it asked for what is not there: problem details (RFC 9457)."""

from __future__ import annotations

import json
from typing import Any

from flask import Response, request
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.exceptions import BadRequest, HTTPException

from minutes.web.languages import LANGUAGES, marked

MEDIA_TYPE = "application/problem+json"
_ROOT = "/api/v1"
_TITLES = {
    400: marked("Frågan går inte att läsa"),
    404: marked("Det finns inte"),
    405: marked("Här går det bara att läsa"),
    406: marked("Det finns inte i den formen"),
    429: marked("För många frågor"),
    500: marked("Något gick fel hos oss"),
}
_DETAILS = {
    404: marked("Adressen leder inte till något. Vad som finns står i beskrivningen av API:et."),
    405: marked("Använd GET. API:et ändrar inget."),
    429: marked("Vänta en stund och fråga igen."),
    500: marked("Försök igen om en stund."),
}


class BadQuestion(BadRequest):
    """Parameters that cannot be read: each with what is wrong with it."""

    def __init__(self, errors: list[dict[str, str]]) -> None:
        super().__init__(" ".join(one["detail"] for one in errors))
        self.errors = errors


def is_asked() -> bool:
    """Whether it is a program that asks, and not somebody who reads pages."""
    return request.path == _ROOT or request.path.startswith(f"{_ROOT}/")


def spoken() -> str:
    """The language that the program asked to be answered in."""
    asked = (told.partition("-")[0] for told in request.accept_languages.values())
    return next((one for one in asked if one in LANGUAGES), "sv")


def _detail(error: HTTPException, code: int) -> str:
    own = error.description and error.description != type(error).description
    return str(error.description) if own else _(_DETAILS.get(code, _DETAILS[500]))


def told_as_problem(error: HTTPException) -> Response:
    """The error as a problem document, in the language that was asked for."""
    code = error.code or 500
    with force_locale(spoken()):
        told: dict[str, Any] = {
            "type": "about:blank",
            "title": _(_TITLES.get(code, _TITLES[500])),
            "status": code,
            "detail": _detail(error, code),
            "instance": request.path,
        }
    if isinstance(error, BadQuestion):
        told["errors"] = error.errors
    answer = Response(
        json.dumps(told, ensure_ascii=False, indent=1) + "\n", code, mimetype=MEDIA_TYPE
    )
    answer.headers.extend(error.get_headers() if code == 405 else {})
    answer.vary.add("Accept-Language")
    return answer
