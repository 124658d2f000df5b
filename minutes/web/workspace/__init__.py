"""The secretary's workspace: from agenda to finished minutes."""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

from flask import Flask, current_app, request
from werkzeug.exceptions import HTTPException

from minutes.web.workspace import (
    appeals,
    aside,
    assignments,
    attendance,
    before,
    closings,
    communications,
    corrections,
    decisions,
    delegated,
    desk,
    dispatching,
    disqualifications,
    motions,
    notes,
    notices,
    proposals,
    prose,
    questions,
    raised,
    raised_report,
    recipients,
    removals,
    reservations,
    roll_call,
    secrecy,
    sitting,
    submission,
    telling,
    times,
    underlying,
    undoing,
    votes,
    wordings,
)
from minutes.web.workspace.acts import local

_PARTS = (
    sitting, submission, prose, telling, undoing, attendance, disqualifications, proposals,
    questions, votes, roll_call, times, aside, decisions, motions, assignments, closings,
    reservations, notes, underlying, recipients, secrecy, wordings, dispatching, corrections,
    notices, removals, appeals, delegated, communications, raised, raised_report,
    *before.PARTS,
)  # fmt: skip


def _form_key() -> str:
    """What tells one showing of a form from another, so that it is carried out once."""
    return secrets.token_urlsafe(12)


def _page() -> str | None:
    """The endpoint of the page that is shown; where a form was refused, of the one it stands on."""
    back = local(request.form.get("back", ""))
    if not back:
        return request.endpoint
    try:
        pages = current_app.create_url_adapter(request)
        return pages.match(urlsplit(back).path, "GET")[0]  # type: ignore[union-attr,no-any-return]  # in a request there is one
    except HTTPException:
        return request.endpoint


def attach(app: Flask) -> None:
    """Put the workspace's pages on an application."""
    app.jinja_env.globals["form_key"] = _form_key
    app.jinja_env.globals["page_endpoint"] = _page
    app.jinja_env.globals["works_here"] = desk.works_here
    before.limit(app)
    for part in _PARTS:
        app.register_blueprint(part.blueprint)
