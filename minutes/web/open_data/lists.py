"""The open data as JSON: a part of each list, and each thing by its id."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flask import Response, request, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.exceptions import NotAcceptable, NotFound

from minutes.store.open_data import KINDS
from minutes.store.open_data.kinds import Kind, one_of, part_of
from minutes.store.session import session
from minutes.web.open_data.asking import wanted
from minutes.web.open_data.description import description
from minutes.web.open_data.telling import told
from minutes.web.problems import spoken

KEPT_FOR = 60
"""For so many seconds others may keep an answer: what is taken off the web is soon gone there."""
JSON = "application/json"


def require_form(*forms: str) -> None:
    """Refuse who takes none of the forms that an answer has. Raises NotAcceptable."""
    if request.accept_mimetypes and not request.accept_mimetypes.best_match(forms):
        with force_locale(spoken()):
            said = _("Svaret ges som %(forms)s. Ange det i Accept.", forms=", ".join(forms))
        raise NotAcceptable(said)


def answered(
    content: Any, links: Mapping[str, str], changed_at: datetime | None = None
) -> Response:
    """The content as JSON, which is not sent again to who has it."""
    text = json.dumps(content, ensure_ascii=False) + "\n"
    answer = Response(text, mimetype=JSON)
    for rel, address in links.items():
        answer.headers.add("Link", f'<{address}>; rel="{rel}"')
    answer.cache_control.public, answer.cache_control.max_age = True, KEPT_FOR
    if changed_at is not None:
        answer.last_modified = changed_at
    answer.add_etag()
    answer.make_conditional(request)
    return answer


def kind_of(name: str) -> Kind:
    """The kind of a name. Raises NotFound with those that there are."""
    if name not in KINDS:
        with force_locale(spoken()):
            raise NotFound(_("Här finns %(kinds)s.", kinds=", ".join(KINDS)))
    return KINDS[name]


def things(kind: str) -> Response:
    """A part of a list, and where it goes on."""
    of = kind_of(kind)
    require_form(JSON)
    part = part_of(session(), of, wanted(of))
    links = {"describedby": url_for("open_data.described", _external=True)}
    if part.next is not None:
        more = request.args.to_dict() | {"after": str(part.next)}
        links["next"] = url_for("open_data.things", kind=kind, _external=True, **more)
    return answered(
        {"data": [told(of, one) for one in part.things], "next": links.get("next")}, links
    )


def one(kind: str, key: str) -> Response:
    """One thing."""
    of = kind_of(kind)
    require_form(JSON)
    thing = one_of(session(), of, key)
    if thing is None:
        with force_locale(spoken()):
            raise NotFound(_("Inget i %(kind)s har id ”%(key)s”.", kind=kind, key=key[:80]))
    links = {"describedby": url_for("open_data.described", _external=True)}
    return answered(told(of, thing), links, getattr(thing, "updated_at", None))


def described() -> Response:
    """The description of the API, in English."""
    return answered(description("en"), {})
