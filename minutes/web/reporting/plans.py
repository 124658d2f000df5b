"""Plans at the director's office: entered with the § that adopted them, worded, and assigned."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, render_template, request, url_for
from sqlmodel import select
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response
from wtforms import Form

from minutes.actions.decisions import Origin, give_assignment
from minutes.actions.following_up import handle_assignment
from minutes.actions.goals import adopt_plan, revise_plan, set_goal, word_goal
from minutes.domain import goals as domain
from minutes.domain.assignments import Assignment, require_assignment
from minutes.domain.errors import RuleBroken
from minutes.domain.following_up import Handling
from minutes.domain.texts import clean
from minutes.store.queries.plans import plan_list
from minutes.store.session import session
from minutes.store.tables import Goal, Item, Meeting, Organisation, Plan
from minutes.web.access import act, may
from minutes.web.reporting.citing import cited
from minutes.web.reporting.offices import OFFICE, look
from minutes.web.reporting.plan_forms import (
    GivenForm,
    GoalForm,
    PlanForm,
    WordingForm,
    show_plan,
)
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.desk import carry_out
from minutes.web.workspace.entries import shown

blueprint = Blueprint("plans", __name__)
may(blueprint, OFFICE, "plans", "adopt", "plan", "mend", "add_goal", "reword", "assign")
_ALL = "/arbete/planer"
_AT = f"{_ALL}/<number:plan>"


def _show_all(refused: Refused | None = None) -> str:
    look()
    new = PlanForm(cited=request.args.get("beslut", ""))
    return render_template(
        "reporting/plans.html",
        plans=plan_list(session()),
        new=shown(new, "plan-ny", refused),
        refused=refused,
        back=url_for("plans.plans"),
    )


@blueprint.get(_ALL)
def plans() -> str:
    """The plans, and the form for the next."""
    return _show_all()


def _told(form: PlanForm) -> tuple[domain.Plan, Item | None]:
    """What is told of a plan; its day is that of the § that decided it."""
    by = cited(form.cited.data) if form.cited.data else None
    day = session().get_one(Meeting, by.meeting_id).held_on if by else form.decided_on.data
    if day is None:
        raise RuleBroken("Ange paragrafen som beslutade planen, eller dagen för beslutet.")
    first, last = form.from_year.data or 0, form.to_year.data or form.from_year.data or 0
    return domain.Plan(form.name.data or "", first, last, day), by


@blueprint.post(_ALL)
def adopt() -> Response:
    """Enter a plan."""
    form = PlanForm(request.form)

    def do() -> str:
        look()
        told, by = _told(form)
        organisation = session().exec(select(Organisation)).one()
        made = adopt_plan(session(), act(), organisation, told, decided_by=by)
        return url_for("plans.plan", plan=made.id)

    return carry_out(form, do, _show_all)


@blueprint.get(_AT)
def plan(plan: int) -> str:
    """A plan with its goals and assignments, and the forms for more."""
    return show_plan(plan)


def _take(form: Form, key: int, do: Callable[[Plan], object]) -> Response:
    def carried() -> str:
        look()
        row = session().get(Plan, key)
        if row is None:
            raise NotFound
        do(row)
        return url_for("plans.plan", plan=key)

    return carry_out(form, carried, lambda refused: show_plan(key, refused))


@blueprint.post(_AT)
def mend(plan: int) -> Response:
    """Mend what is told of a plan."""
    form = PlanForm(request.form)

    def do(row: Plan) -> object:
        told, by = _told(form)
        return revise_plan(session(), act(), row, told, decided_by=by, seen=form.revision.data)

    return _take(form, plan, do)


@blueprint.post(f"{_AT}/mal")
def add_goal(plan: int) -> Response:
    """Enter a goal."""
    form = GoalForm(request.form)
    told = domain.Goal(form.number.data or 0, form.name.data or "", form.perspective.data or "")
    return _take(form, plan, lambda row: set_goal(session(), act(), row, told))


@blueprint.post(f"{_AT}/mal/<number:goal>")
def reword(plan: int, goal: int) -> Response:
    """Let a goal read otherwise from a day on."""
    form = WordingForm(request.form)

    def do(row: Plan) -> object:
        since = form.stands_from.data
        if since is None:
            raise RuleBroken("Ange från vilken dag målet lyder så.")
        one, seen = _goal(row, goal), form.revision.data
        return word_goal(session(), act(), one, form.name.data or "", since, seen=seen)

    return _take(form, plan, do)


def _goal(row: Plan, key: int) -> Goal:
    """A goal of that plan. Raises NotFound."""
    found = session().get(Goal, key)
    if found is None or found.plan_id != row.id:
        raise NotFound
    return found


@blueprint.post(f"{_AT}/uppdrag")
def assign(plan: int) -> Response:
    """Give an assignment of the plan."""
    form = GivenForm(request.form)
    text, limit = clean(form.text.data or "").strip(), form.deadline.data
    told = Assignment(1, form.assignee.data or "", limit, form.event.data or "", text)

    def do(row: Plan) -> None:
        require_assignment(row.decided_on, told)
        organisation = session().get_one(Organisation, row.organisation_id)
        origin = Origin(row.decided_on, plan=row.name)
        made = give_assignment(session(), act(), organisation, told, origin)
        if form.goal.data:
            served = Handling(goal=_goal(row, form.goal.data).id)
            handle_assignment(session(), act(), made, served, seen=0)

    return _take(form, plan, do)
