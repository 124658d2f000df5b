"""The page of a plan at the director's office, with its forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import render_template, url_for
from flask_babel import gettext as _
from wtforms import Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from minutes.domain.assignments import DIRECTOR
from minutes.domain.texts import LONGEST_TEXT
from minutes.store.queries.plans import GoalPage, PlanPage, plan_page
from minutes.store.session import session
from minutes.store.tables import Plan
from minutes.web.pages import found, today
from minutes.web.reporting.citing import named
from minutes.web.reporting.offices import look
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.entries import shown
from minutes.web.workspace.fields import DayField, line, words


class PlanForm(Form):
    """What a plan is called, its years, and the § or the day that decided it."""

    name = StringField(filters=[line])
    from_year = IntegerField(validators=[Optional()])
    to_year = IntegerField(validators=[Optional()])
    cited = StringField(filters=[line])
    decided_on = DayField()
    revision = IntegerField(validators=[Optional()])


class GoalForm(Form):
    """The next goal of a plan."""

    number = IntegerField(validators=[Optional()])
    perspective = StringField(filters=[line])
    name = StringField(filters=[line])


class WordingForm(Form):
    """How a goal reads from a day on."""

    name = StringField(filters=[line])
    stands_from = DayField()
    revision = IntegerField(validators=[Optional()])


class GivenForm(Form):
    """An assignment of a plan: who is to do what, by when, and the goal that it serves."""

    assignee = StringField(filters=[line])
    text = TextAreaField(validators=[Length(max=LONGEST_TEXT)], filters=[words])
    deadline = DayField()
    event = StringField(filters=[line])
    goal = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Worded:
    """A goal with the form for its next wording."""

    page: GoalPage
    form: WordingForm
    form_id: str


def _facts(page: PlanPage) -> PlanForm:
    one = page.plan
    return PlanForm(
        name=one.name,
        from_year=one.from_year,
        to_year=one.to_year,
        cited=named(one.decided_by),
        decided_on=one.decided_on,
        revision=session().get_one(Plan, one.id).revision,
    )


def _worded(goals: Sequence[GoalPage], refused: Refused | None) -> Sequence[Worded]:
    made = []
    for one in goals:
        form_id = f"mal-{one.goal.id}"
        form = WordingForm(name=one.goal.name, revision=one.goal.revision)
        made.append(Worded(one, shown(form, form_id, refused), form_id))
    return made


def show_plan(key: int, refused: Refused | None = None) -> str:
    """The plan with its goals and assignments, and the forms for more. Raises NotFound."""
    look()
    page: PlanPage = found(plan_page(session(), key, today()), _("Registret har ingen sådan plan."))
    numbers = [one.goal.number for one in page.goals]
    new_goal = GoalForm(
        number=max(numbers, default=0) + 1,
        perspective=page.goals[-1].goal.perspective if page.goals else "",
    )
    return render_template(
        "reporting/plan.html",
        page=page,
        facts=shown(_facts(page), "plan", refused),
        goals=_worded(page.goals, refused),
        new_goal=shown(new_goal, "mal-nytt", refused),
        given=shown(GivenForm(assignee=DIRECTOR), "uppdrag-nytt", refused),
        refused=refused,
        back=url_for("plans.plan", plan=key),
    )
