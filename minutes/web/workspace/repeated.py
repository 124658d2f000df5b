"""A form that is sent twice is carried out once."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from flask import request
from sqlalchemy import delete
from sqlmodel import col, select

from minutes.store.session import session
from minutes.store.tables import Submission
from minutes.web.access import moment, signed_in

_KEPT = timedelta(days=30)
_TIDIED = 200
"""After how many forms those that need not be known any more are thrown away."""
_NEVER_KEPT = {"password", "token"}
"""Fields of which not even a checksum is kept."""
_RENEWED = {"csrf_token", "back"}
"""What differs where the same is sent again, after signing in anew or from another tab."""


_LEFT_OUT = _NEVER_KEPT | _RENEWED


def _key() -> str:
    """What tells this sending of a form from others: the form as it was shown, and its words."""
    shown_as = request.form.get("form_key", "")
    given = [pair for pair in request.form.items(multi=True) if pair[0] not in _LEFT_OUT]
    words = "\x1f".join(f"{name}={value}" for name, value in given)
    return hashlib.sha256(f"{shown_as}\x1f{request.path}\x1f{words}".encode()).hexdigest()


def is_repeated() -> bool:
    """Whether this form has been carried out: a double click, or sent again by the browser."""
    if not request.form.get("form_key"):
        return False
    key = _key()
    here, account = session(), signed_in()
    if here.exec(select(Submission.id).where(Submission.form_key == key)).first():
        return True
    sent = Submission(account_id=account.id, form_key=key, at=moment())
    here.add(sent)
    here.flush()
    if sent.id % _TIDIED == 0:
        here.execute(delete(Submission).where(col(Submission.at) < moment() - _KEPT))
    return False
