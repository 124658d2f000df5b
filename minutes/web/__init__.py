"""What is seen: a blueprint a noun; only this ring speaks HTTP."""

from __future__ import annotations

from flask import Flask

from minutes.settings import Settings
from minutes.web import (
    access,
    accounts,
    addresses,
    assets,
    assignments,
    bodies,
    errors,
    headers,
    items,
    languages,
    matters,
    meetings,
    pasting,
    persons,
    pictures,
    previews,
    reservations,
    signing_in,
    start,
    throttle,
    words,
    workspace,
)

_NOUNS = (
    start, accounts, matters, persons, reservations, assignments, pictures, bodies, meetings, items,
    pasting, previews,
    languages,
)  # fmt: skip


def attach(app: Flask, settings: Settings) -> None:
    """Put the pages on an application; who may is asked before anything else."""
    access.attach(app)
    throttle.attach(app)
    languages.attach(app)
    signing_in.attach(app, settings)
    addresses.attach(app)
    assets.attach(app)
    words.attach(app)
    headers.attach(app)
    errors.attach(app)
    for noun in _NOUNS:
        app.register_blueprint(noun.blueprint)
    workspace.attach(app)
