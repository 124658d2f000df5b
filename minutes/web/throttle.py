"""How often one may fail to sign in, or ask for letters: counted alike by all processes."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask, Response, g, request
from flask_babel import gettext as _
from sqlalchemy import delete, func
from sqlmodel import Session, col, select
from werkzeug.exceptions import TooManyRequests

from minutes.store.session import session, writing
from minutes.store.tables import Attempt
from minutes.web.access import moment

WINDOW = timedelta(minutes=15)
_COUNTED = {
    "security.login": "email",
    "security.two_factor_token_validation": None,
    "security.mf_recovery": None,
    "security.verify": None,
    "corrections.certify": None,
    "follow_addresses.ask": "epost",
}
_LETTERS = {"follow_addresses.ask"}
"""Where an address is written to, and no account signed in to."""
HASHED = {"security.login", "security.verify"}
"""Where a password is hashed, which takes its time; the form begins the writing after it."""
_ANSWERS = {"sign_on.answer"}
"""What the browser brings from the region's own sign-in: by GET, and not for a named account."""
_LIMITS = {"account": 6, "place": 60}
"""Failures within the window, for one account and for one network address."""


def _keys() -> dict[str, str]:
    place = request.remote_addr or "unknown"
    if request.endpoint in _ANSWERS:
        return {"place": f"place {place}"}
    field = _COUNTED[str(request.endpoint)]
    name = request.form.get(field, "").strip().lower() if field else f"{request.endpoint} {place}"
    kind = "letters to" if request.endpoint in _LETTERS else "account"
    return {"account": f"{kind} {name}"[:300], "place": f"place {place}"}


def _failures(on: Session, key: str) -> int:
    since = moment() - WINDOW
    counted = select(func.count()).where(Attempt.key == key, col(Attempt.at) > since)
    return on.exec(counted).one()


def _count() -> None:
    """Count the try before it is made, so that many at once are not let through together."""
    is_try = request.method == "POST" and request.endpoint in _COUNTED
    if not is_try and request.endpoint not in _ANSWERS:
        return
    here = session()
    here.execute(delete(Attempt).where(col(Attempt.at) <= moment() - WINDOW))
    keys = _keys()
    for kind, key in keys.items():
        if _failures(here, key) >= _LIMITS[kind]:
            here.commit()
            raise TooManyRequests(_("För många försök. Vänta en kvart och försök igen."))
    made = [Attempt(key=key, at=moment()) for key in keys.values()]
    here.add_all(made)
    here.flush()
    g.attempts = [attempt.id for attempt in made]
    here.commit()
    # an answer is held against the provider first, a password hashed: nobody waits for that
    if is_try and request.endpoint not in HASHED:
        writing()


def _forgive(response: Response) -> Response:
    """What succeeds, and so leads on to another page, is no failure."""
    made = g.pop("attempts", None)
    if made and response.status_code in {302, 303}:
        session().commit()
        writing()
        session().execute(delete(Attempt).where(col(Attempt.id).in_(made)))
        session().commit()
    return response


def remain_counted() -> None:
    """Let a try count although its answer leads on to another page."""
    g.pop("attempts", None)


def attach(app: Flask) -> None:
    """Count at the routes of signing in."""
    app.before_request(_count)
    app.after_request(_forgive)
