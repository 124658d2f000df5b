"""What a body takes up at every meeting: listed, ordered, renamed and added to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from minutes.actions.points import set_standing_items
from minutes.domain.agenda import Standing, StandingKind
from minutes.store.agendas import standing_of
from minutes.store.session import session
from minutes.web.access import act, may
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.desk import BodyPlace, body_place, carry_out
from minutes.web.workspace.place import READERS, SECRETARIES

blueprint = Blueprint("standing", __name__)
may(blueprint, READERS, "items")
may(blueprint, SECRETARIES, "choose")

_KINDS = {kind.value: kind for kind in StandingKind}


class StandingForm(Form):
    """The rows are read as they stand: their number is the writer's choice."""


def _written() -> list[Standing]:
    """The rows of the form in their order; one without a title is taken out."""
    titles, kinds = request.form.getlist("title"), request.form.getlist("kind")
    last = set(request.form.getlist("last"))
    return [
        Standing(_KINDS.get(kind, StandingKind.OTHER), " ".join(title.split()), str(n) in last)
        for n, (title, kind) in enumerate(zip(titles, kinds, strict=False))
        if title.strip()
    ]


def _moved(rows: Sequence[Standing], asked: str) -> list[Standing]:
    """The rows with one moved as its button asks, "3 up" or "3 down"."""
    number, _, way = asked.partition(" ")
    if not number.isdecimal() or not 0 <= int(number) < len(rows):
        return list(rows)
    one = rows[int(number)]
    others = [row for row in rows if row is not one]
    place = max(0, int(number) + (-1 if way == "up" else 1))
    beside = rows[place] if place < len(rows) else one
    return [*others[:place], replace(one, at_end=beside.at_end), *others[place:]]


def _show(here: BodyPlace, refused: Refused | None = None) -> str:
    rows = _written() if refused else list(standing_of(session(), here.body.id))
    return render_template(
        "workspace/standing.html",
        here=here,
        rows=rows,
        refused=refused,
        back=url_for("standing.items", body=here.body.slug),
    )


@blueprint.get("/arbete/<slug:body>/staende-punkter")
def items(body: str) -> str:
    """The standing items of a body."""
    return _show(body_place(body))


@blueprint.post("/arbete/<slug:body>/staende-punkter")
def choose(body: str) -> Response:
    """Choose them, in the order of the form."""
    here = body_place(body)

    def do() -> str:
        rows = _moved(_written(), request.form.get("move", ""))
        rows = sorted(rows, key=lambda one: one.at_end)
        set_standing_items(session(), act(), here.body, rows)
        return url_for("standing.items", body=body)

    form = StandingForm(request.form)
    return carry_out(form, do, lambda refused: _show(body_place(body), refused))
