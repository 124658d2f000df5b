"""The application: the only place where everything meets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

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
    if settings.proxies:  # the last of them tells whose request it is, and that it came by https
        n = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=n, x_proto=n, x_host=n)  # type: ignore[method-assign]  # as Flask says
    db.init_app(app)
    alembic.init_app(app)
    attach(app, settings)
    with app.app_context():
        set_up(db.engine)
    return app
