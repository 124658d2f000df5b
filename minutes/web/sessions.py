"""How long one stays signed in: until one has been away for a while, and no longer than a day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import Flask, Response, current_app, request, session, url_for
from flask_login.signals import user_logged_in

from minutes.settings import Settings
from minutes.store.tables import Account
from minutes.web.access import WHO, moment
from minutes.web.sign_on import HINT

REMEMBERED = timedelta(days=7)
"""How long a browser's session tells whose it was, so that what is sent too late can be kept."""
SINCE, SEEN = "since", "seen"
_SURVIVES = (WHO, "language", "kept")
_OUT = {"security.logout", "accounts.end_sessions"}
_UNNOTICED = {None, "static", "kept_forms.state"}
"""What a page may ask for by itself, without anybody at the keyboard."""


def _begin(_app: Flask, user: Account, **_: Any) -> None:
    now = moment().timestamp()
    session.update({WHO: user.id, SINCE: now, SEEN: now})


def _is_over(now: float) -> bool:
    settings: Settings = current_app.config["MINUTES"]
    seen, since = float(session.get(SEEN, 0)), float(session.get(SINCE, 0))
    return now - seen > settings.idle_minutes * 60 or now - since > settings.session_hours * 3600


def _end_what_is_over() -> None:
    if request.endpoint == "static" or "_user_id" not in session:
        return
    now = moment().timestamp()
    if _is_over(now):
        left = {name: session[name] for name in _SURVIVES if name in session}
        session.clear()
        session.update(left)
    elif now - session[SEEN] >= 60 and request.endpoint not in _UNNOTICED:
        session[SEEN] = now


def _leave_nothing(response: Response) -> Response:
    """After signing out nothing stays in the browser, and the provider signs out as well."""
    if request.endpoint in _OUT and response.status_code in {302, 303}:
        hint = session.get(HINT)
        left = {name: session[name] for name in ("language",) if name in session}
        session.clear()
        session.update(left)
        response.headers["Clear-Site-Data"] = '"storage"'
        if hint is not None:
            session[HINT] = hint
            response.location = url_for("sign_on.leave")
    return response


def attach(app: Flask) -> None:
    """Count how long; before anybody asks who has signed in."""
    app.before_request(_end_what_is_over)
    app.after_request(_leave_nothing)
    user_logged_in.connect(_begin, app)
