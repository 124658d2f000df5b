"""One assignment at the director's office: a measure is reported, and who handles it entered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flask import Blueprint, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response
from wtforms import BooleanField, Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from minutes.actions.following_up import handle_assignment, report_measure, revise_measure
from minutes.domain.following_up import Handling
from minutes.domain.texts import LONGEST_TEXT, clean
from minutes.store.queries.assignment_reports import Line
from minutes.store.session import session
from minutes.store.tables import Assignment
from minutes.store.visibility import looking_at_agenda
from minutes.web.access import act, may
from minutes.web.reporting.offices import OFFICE, Office, meeting_of, office
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.desk import carry_out
from minutes.web.workspace.entries import shown
from minutes.web.workspace.fields import DayField, line, words

blueprint = Blueprint("reporting", __name__)
may(blueprint, OFFICE, "assignment", "report", "handle")
_AT = "/arbete/<slug:body>/uppdrag/<number:assignment>"


class ReportForm(Form):
    """What has been done, and whether that is all."""

    text = TextAreaField(validators=[Length(max=LONGEST_TEXT)], filters=[words])
    proposes_closing = BooleanField()
    revision = IntegerField(validators=[Optional()])


class HandlingForm(Form):
    """Who handles an assignment, when it is reported on next, and what it supplements."""

    handler = StringField(filters=[line])
    division = StringField(filters=[line])
    report_on = DayField()
    supplements = IntegerField(validators=[Optional()])
    revision = IntegerField(validators=[Optional()])


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


def _report_form(one: Line) -> ReportForm:
    told = one.report
    if told is None:
        return ReportForm(revision=0)
    return ReportForm(
        text=told.text, proposes_closing=told.proposes_closing, revision=told.revision
    )


def _handling_form(one: Line) -> HandlingForm:
    told = one.handling
    if told is None:
        return HandlingForm(revision=0)
    return HandlingForm(
        handler=told.handler,
        division=told.division,
        report_on=told.report_on,
        supplements=told.supplements_id,
        revision=told.revision,
    )


def _divisions(here: Office) -> Sequence[str]:
    told = {one.handling.division for one in here.lines if one.handling}
    return sorted(told - {""})


def _show(body: str, key: int, refused: Refused | None = None) -> str:
    here = office(body)
    one = _line(here, key)
    earlier = [o for o in here.lines if o.entry.decided_on <= one.entry.decided_on and o is not one]
    return render_template(
        "reporting/one.html",
        here=here,
        one=one,
        report=shown(_report_form(one), "redovisning", refused),
        handling=shown(_handling_form(one), "handlaggning", refused),
        divisions=_divisions(here),
        earlier=earlier,
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
        key = form.supplements.data
        told = Handling(
            form.handler.data or "",
            form.division.data or "",
            form.report_on.data,
            _line(here, key).entry.id if key else None,
        )
        return handle_assignment(session(), act(), row, told, seen=form.revision.data)

    return _take(form, body, assignment, do)
