"""Assignments from the points of a decision: who is to do what, and by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import Blueprint
from flask_babel import gettext as _
from sqlmodel import select
from werkzeug.exceptions import NotFound
from wtforms import Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from minutes.actions.assigning import revise_assignment, strike_assignment
from minutes.actions.decision_points import points_in
from minutes.actions.decisions import Origin, give_assignment
from minutes.domain import assignments as domain
from minutes.domain import record
from minutes.domain.assignments import DIRECTOR, lacks_limit, require_assignment
from minutes.domain.errors import RuleBroken
from minutes.domain.texts import LONGEST_TEXT, clean
from minutes.importing.assignments import read_assignments
from minutes.store import tables as t
from minutes.store.session import session
from minutes.web.access import act
from minutes.web.languages import marked
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import NoWords, entries_at, shown
from minutes.web.workspace.fields import DayField, line, words
from minutes.web.workspace.place import Place
from minutes.web.workspace.room import record_at
from minutes.web.workspace.screen import Screen
from minutes.web.workspace.undoing import offer_back

NAME, KEYS, TEMPLATE = "assignments", "u", "workspace/assignments.html"
TITLE = marked("Uppdrag")
blueprint = Blueprint("assigning", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/uppdrag"


class AssignmentForm(Form):
    """Who is to do what that a point decides, and by when."""

    point = IntegerField(validators=[Optional()], default=1)
    assignee = StringField(filters=[line])
    text = TextAreaField(validators=[Length(max=LONGEST_TEXT)], filters=[words])
    deadline = DayField()
    event = StringField(filters=[line])
    revision = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Entered:
    """An assignment on the screen; `lacks_limit` where nothing says when it is to be done."""

    row: t.Assignment
    lacks_limit: bool
    form: AssignmentForm
    form_id: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The assignments of the §, those that its decision tells, and the form for the next."""

    entries: Sequence[Entered]
    offered: Sequence[domain.Assignment]
    new: AssignmentForm
    points: Sequence[str]
    prefix: str = "uppdrag"


def _points(here: Place) -> Sequence[t.DecisionPoint]:
    return [p for row in entries_at(t.Decision, here) for p in points_in(session(), row)]


def _rows(here: Place) -> Sequence[tuple[t.DecisionPoint, t.Assignment]]:
    points = {point.id: point for point in _points(here)}
    given = select(t.Assignment).where(t.Assignment.decision_point_id.in_(points))  # type: ignore[union-attr]  # a column
    rows = sorted(session().exec(given), key=lambda row: (row.position, row.id))
    return [(points[row.decision_point_id or 0], row) for row in rows]


def _missing(told: record.Item) -> Iterator[domain.Assignment]:
    """The assignments that the decision's words give and nobody has entered."""
    given = [(one.point, one.assignee) for one in told.assignments]
    for one in read_assignments(told.decision):
        if (one.point, one.assignee) in given:
            given.remove((one.point, one.assignee))
        else:
            yield one


def _entered(point: t.DecisionPoint, row: t.Assignment, refused: Refused | None) -> Entered:
    form_id = f"uppdrag-{row.id}"
    form = AssignmentForm(
        point=point.number,
        assignee=row.assignee,
        text=row.text,
        deadline=row.deadline,
        event=row.event,
    )
    told = domain.Assignment(point.number, row.assignee, row.deadline, row.event, row.text)
    return Entered(row, lacks_limit(told), shown(form, form_id, refused), form_id)


def panel(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of the assignments."""
    points = [point.text for point in _points(screen.place)]
    new = AssignmentForm(assignee=DIRECTOR, text=points[0] if len(points) == 1 else "")
    return Panel(
        [_entered(point, row, refused) for point, row in _rows(screen.place)],
        list(_missing(screen.record)),
        shown(new, "uppdrag-ny", refused),
        points,
    )


def _read(form: AssignmentForm, here: Place) -> tuple[domain.Assignment, t.DecisionPoint]:
    points = {point.number: point for point in _points(here)}
    point = points.get(form.point.data or 1)
    if point is None:
        raise RuleBroken("Ett uppdrag ges av en beslutspunkt. För in beslutet först.")
    told = domain.Assignment(
        point.number,
        form.assignee.data or "",
        form.deadline.data,
        form.event.data or "",
        clean(form.text.data or "").strip() or point.text,
    )
    require_assignment(here.meeting.held_on, told)
    return told, point


def _give(here: Place, told: domain.Assignment, point: t.DecisionPoint) -> None:
    organisation = session().get_one(t.Organisation, here.body.organisation_id)
    places = [row.position for _point, row in _rows(here)]
    origin = Origin(here.meeting.held_on, point, position=max(places, default=-1) + 1)
    give_assignment(session(), act(), organisation, told, origin)


@takes(blueprint, _AT, AssignmentForm)
def give(here: Place, form: AssignmentForm) -> None:
    """Enter an assignment."""
    _give(here, *_read(form, here))


@takes(blueprint, f"{_AT}/beslutets", NoWords)
def give_told(here: Place, form: NoWords) -> None:
    """Enter the assignments that the decision's words give."""
    points = {point.number: point for point in _points(here)}
    for one in list(_missing(record_at(here))):
        require_assignment(here.meeting.held_on, one)
        _give(here, one, points[one.point])


def _row(here: Place, key: int) -> t.Assignment:
    found = next((row for _point, row in _rows(here) if row.id == key), None)
    if found is None:
        raise NotFound
    return found


@takes(blueprint, f"{_AT}/<number:assignment>", AssignmentForm)
def mend_assignment(here: Place, form: AssignmentForm, assignment: int) -> None:
    """Mend an assignment."""
    row, (told, point) = _row(here, assignment), _read(form, here)
    revise_assignment(session(), act(), row, told, point=point, seen=form.revision.data)


@takes(blueprint, f"{_AT}/<number:assignment>/borttagning", NoWords)
def take_assignment_out(here: Place, form: NoWords, assignment: int) -> None:
    """Take out an assignment."""
    row = _row(here, assignment)
    _gone, told = strike_assignment(session(), act(), row, seen=form.revision.data)
    offer_back(here, told, _("Uppdraget"))
