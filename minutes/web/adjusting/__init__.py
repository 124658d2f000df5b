"""Adjustment on the screen: what waits for whom, reading and signing, how far it has come."""

from __future__ import annotations

from flask import Flask

from minutes.web.adjusting import overview, paper, signing, waiting


def attach(app: Flask) -> None:
    """Put the pages of adjustment on an application."""
    for part in (waiting, signing, overview, paper):
        app.register_blueprint(part.blueprint)
