"""The start page."""

from __future__ import annotations

from flask import Blueprint

from minutes.store.queries.start import start_page
from minutes.store.session import session
from minutes.web.access import EVERYBODY
from minutes.web.pages import Page, shows, today

blueprint = Blueprint("start", __name__)


@shows(blueprint, "/", "start/start.html", "/index.json", who=EVERYBODY)
def start() -> Page:
    """The bodies with their latest meetings, and what the register holds."""
    return Page(start_page(session(), today()))
