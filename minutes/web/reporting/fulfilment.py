"""How far goals are reached, told to a meeting in a few fields each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response
from wtforms import Form, IntegerField, TextAreaField
from wtforms.validators import Length, Optional

from minutes.actions.goals import assess_goal, revise_assessment
from minutes.domain.goals import Assessment, Direction, Fulfilment
from minutes.domain.texts import LONGEST_TEXT, clean
from minutes.store.queries.goals import AssessmentEntry, GoalReport, goal_reports
from minutes.store.session import session
from minutes.store.tables import Goal
from minutes.store.visibility import looking_at_agenda
from minutes.web.access import act, may
from minutes.web.fields import ChosenField
from minutes.web.reporting.offices import OFFICE, Office, meeting_of, office_on
from minutes.web.words import label
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.desk import carry_out
from minutes.web.workspace.entries import shown
from minutes.web.workspace.fields import KindField, words

blueprint = Blueprint("fulfilment", __name__)
may(blueprint, OFFICE, "goals", "assess")
_AT = "/arbete/<slug:body>/<day:held_on>/mal"


class AssessmentForm(Form):
    """How far a goal is reached, which way it goes, and what that rests on."""

    fulfilment = KindField(Fulfilment)
    direction = KindField(Direction)
    forecast = ChosenField("")
    text = TextAreaField(validators=[Length(max=LONGEST_TEXT)], filters=[words])
    revision = IntegerField(validators=[Optional()])

    def __init__(self, *sent: object, **told: object) -> None:
        super().__init__(*sent, **told)  # type: ignore[arg-type]  # what WTForms takes
        self.forecast.offer([("", "–"), *((one.value, label(one)) for one in Fulfilment)])


@dataclass(frozen=True, slots=True)
class Asked:
    """A goal with the form for what is told of it this time."""

    told: GoalReport
    form: AssessmentForm
    form_id: str


def _last(told: GoalReport) -> AssessmentEntry | None:
    return told.earlier[-1] if told.earlier else None


def _form(told: GoalReport) -> AssessmentForm:
    """What was told before stands until something else is chosen."""
    now = told.now
    if now is None:
        last = {"fulfilment": o.fulfilment, "direction": o.direction} if (o := _last(told)) else {}
        return AssessmentForm(revision=0, **last)
    return AssessmentForm(
        fulfilment=now.fulfilment,
        direction=now.direction,
        forecast=now.forecast.value if now.forecast else "",
        text=now.text,
        revision=now.revision,
    )


def _told(here: Office) -> Sequence[GoalReport]:
    at = meeting_of(here)
    return goal_reports(session(), here.body, at.meeting, at.item)


def _asked(one: GoalReport, refused: Refused | None) -> Asked:
    form_id = f"mal-{one.goal.id}"
    return Asked(one, shown(_form(one), form_id, refused), form_id)


def _show(body: str, held_on: date, refused: Refused | None = None) -> str:
    here = office_on(body, held_on)
    return render_template(
        "reporting/goals.html",
        here=here,
        goals=[_asked(one, refused) for one in _told(here)],
        refused=refused,
        back=url_for("fulfilment.goals", body=body, held_on=held_on),
    )


@blueprint.get(_AT)
def goals(body: str, held_on: date) -> str:
    """The goals of the plans that hold, and what is told of each to that meeting."""
    return _show(body, held_on)


def _assessment(form: AssessmentForm) -> Assessment:
    forecast = form.forecast.chosen()
    return Assessment(
        form.fulfilment.data,
        form.direction.data,
        clean(form.text.data or ""),
        Fulfilment(forecast) if forecast else None,
    )


@blueprint.post(f"{_AT}/<number:goal>")
def assess(body: str, held_on: date, goal: int) -> Response:
    """Tell how far a goal is reached, or mend what was told."""
    form = AssessmentForm(request.form)

    def do() -> str:
        here = office_on(body, held_on)
        one = next((told for told in _told(here) if told.goal.id == goal), None)
        if one is None:
            raise NotFound
        with looking_at_agenda(session(), here.body.id):
            if one.now is None:
                row, item = session().get_one(Goal, goal), meeting_of(here).item
                assess_goal(session(), act(), row, item, _assessment(form))
            else:
                seen, told = form.revision.data, _assessment(form)
                revise_assessment(session(), act(), one.now, told, seen=seen)
        return url_for("fulfilment.goals", body=body, held_on=held_on)

    return carry_out(form, do, lambda refused: _show(body, held_on, refused))
