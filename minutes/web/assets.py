"""Style sheets and fonts: addressed by content, so that a browser keeps them for good."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, Response, current_app, request, url_for

STYLES = (
    "vendor/designsystemet-1.22.0/index.css",
    "css/theme.css",
    "css/fonts.css",
    "css/tokens.css",
    "css/base.css",
    "css/components/masthead.css",
    "css/components/paragraf.css",
    "css/components/lists.css",
    "css/components/facts.css",
    "css/components/votes.css",
    "css/components/years.css",
    "css/components/goals.css",
    "css/components/columns.css",
    "css/components/time-line.css",
    "css/components/filters.css",
    "css/components/forms.css",
    "css/components/roll.css",
    "css/components/screen.css",
    "css/components/written.css",
    "css/components/desk.css",
    "css/components/audit.css",
    "css/components/adjusting.css",
    "css/components/dispatch.css",
    "css/components/board.css",
    "css/components/reporting.css",
    "css/components/publishing.css",
    "css/components/search.css",
    "css/components/deeds.css",
    "css/components/seats.css",
    "css/components/parties.css",
    "css/components/ages.css",
    "css/components/open-data.css",
    "css/components/follow.css",
    "css/print.css",
)
"""The style sheets of every page, in the order of the cascade."""

_FOR_GOOD = "public, max-age=31536000, immutable"


@cache
def _mark(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:12]


def asset(name: str) -> str:
    """The address of a static file, with a mark of its content."""
    return _address(str(current_app.static_folder), request.script_root, name)


@cache
def _address(folder: str, _root: str, name: str) -> str:
    """Each page has some thirty of them: they are put together once for each place of the site."""
    return url_for("static", filename=name, v=_mark(str(Path(folder) / name)))


def _kept(response: Response) -> Response:
    if request.endpoint == "static" and "v" in request.args and response.status_code == 200:
        response.headers["Cache-Control"] = _FOR_GOOD
    return response


def attach(app: Flask) -> None:
    """Make `asset` and `styles` known to the templates."""
    app.jinja_env.globals.update(asset=asset, styles=STYLES)
    app.after_request(_kept)
