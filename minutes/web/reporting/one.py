"""One assignment at the director's office: a measure is reported, and who handles it entered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flask import Blueprint, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response
from wtforms import Form

from minutes.actions.ending import close_assignment
from minutes.actions.following_up import (
    handle_assignment,
    report_measure,
    revise_measure,
    strike_measure,
)
from minutes.domain.following_up import Handling
from minutes.domain.texts import clean
from minutes.store.queries.assignment_reports import Line
from minutes.store.queries.goals import GoalEntry, goal_entries, goals_in
from minutes.store.session import session
from minutes.store.tables import Assignment
from minutes.store.visibility import looking_at_agenda
from minutes.web.access import act, may
from minutes.web.pages import today
from minutes.web.reporting.citing import cited
from minutes.web.reporting.offices import OFFICE, Office, meeting_of, office
from minutes.web.reporting.one_forms import (
    ClosingForm,
    HandlingForm,
    ReportForm,
    handling_form,
    report_form,
)
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.desk import carry_out
from minutes.web.workspace.entries import shown

blueprint = Blueprint("reporting", __name__)
may(blueprint, OFFICE, "assignment", "report", "handle", "take_back", "close")
_AT = "/arbete/<slug:body>/uppdrag/<number:assignment>"


def _line(here: Office, key: int) -> Line:
    found = next((one for one in here.lines if one.entry.id == key), None)
    if found is None:
        raise NotFound
    return found


def _after(here: Office, key: int) -> Line | None:
    """The next to report on, in the order of the board, from the top again at the end."""
    keys = [one.entry.id for one in here.lines]
    turned = [*here.lines[keys.index(key) + 1 :], *here.lines[: keys.index(key)]]
    return next((one for one in turned if one.report is None), None)


def _divisions(here: Office) -> Sequence[str]:
    told = {one.handling.division for one in here.lines if one.handling}
    return sorted(told - {""})


def _goals(one: Line) -> Sequence[GoalEntry]:
    """The goals to choose among: those of plans that hold now, and the one that is chosen."""
    keys = goals_in(session(), one.body.organisation_id, today().year)
    entries = [*goal_entries(session(), keys, today()).values()]
    return entries if one.goal is None or one.goal in entries else [one.goal, *entries]


def _goal(one: Line, key: int | None) -> int | None:
    if key and key not in {goal.id for goal in _goals(one)}:
        raise NotFound
    return key


def _show(body: str, key: int, refused: Refused | None = None) -> str:
    here = office(body)
    one = _line(here, key)
    earlier = [o for o in here.lines if o.entry.decided_on <= one.entry.decided_on and o is not one]
    return render_template(
        "reporting/one.html",
        here=here,
        one=one,
        report=shown(report_form(one), "redovisning", refused),
        handling=shown(handling_form(one), "handlaggning", refused),
        closing=shown(ClosingForm(), "avslut", refused),
        divisions=_divisions(here),
        earlier=earlier,
        goals=_goals(one),
        supplements=[o for o in here.lines if o.handling and o.handling.supplements_id == key],
        next_one=_after(here, key),
        refused=refused,
        back=url_for("reporting.assignment", body=body, assignment=key),
    )


@blueprint.get(_AT)
def assignment(body: str, assignment: int) -> str:
    """The assignment, what was reported on it, and the fields for more."""
    return _show(body, assignment)


def _take(form: Form, body: str, key: int, do: Callable[[Office, Assignment], object]) -> Response:
    """Do it once to an assignment of the body; its meeting's agenda is in sight meanwhile."""

    def carried() -> str:
        here = office(body)
        row = session().get_one(Assignment, _line(here, key).entry.id)
        with looking_at_agenda(session(), here.body.id):
            do(here, row)
        return request.form.get("back") or url_for("assignment_board.assignment_board")

    return carry_out(form, carried, lambda refused: _show(body, key, refused))


@blueprint.post(f"{_AT}/redovisning")
def report(body: str, assignment: int) -> Response:
    """Report to the next meeting, or mend what was told to it."""
    form = ReportForm(request.form)

    def do(here: Office, row: Assignment) -> object:
        item, told = meeting_of(here).item, _line(here, assignment).report
        text, closes = clean(form.text.data or ""), form.proposes_closing.data
        if told is None:
            return report_measure(session(), act(), row, item, text, proposes_closing=closes)
        seen = form.revision.data
        return revise_measure(session(), act(), told, text, proposes_closing=closes, seen=seen)

    return _take(form, body, assignment, do)


@blueprint.post(f"{_AT}/handlaggning")
def handle(body: str, assignment: int) -> Response:
    """Enter who handles it, and when it is reported on next."""
    form = HandlingForm(request.form)

    def do(here: Office, row: Assignment) -> object:
        key, one = form.supplements.data, _line(here, assignment)
        told = Handling(
            form.handler.data or "",
            form.division.data or "",
            form.report_on.data,
            _line(here, key).entry.id if key else None,
            _goal(one, form.goal.data),
        )
        return handle_assignment(session(), act(), row, told, seen=form.revision.data)

    return _take(form, body, assignment, do)


@blueprint.post(f"{_AT}/redovisning/borttagning")
def take_back(body: str, assignment: int) -> Response:
    """Take back what was reported to the next meeting."""
    form = ReportForm(request.form)

    def do(here: Office, row: Assignment) -> object:
        told = _line(here, assignment).report
        if told is None:
            raise NotFound
        return strike_measure(session(), act(), told, seen=form.revision.data)

    return _take(form, body, assignment, do)


@blueprint.post(f"{_AT}/avslut")
def close(body: str, assignment: int) -> Response:
    """Enter that an adjusted § closed it."""
    form = ClosingForm(request.form)

    def do() -> str:
        row = session().get_one(Assignment, _line(office(body), assignment).entry.id)
        ends = cited(form.cited.data or "")
        with looking_at_agenda(session(), ends.body_id):
            close_assignment(session(), act(), row, ends)
        return url_for("assignment_board.assignment_board")

    return carry_out(form, do, lambda refused: _show(body, assignment, refused))
