"""What one follows with an account: begun and ended by one press, and listed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.wrappers import Response

from minutes.actions.follows import choose_rhythm, follow, follower_of, unfollow
from minutes.clock import STOCKHOLM
from minutes.domain.errors import RuleBroken
from minutes.domain.follows import Rhythm, require_search
from minutes.domain.texts import clean
from minutes.store.queries.follows import follower_with, follows_of
from minutes.store.session import session
from minutes.store.tables import Follow
from minutes.web.access import EVERYBODY, SIGNED_IN, may, moment, signed_in, visitor
from minutes.web.following.letters import sends_letters
from minutes.web.following.subjects import Subject, place_of, subject_in
from minutes.web.languages import said

blueprint = Blueprint("follows", __name__)
may(blueprint, EVERYBODY, "follows")
may(blueprint, SIGNED_IN, "begin", "end", "choose")


def here() -> datetime:
    """Now, as the clock shows in Sweden."""
    return moment().astimezone(STOCKHOLM)


def today() -> date:
    """The day that it is there."""
    return here().date()


def rhythms() -> Sequence[Rhythm]:
    """How often one may be told: on the page only, where no letters can be sent."""
    return list(Rhythm) if sends_letters() else [Rhythm.NEVER]


def chosen_rhythm(default: Rhythm) -> Rhythm:
    """How often a form asks to be told. Raises BadRequest."""
    told = request.form.get("rytm", default.value)
    if told not in {one.value for one in rhythms()}:
        raise BadRequest(_("Välj hur ofta du vill få veta."))
    return Rhythm(told)


def _page(refused: str = "", status: int = 200) -> Response:
    account = visitor()
    found = follows_of(session(), follower_with(session(), account)) if account else ()
    shown = [(one, _address(*place_of(one))) for one in found]
    page = render_template("follows/follows.html", entries=shown, refused=refused,
                           rhythms=rhythms(), letters=sends_letters())  # fmt: skip
    return make_response(page, status)


def _address(endpoint: str, values: dict[str, Any]) -> str:
    return url_for(endpoint, **values) if endpoint else ""


@blueprint.get("/bevakningar")
def follows() -> Response:
    """What one follows; how one does, for those without an account."""
    return _page()


def _back(otherwise: str) -> Response:
    """To the page that one came from, where that is one of ours."""
    told = request.form.get("tillbaka", "")
    is_ours = told.startswith("/") and not told.startswith(("//", "/\\"))
    return redirect(told if is_ours else otherwise, 303)


def name_of(subject: Subject) -> str:
    """What a form calls a search; its words, where it says nothing. Raises RuleBroken."""
    if subject.of.search is None:
        return ""
    name = clean(request.form.get("namn", "")) or subject.title
    require_search(subject.of.search, name)
    return name


@blueprint.post("/bevakningar/ny")
def begin() -> Response:
    """Follow a matter, a person or a search from now on."""
    subject = subject_in(request.form)
    default = Rhythm.DAILY if sends_letters() else Rhythm.NEVER
    try:
        name, rhythm = name_of(subject), chosen_rhythm(default)
        follow(session(), follower_of(session(), signed_in()), subject.of, rhythm, here(), name)
    except RuleBroken as no:
        session().rollback()
        return _page(said(no), 422)
    session().commit()
    return _back(subject.page)


def _own(key: int) -> Follow:
    """What the visitor follows. Raises NotFound."""
    row = session().get(Follow, key)
    if row is None or row.follower_id != follower_of(session(), signed_in()).id:
        raise NotFound
    return row


@blueprint.post("/bevakningar/<number:follow>/avslut")
def end(follow: int) -> Response:
    """Follow it no more."""
    unfollow(session(), _own(follow))
    session().commit()
    return _back(url_for("follows.follows"))


@blueprint.post("/bevakningar/<number:follow>")
def choose(follow: int) -> Response:
    """Choose how often one is told."""
    row = _own(follow)
    choose_rhythm(session(), row, chosen_rhythm(row.rhythm), today())
    session().commit()
    flash(_("Sparat."))
    return redirect(f"{url_for('follows.follows')}#bevakning-{follow}", 303)
