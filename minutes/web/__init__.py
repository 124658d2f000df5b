"""What is seen: a blueprint a noun; only this ring speaks HTTP."""

from __future__ import annotations

from flask import Flask

from minutes.settings import Settings
from minutes.web import (
    access,
    accounts,
    addresses,
    adjusting,
    archiving,
    asking,
    assets,
    assignments,
    board,
    bodies,
    checking,
    errors,
    feeds,
    following,
    goals,
    headers,
    items,
    kept_forms,
    languages,
    matters,
    meetings,
    motions,
    open_data,
    parties,
    pasting,
    persons,
    pictures,
    previews,
    provider,
    register,
    reported,
    reporting,
    reservations,
    search,
    sessions,
    sign_on,
    signing_in,
    start,
    throttle,
    words,
    workspace,
)

_NOUNS = (
    start, search, board, accounts, matters, persons, parties, reservations, assignments,
    pictures, bodies, feeds, meetings, items, register, motions, reported, open_data, goals,
    pasting, previews, checking,
    sign_on, kept_forms,
    languages,
)  # fmt: skip


def attach(app: Flask, settings: Settings) -> None:
    """Put the pages on an application; who may is asked before anything else."""
    app.request_class = asking.Asking
    addresses.attach(app)
    sessions.attach(app)
    access.attach(app)
    throttle.attach(app)
    languages.attach(app)
    signing_in.attach(app, settings)
    provider.attach(app, settings.sign_on)
    assets.attach(app)
    words.attach(app)
    headers.attach(app)
    errors.attach(app)
    kept_forms.attach(app)
    for noun in _NOUNS:
        app.register_blueprint(noun.blueprint)
    following.attach(app)
    workspace.attach(app)
    adjusting.attach(app)
    archiving.attach(app)
    reporting.attach(app)
