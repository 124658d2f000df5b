"""A page and its JSON: the same content at the same address, with `.json` behind it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from flask import Blueprint, Response, current_app, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from minutes.clock import swedish_day
from minutes.domain.record_json import to_data
from minutes.store.queries.named import PersonLink
from minutes.web.access import Who, may


@dataclass(frozen=True, slots=True)
class Page:
    """What a view found, and what its template needs beside it."""

    content: Any
    beside: Mapping[str, Any] = field(default_factory=dict)


View = TypeVar("View", bound=Callable[..., Page])
T = TypeVar("T")


def today() -> date:
    """The day it is in Sweden, by the application's clock."""
    moment: datetime = current_app.config["CLOCK"]()
    return swedish_day(moment)


def found(content: T | None, otherwise: str) -> T:
    """The content. Raises NotFound with a sentence where there is none."""
    if content is None:
        raise NotFound(otherwise)
    return content


def slugs_of(people: Iterable[PersonLink]) -> dict[tuple[str, str | None], str]:
    """The addresses of persons' pages by name and party, for a template to link with."""
    return {(link.name, link.party): link.slug for link in people if link.slug}


def page_number() -> int:
    """Which page of a long list is asked for; what is no number is the first."""
    wanted = request.args.get("sida", "1")
    return int(wanted) if wanted.isdecimal() and len(wanted) < 7 else 1


def fresh(response: Response) -> Response:
    """Let the browser ask whether what it has is still so."""
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response


def _as_page(template: str, view: Callable[..., Page]) -> Callable[..., Response]:
    def shown(**values: Any) -> Response:
        made = view(**values)
        data = url_for(f"{request.endpoint}_json", **{**request.args, **values})
        html = render_template(template, page=made.content, values=values, data=data, **made.beside)
        return fresh(current_app.make_response(html))

    return shown


def _as_json(view: Callable[..., Page]) -> Callable[..., Response]:
    def shown(**values: Any) -> Response:
        text = json.dumps(to_data(view(**values).content), ensure_ascii=False, indent=1)
        return fresh(Response(text + "\n", mimetype="application/json"))

    return shown


def shows(
    blueprint: Blueprint, rule: str, template: str, json_rule: str | None = None, *, who: Who
) -> Callable[[View], View]:
    """A view at `rule` through the template, and as JSON at `json_rule` (`rule` + ".json").

    `who` may open them.
    """

    def register(view: View) -> View:
        name = view.__name__
        blueprint.add_url_rule(rule, name, _as_page(template, view))
        blueprint.add_url_rule(json_rule or f"{rule}.json", f"{name}_json", _as_json(view))
        may(blueprint, who, name, f"{name}_json")
        return view

    return register


def asked() -> MultiDict[str, str]:
    """What the address asks for, for a form to read."""
    return request.args
