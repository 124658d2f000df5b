"""The pages of the one screen, and where it stands."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from sqlalchemy import func
from sqlmodel import col, select
from werkzeug.wrappers import Response

from minutes.actions.agenda import close_item
from minutes.store.agendas import items_on
from minutes.store.session import session
from minutes.store.tables import History
from minutes.web.access import act, may
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.auditing import findings_in
from minutes.web.workspace.entries import NoWords
from minutes.web.workspace.found import found_at
from minutes.web.workspace.panels import PANELS
from minutes.web.workspace.place import READERS, Place, place
from minutes.web.workspace.screen import screen_of
from minutes.web.workspace.written import otherwise_at, pane_of

blueprint = Blueprint("workspace", __name__)
may(blueprint, READERS, "meeting", "item", "person", "stand")


def stand_of() -> int:
    """How far the register has come: the number of its last entry."""
    return session().exec(select(func.max(col(History.id)))).one() or 0


def show(here: Place, refused: Refused | None = None) -> str:
    """The screen, with what was refused in its form again."""
    screen = screen_of(here)
    own = [(one, one.panel(screen, refused)) for one in PANELS]
    audited = findings_in(screen)
    return render_template(
        "workspace/screen.html",
        screen=screen,
        panels=own,
        audited=audited.here,
        gaps=audited.gaps,
        otherwise=otherwise_at(screen),
        pane=pane_of(screen, refused),
        refused=refused,
        stand=stand_of(),
        back=here.address("workspace.item"),
    )


@blueprint.get("/arbete/<slug:body>/<day:held_on>")
def meeting(body: str, held_on: date) -> Response:
    """The meeting: on to the item that is being handled, or to its agenda where there is none."""
    here = place(body, held_on)
    items = items_on(session(), here.meeting)
    waiting = [item for item in items if item.number is None] or list(items)[-1:]
    if not waiting:
        return redirect(url_for("meetings.meeting", body=body, held_on=held_on), 303)
    return redirect(here.address("workspace.item", item=waiting[0].id), 303)


@blueprint.get("/arbete/<slug:body>/<day:held_on>/punkt/<number:item>")
def item(body: str, held_on: date, item: int) -> str:
    """One item on the screen."""
    return show(place(body, held_on, item))


@takes(blueprint, "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/avslut", NoWords)
def close(here: Place, form: NoWords) -> str:
    """Close the item, and go on to the next."""
    close_item(session(), act(), here.meeting, here.at)
    return here.address("workspace.meeting", item=None)


@blueprint.get("/arbete/<slug:body>/<day:held_on>/person")
def person(body: str, held_on: date) -> str:
    """What somebody does at this meeting: where they sit, and every § that names them."""
    here = place(body, held_on)
    found = found_at(here, request.args.get("namn", ""))
    return render_template("workspace/person.html", place=here, found=found)


@blueprint.get("/arbete/<slug:body>/<day:held_on>/stand")
def stand(body: str, held_on: date) -> str:
    """How far the register has come, for a page to ask whether others have written."""
    place(body, held_on)
    return str(stand_of())
