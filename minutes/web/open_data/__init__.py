"""The open data: an API that anybody may ask, whichever page they come from."""

from __future__ import annotations

from flask import Blueprint, Response, request

from minutes.store.session import session
from minutes.store.visibility import Sight, show
from minutes.web.access import EVERYBODY, may
from minutes.web.open_data import bulk, lists, page, protocols
from minutes.web.pages import today
from minutes.web.problems import is_asked

blueprint = Blueprint("open_data", __name__)
may(blueprint, EVERYBODY, "described", "things", "one", "page")
may(blueprint, EVERYBODY, "manifest", "lines", "rows", "akoma_ntoso")
blueprint.add_url_rule("/api/v1/openapi.json", "described", lists.described)
blueprint.add_url_rule("/api/v1/<slug:kind>", "things", lists.things)
blueprint.add_url_rule("/api/v1/<slug:kind>/<key>", "one", lists.one)
blueprint.add_url_rule("/api/v1/bulk", "manifest", bulk.manifest)
blueprint.add_url_rule("/api/v1/bulk/<slug:kind>.jsonl", "lines", bulk.lines)
blueprint.add_url_rule("/api/v1/bulk/<slug:kind>.csv", "rows", bulk.rows)
blueprint.add_url_rule("/<slug:body>/<day:held_on>.xml", "akoma_ntoso", protocols.akoma_ntoso)
blueprint.add_url_rule("/api", "page", page.page)


@blueprint.before_request
def _as_everybody() -> None:
    """Who has signed in gets what everybody gets: drafts are not open data."""
    if request.endpoint != "open_data.page":
        show(session(), Sight(frozenset(), public_on=today()))


@blueprint.after_app_request
def _open(response: Response) -> Response:
    """Let scripts of any page ask, and read what the answers say of themselves."""
    if is_asked():
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        response.headers["Access-Control-Allow-Headers"] = "If-None-Match, If-Modified-Since"
        response.headers["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Link"
    return response
