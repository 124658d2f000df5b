"""Following: with an account, with an address, and the letters that tell what is new."""

from __future__ import annotations

from flask import Flask

from minutes.web.following import addresses, follows
from minutes.web.following.letters import sends_letters
from minutes.web.following.subjects import followed, search_key


def attach(app: Flask) -> None:
    """Put the pages on an application; a program that stops letters has no token of ours."""
    for part in (follows, addresses):
        app.register_blueprint(part.blueprint)
    app.extensions["csrf"].exempt(addresses.left)
    app.jinja_env.globals.update(
        followed=followed, search_key=search_key, sends_letters=sends_letters
    )
