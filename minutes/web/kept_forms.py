"""What was sent too late is not lost: it is shown, kept, and saved after signing in again."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import (
    Blueprint,
    Flask,
    Response,
    current_app,
    g,
    jsonify,
    redirect,
    render_template,
    request,
    session,
    url_for,
)  # fmt: skip
from flask_babel import gettext as _
from flask_login.signals import user_logged_in
from flask_wtf.csrf import CSRFError, generate_csrf
from werkzeug.wrappers import Response as BaseResponse

from minutes.actions.kept_forms import Field, Sent, fields_of, forget, keep, kept_forms
from minutes.store.session import session as database
from minutes.store.session import writing
from minutes.web.access import EVERYBODY, SIGNED_IN, WHO, SignedOut, may, moment, signed_in, visitor

blueprint = Blueprint("kept_forms", __name__)
may(blueprint, SIGNED_IN, "kept", "throw_away")
may(blueprint, EVERYBODY, "state")

_BROWSER = "kept"
_SECRET = ("csrf_token", "password", "losenord", "token", "code", "credential", "secret")


@dataclass(frozen=True, slots=True)
class Kept:
    """A form that was sent too late; the fields that one can read are those with words."""

    address: str
    fields: tuple[Field, ...]

    @property
    def words(self) -> tuple[Field, ...]:
        """What was written, without marks and numbers that only the form understands."""
        return tuple((name, value) for name, value in self.fields if " " in value.strip())


def _address() -> str:
    return request.full_path.rstrip("?")


def _fields() -> Iterable[Field]:
    for name, value in request.form.items(multi=True):
        if not any(word in name.lower() for word in _SECRET):
            yield name, value


def _is_live() -> bool:
    """Whether our own script asks, which keeps the words itself."""
    return request.headers.get("X-Paragraf") == "live"


def _is_from_here() -> bool:
    """Whether a page of ours sent the form; what others send in somebody's name is not kept."""
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.origin
    return site == "same-origin" and (origin is None or urlsplit(origin).netloc == request.host)


def _keep(account: int) -> Kept | None:
    if not _is_from_here() or str(request.endpoint).startswith(("security.", "kept_forms.")):
        return None
    browser = session.setdefault(_BROWSER, secrets.token_urlsafe(32))
    database().rollback()
    row = keep(writing(), Sent(browser, account, _address(), tuple(_fields())), moment())
    database().commit()
    return Kept(_address(), tuple(_fields())) if row else None


def _told_script(sentence: str, status: int) -> Response:
    answer = jsonify(error=sentence, sign_in=url_for("security.login"))
    answer.status_code = status
    return answer


def _shown(found: Iterable[Kept], status: int, *, files: bool = False) -> Response:
    page = render_template("accounts/kept.html", page=tuple(found), files=files)
    answer = current_app.make_response(page)
    answer.status_code = status
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _signed_out(_error: Exception) -> Response:
    """The session has ended: the words are kept until their writer is back."""
    if _is_live():
        return _told_script(
            _("Du har loggats ut. Logga in igen, så sparas det du har skrivit."), 401
        )
    kept = _keep(session[WHO])
    return _shown([kept] if kept else [], 401, files=bool(request.files))


def _stale(error: CSRFError) -> BaseResponse:
    """A form of an earlier session: its words can be saved at once by who has signed in."""
    account = visitor()
    if account is not None and _is_live():
        return _told_script(_("Sidan är från en tidigare inloggning. Ladda om den."), 400)
    kept = _keep(account.id) if account else None
    if kept is None:
        told: BaseResponse = current_app.make_response(
            render_template(
                "error.html",
                heading=_("Formuläret gäller inte längre"),
                sentence=_("Gå tillbaka, ladda om sidan och skicka igen."),
            )
        )
        told.status_code = int(error.code or 400)
        return told
    return _shown([kept], 400, files=bool(request.files))


@blueprint.get("/konto/kvar")
def kept() -> Response:
    """What one sent too late, each with a button that saves it."""
    found = kept_forms(database(), session.get(_BROWSER, ""), signed_in().id)
    return _shown((Kept(row.address, tuple(fields_of(row))) for row in found), 200)


@blueprint.post("/konto/kvar/borttagning")
def throw_away() -> BaseResponse:
    """Throw away what one does not want to save."""
    forget(database(), session.get(_BROWSER, ""), request.form.get("address", ""))
    database().commit()
    return redirect(url_for("kept_forms.kept"), 303)


@blueprint.get("/konto/inloggning.json")
def state() -> Response:
    """Whether one is signed in, and the token that a form of this session carries."""
    answer = jsonify(signed_in=visitor() is not None, csrf_token=generate_csrf())
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _saved(response: Response) -> Response:
    """What has been saved is kept no longer; after signing in one is led to what is left."""
    browser = session.get(_BROWSER)
    if browser is None:
        return response
    if g.pop("has_entered", False) and kept_forms(database(), browser, session[WHO]):
        response.location = url_for("kept_forms.kept")
    elif request.method == "POST" and response.status_code < 400 and visitor() is not None:
        forget(database(), browser, _address())
        database().commit()
    return response


def _entered(_app: Flask, **_kwargs: object) -> None:
    g.has_entered = True


def attach(app: Flask) -> None:
    """Answer what is sent too late."""
    app.register_error_handler(SignedOut, _signed_out)
    app.register_error_handler(CSRFError, _stale)
    app.after_request(_saved)
    user_logged_in.connect(_entered, app)
