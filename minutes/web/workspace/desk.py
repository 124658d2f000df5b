"""The secretary's desk: where the work begins, and a body's forms that belong to no meeting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, current_app, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response
from wtforms import Form

from minutes.domain.access import READS_DRAFTS, bodies_with_drafts, holds
from minutes.domain.errors import Outdated, RuleBroken
from minutes.store.queries.bodies import find_slug
from minutes.store.queries.desk import desks
from minutes.store.session import session, writing
from minutes.store.tables import Body
from minutes.web.access import may, signed_in, visitor
from minutes.web.languages import said
from minutes.web.pages import today
from minutes.web.workspace.acts import Refused, local
from minutes.web.workspace.place import READERS, SECRETARIES, look_at_agendas
from minutes.web.workspace.repeated import is_repeated

blueprint = Blueprint("desk", __name__)
may(blueprint, READERS, "desk")


@dataclass(frozen=True, slots=True)
class BodyPlace:
    """A body in the workspace, and whether the one who has signed in writes for it."""

    body: Body
    may_change: bool


def works_here() -> bool:
    """Whether the visitor has a duty that the workspace is for."""
    account = visitor()
    return account is not None and holds(account.grants, READS_DRAFTS)


def body_place(slug: str) -> BodyPlace:
    """The body at an address. Raises NotFound."""
    look_at_agendas()
    body = find_slug(session(), slug)
    if body is None:
        raise NotFound(_("Registret har inget sådant organ."))
    return BodyPlace(body, SECRETARIES.admits(signed_in(), body.id))


@blueprint.get("/arbete")
def desk() -> str:
    """For each body: the next meeting, those under way, and the drafts that wait."""
    look_at_agendas()
    bodies = desks(session(), bodies_with_drafts(signed_in().grants), today())
    return render_template("workspace/desk.html", bodies=bodies, today=today())


def carry_out(form: Form, do: Callable[[], str], show: Callable[[Refused], str]) -> Response:
    """Do once what a form asks for and go where `do` says; what is refused is shown again."""
    try:
        if not form.validate():
            raise RuleBroken("Något behöver ändras.")
        where = local(request.form.get("back", "")) or "/arbete" if is_repeated() else do()
        session().commit()
    except RuleBroken as no:
        session().rollback()
        writing()
        look_at_agendas()
        refused = Refused(request.form.get("form_id", ""), form, said(no), isinstance(no, Outdated))
        answer = current_app.make_response(show(refused))
        answer.status_code = 409 if refused.outdated else 422
        return answer
    return redirect(where, 303)
