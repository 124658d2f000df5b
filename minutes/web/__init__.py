"""What is seen: a blueprint a noun; only this ring speaks HTTP."""

from __future__ import annotations

from flask import Flask

from minutes.web import (
    addresses,
    assets,
    assignments,
    bodies,
    errors,
    headers,
    items,
    matters,
    meetings,
    persons,
    pictures,
    reservations,
    start,
    words,
)

_NOUNS = (
    start, matters, persons, reservations, assignments, pictures, bodies, meetings, items,
)  # fmt: skip


def attach(app: Flask) -> None:
    """Put the pages on an application."""
    addresses.attach(app)
    assets.attach(app)
    words.attach(app)
    headers.attach(app)
    errors.attach(app)
    for noun in _NOUNS:
        app.register_blueprint(noun.blueprint)
