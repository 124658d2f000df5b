"""The director's office: assignments to report on, and the report that a meeting gets."""

from __future__ import annotations

from flask import Flask

from minutes.web.reporting import annex, board, fulfilment, offices, one, plans


def attach(app: Flask) -> None:
    """Put the pages of the director's office on an application."""
    for part in (board, one, annex, plans, fulfilment):
        app.register_blueprint(part.blueprint)
    app.jinja_env.globals["reports_assignments"] = offices.reports_assignments
