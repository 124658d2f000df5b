"""What a visitor reads when something is not there or does not work."""

from __future__ import annotations

from flask import Flask, Response, current_app, jsonify, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException, InternalServerError
from werkzeug.wrappers import Response as BaseResponse

from minutes.documents.render import BadDocument
from minutes.store.session import session
from minutes.web.languages import marked
from minutes.web.problems import is_asked, told_as_problem

_WORDS = {
    400: (
        marked("Frågan går inte att läsa"),
        marked("Något i adressen är skrivet så att det inte går att läsa."),
    ),
    404: (
        marked("Sidan finns inte"),
        marked("Adressen leder inte till något. Den kan vara felskriven."),
    ),
    429: (marked("För många försök"), marked("Vänta en stund och försök igen.")),
    405: (
        marked("Sidan går bara att läsa"),
        marked("Det går inte att skicka något till den här adressen."),
    ),
    413: (
        marked("Det som skickades är för stort"),
        marked("Skicka färre filer åt gången, högst 200 MB, eller gör dem mindre."),
    ),
    500: (
        marked("Något gick fel hos oss"),
        marked("Sidan kunde inte visas. Försök igen om en stund."),
    ),
}
_OTHER = (marked("Sidan kunde inte visas"), marked("Försök igen om en stund."))


def _sentence(error: HTTPException) -> str:
    """The error's own sentence where we wrote one, else that of its kind."""
    own = error.description != type(error).description
    return str(error.description) if own else _(_WORDS.get(error.code or 500, _OTHER)[1])


def _told(error: HTTPException) -> Response:
    code = error.code or 500
    if is_asked():
        return told_as_problem(error)
    heading = _(_WORDS.get(code, _OTHER)[0])
    sentence = _sentence(error)
    if request.path.endswith(".json"):
        answer = jsonify(error=sentence)
    else:
        answer = current_app.make_response(
            render_template("error.html", heading=heading, sentence=sentence, is_lost=code == 404)
        )
    answer.headers.extend(error.get_headers() if error.code == 405 else {})
    answer.status_code = code
    return answer


def _meant() -> str | None:
    """The address that was meant by one with capitals or a slash at its end, if there is one."""
    path = request.path.lower().rstrip("/")
    if path in {"", request.path}:
        return None
    try:
        current_app.create_url_adapter(request).match(path)  # type: ignore[union-attr]  # in a request there is one
    except HTTPException:
        return None
    query = request.query_string.decode()
    return f"{path}?{query}" if query else path


def _http(error: HTTPException) -> BaseResponse | HTTPException:
    """Redirects pass; everything else is told in words."""
    if error.code is not None and error.code < 400:
        return error
    meant = _meant() if error.code == 404 and not is_asked() else None
    return redirect(meant, 308) if meant else _told(error)


def _unexpected(error: Exception) -> Response:
    current_app.logger.exception("a page could not be shown", exc_info=error)
    session().rollback()  # the page of the error asks who has signed in
    return _told(InternalServerError())


def _unprintable(bad: BadDocument) -> Response:
    """The reason is told: whoever writes the words can often mend it."""
    current_app.logger.warning("%s could not be printed: %s", request.path, bad)
    session().rollback()
    sentence = _("Dokumentet kunde inte skrivas som PDF: %(reason)s.", reason=str(bad).rstrip("."))
    return _told(InternalServerError(sentence))


def attach(app: Flask) -> None:
    """Show errors as pages, and as JSON under JSON addresses."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(BadDocument, _unprintable)
    app.register_error_handler(Exception, _unexpected)
