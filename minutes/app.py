"""The application: the only place where everything meets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from flask import Flask

from minutes.clock import now
from minutes.folders import folder
from minutes.settings import Settings, read_settings
from minutes.store.migrations import CONFIG, alembic
from minutes.store.session import db, set_up
from minutes.web import attach


def create_app(settings: Settings | None = None, clock: Callable[[], datetime] = now) -> Flask:
    """The application for these settings; those of the environment where none are given."""
    settings = settings or read_settings()
    app = Flask("minutes", template_folder=str(folder("templates")))
    app.config.update(
        CONFIG,
        SECRET_KEY=settings.secret,
        SQLALCHEMY_ENGINES={"default": settings.database_url},
        MINUTES=settings,
        CLOCK=clock,
    )
    db.init_app(app)
    alembic.init_app(app)
    attach(app)
    with app.app_context():
        set_up(db.engine)
    return app
