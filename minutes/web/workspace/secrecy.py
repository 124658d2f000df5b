"""Secrecy of a §: the ground is told before adjustment, and the secret protocol is read apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Response, current_app, send_file
from flask_babel import gettext as _
from flask_security.decorators import auth_required
from werkzeug.exceptions import NotFound
from wtforms import Form, IntegerField, StringField
from wtforms.validators import Optional

from minutes.actions.secrecy import keep_secret, make_open
from minutes.documents.edition import secret_file
from minutes.domain.secrecy import GROUNDS
from minutes.settings import Settings
from minutes.store.session import session
from minutes.store.withheld import withheld_in
from minutes.web.access import act, may
from minutes.web.languages import marked
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import NoWords, shown
from minutes.web.workspace.fields import line
from minutes.web.workspace.place import READERS, Place, place
from minutes.web.workspace.screen import Screen

NAME, KEYS, TEMPLATE = "secrecy", "x", "workspace/secrecy.html"
TITLE = marked("Sekretess")
blueprint = Blueprint("secrecy", __name__)
may(blueprint, READERS, "protocol")
_ITEM = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>"
_FRESH = 30
"""Minutes since somebody last showed who they are, within which they read what is secret."""


class SecrecyForm(Form):
    """The ground, and what others read in the place of the title."""

    ground = StringField(filters=[line])
    open_title = StringField(filters=[line])
    revision = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Panel:
    """The ground that stands, and those that minutes often have."""

    entries: Sequence[str]
    form: SecrecyForm
    grounds: Mapping[str, str]
    prefix: str = "sekretess"


def panel(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of the secrecy of the §."""
    row = screen.place.at
    known = SecrecyForm(ground=row.secrecy or "", open_title=row.open_title or "")
    entries = [row.secrecy] if row.secrecy else []
    return Panel(entries, shown(known, "sekretess", refused), GROUNDS)


@takes(blueprint, f"{_ITEM}/sekretess", SecrecyForm)
def keep(here: Place, form: SecrecyForm) -> None:
    """Make the § secret, on a ground."""
    title, seen = form.open_title.data, form.revision.data
    keep_secret(session(), act(), here.at, form.ground.data or "", open_title=title, seen=seen)


@takes(blueprint, f"{_ITEM}/offentlighet", NoWords)
def reveal(here: Place, form: NoWords) -> None:
    """Let the § stand in the open protocol."""
    make_open(session(), act(), here.at, seen=form.revision.data)


@blueprint.get("/arbete/<slug:body>/<day:held_on>/sekretess.pdf")
@auth_required("session", within=_FRESH, grace=_FRESH)
def protocol(body: str, held_on: date) -> Response:
    """The secret protocol, for those who need it and have just shown who they are."""
    here = place(body, held_on)
    if not withheld_in(session(), here.meeting):
        raise NotFound(_("Sammanträdet har ingen paragraf med sekretess."))
    settings: Settings = current_app.config["MINUTES"]
    file = secret_file(session(), here.meeting, settings.exports, settings.pdf_variant)
    name = f"{body}-{held_on}-sekretess.pdf"
    answer = send_file(file, mimetype="application/pdf", download_name=name, max_age=0)
    answer.headers["Cache-Control"] = "no-store"
    return answer
