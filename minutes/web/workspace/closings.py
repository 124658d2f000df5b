"""Assignments that a § closes: only the body's own decision ends one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint
from sqlmodel import col, select
from werkzeug.exceptions import NotFound
from wtforms import Form, IntegerField
from wtforms.validators import Optional

from minutes.actions.ending import close_assignment, reopen_assignment
from minutes.domain.errors import RuleBroken
from minutes.store.queries.assignments import AssignmentEntry, assignment_entries
from minutes.store.queries.body_assignments import open_assignments
from minutes.store.session import session
from minutes.store.tables import Assignment
from minutes.web.access import act
from minutes.web.languages import marked
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import NoWords, shown
from minutes.web.workspace.place import Place
from minutes.web.workspace.screen import Screen

NAME, KEYS, TEMPLATE = "closings", "c", "workspace/closings.html"
TITLE = marked("Avslutar uppdrag")
blueprint = Blueprint("closings", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/avslutar"


class ClosingForm(Form):
    """Which assignment the § closes."""

    assignment = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Panel:
    """The assignments that the § closes, those still open, and the form for the next.

    Those proposed for closing come first.
    """

    entries: Sequence[AssignmentEntry]
    open: Sequence[AssignmentEntry]
    new: ClosingForm
    prefix: str = "avslutar"


def _closed_here(here: Place) -> Sequence[Assignment]:
    closed = select(Assignment).where(Assignment.closed_by_id == here.at.id)
    return session().exec(closed.order_by(col(Assignment.id))).all()


def _open(here: Place) -> Sequence[AssignmentEntry]:
    day = here.meeting.held_on
    rows = [row for row in open_assignments(session(), here.body, day) if row.decided_on < day]
    entries = assignment_entries(session(), rows, day)
    return sorted(entries, key=lambda one: one.status.value != "proposed_for_closing")


def panel(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of the assignments that end here."""
    here = screen.place
    closed = assignment_entries(session(), _closed_here(here), here.meeting.held_on)
    ending = _open(here) if screen.may_change else ()
    return Panel(closed, ending, shown(ClosingForm(), "avslutar-ny", refused))


@takes(blueprint, _AT, ClosingForm)
def close(here: Place, form: ClosingForm) -> None:
    """Close an assignment by the §."""
    offered = {one.id for one in _open(here)}
    if form.assignment.data not in offered:
        raise RuleBroken("Välj ett av organets öppna uppdrag.")
    row = session().get_one(Assignment, form.assignment.data)
    close_assignment(session(), act(), row, here.at)


@takes(blueprint, f"{_AT}/<number:assignment>", NoWords)
def open_again(here: Place, form: NoWords, assignment: int) -> None:
    """Open an assignment again that the § was to close."""
    row = next((one for one in _closed_here(here) if one.id == assignment), None)
    if row is None:
        raise NotFound
    reopen_assignment(session(), act(), row)
