"""The archive on the screen: what can be packed, what is still to happen, and the packages."""

from __future__ import annotations

from flask import Flask

from minutes.web.archiving import packing, pages


def attach(app: Flask) -> None:
    """Put the pages of the archive on an application."""
    packing.attach(app)
    app.register_blueprint(pages.blueprint)
    app.jinja_env.globals["keeps_archive"] = pages.keeps_archive
