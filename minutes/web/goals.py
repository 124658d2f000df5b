"""Plans and their goals: how far each was reached, report by report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint
from flask_babel import gettext as _

from minutes.store.queries.addresses import ItemReference
from minutes.store.queries.goals import AssessmentEntry
from minutes.store.queries.plans import GoalPage, PlanPage, plan_list, plan_page
from minutes.store.session import session
from minutes.web.access import EVERYBODY
from minutes.web.pages import Page, found, shows, today

blueprint = Blueprint("goals", __name__)
_MOST = 6
"""So many reports fit beside each other on a phone."""


@dataclass(frozen=True, slots=True)
class Course:
    """A goal with what each report told of it, None where it told nothing."""

    page: GoalPage
    told: Sequence[AssessmentEntry | None]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The latest reports in order of time, and each goal's course through them."""

    reports: Sequence[ItemReference]
    courses: Sequence[Course]


def drawing_of(page: PlanPage) -> Drawing:
    """How the goals of a plan have fared, as far as it can be drawn."""
    told = [one for goal in page.goals for one in goal.assessments]
    reports = sorted({one.at for one in told}, key=lambda at: at.address.held_on)[-_MOST:]
    courses = []
    for goal in page.goals:
        by: Mapping[ItemReference, AssessmentEntry] = {one.at: one for one in goal.assessments}
        courses.append(Course(goal, [by.get(at) for at in reports]))
    return Drawing(reports, courses)


@shows(blueprint, "/planer", "goals/plans.html", who=EVERYBODY)
def plans() -> Page:
    """All plans, those that hold the longest first."""
    return Page(plan_list(session()))


@shows(blueprint, "/planer/<number:number>", "goals/plan.html", who=EVERYBODY)
def plan(number: int) -> Page:
    """A plan with its goals, and what has become of each."""
    page: PlanPage = found(
        plan_page(session(), number, today()),
        _("Registret har ingen plan med nummer %(number)s. Välj bland planerna.", number=number),
    )
    return Page(page, {"drawing": drawing_of(page)})
