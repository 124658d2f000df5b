"""The meetings of a body's year: planned many at once, moved, cancelled and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response
from wtforms import Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Optional

from minutes.actions.calendar import swedish_holidays
from minutes.actions.planning import (
    cancel_meeting,
    plan_meeting,
    reschedule_meeting,
    resume_meeting,
)
from minutes.domain.errors import RuleBroken
from minutes.domain.planning import WEEKDAYS, Planned, oddity_of, time_of_day
from minutes.importing.dates import read_date
from minutes.importing.plan import read_plan
from minutes.store.queries.desk import DeskMeeting, desk_meetings, years_of
from minutes.store.queries.meetings import meeting_at
from minutes.store.session import session
from minutes.store.tables import Meeting
from minutes.web.access import act, may
from minutes.web.pages import today
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.desk import BodyPlace, body_place, carry_out
from minutes.web.workspace.entries import NoWords, shown
from minutes.web.workspace.fields import line, words
from minutes.web.workspace.place import READERS, SECRETARIES
from minutes.web.workspace.regular import asked_rule

blueprint = Blueprint("planning", __name__)
may(blueprint, READERS, "year")
may(blueprint, SECRETARIES, "plan", "reschedule", "cancel", "resume")


class PlanForm(Form):
    """Meetings, a line each, with the time and place of those that tell none."""

    days = TextAreaField(filters=[words])
    begins_at = StringField(filters=[line])
    place = StringField(filters=[line])


class MoveForm(Form):
    """Another day, time or place of a meeting."""

    held_on = StringField(filters=[line])
    begins_at = StringField(filters=[line])
    place = StringField(filters=[line])
    revision = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Row:
    """A meeting of the year with what is odd about its day and the form that moves it."""

    meeting: DeskMeeting
    weekday: str
    oddity: str
    form: MoveForm


def _row(meeting: DeskMeeting, refused: Refused | None) -> Row:
    form = MoveForm(
        held_on=meeting.held_on.isoformat(),
        begins_at=meeting.begins_at,
        place=meeting.place,
        revision=meeting.revision,
    )
    oddity = oddity_of(meeting.held_on, swedish_holidays())
    return Row(
        meeting,
        WEEKDAYS[meeting.held_on.weekday()],
        oddity.told(_) if oddity else "",
        shown(form, f"flytt-{meeting.key}", refused),
    )


def _year() -> int:
    asked = request.args.get("ar", "")
    return int(asked) if asked.isdecimal() and len(asked) == 4 else today().year


def _show(here: BodyPlace, refused: Refused | None = None) -> str:
    year, rule = _year(), asked_rule()
    meetings = desk_meetings(session(), here.body, year)
    years = {*years_of(session(), here.body), today().year, today().year + 1, year}
    last = next((m for m in reversed(meetings) if m.place or m.begins_at), None)
    plan = PlanForm(
        days=rule.days(year, today()),
        begins_at=last.begins_at if last else "",
        place=last.place if last else "",
    )
    return render_template(
        "workspace/planning.html",
        here=here,
        year=year,
        years=sorted(years),
        rows=[_row(one, refused) for one in meetings],
        plan=shown(plan, "plan", refused),
        refused=refused,
        weekdays=WEEKDAYS,
        rule=rule,
        today=today(),
        back=url_for("planning.year", body=here.body.slug, ar=year),
    )


@blueprint.get("/arbete/<slug:body>")
def year(body: str) -> str:
    """The meetings of a year."""
    return _show(body_place(body))


def _time(text: str | None) -> str | None:
    return time_of_day(text) if text else None


@blueprint.post("/arbete/<slug:body>")
def plan(body: str) -> Response:
    """Plan the meetings of the lines, all of them or none."""
    here, form = body_place(body), PlanForm(request.form)

    def do() -> str:
        planned = read_plan(
            form.days.data or "", _time(form.begins_at.data), form.place.data or None
        )
        for one in planned:
            plan_meeting(session(), act(), here.body, one, today=today())
        return url_for("planning.year", body=body, ar=planned[0].held_on.year)

    return carry_out(form, do, lambda refused: _show(body_place(body), refused))


def _day(text: str | None) -> date:
    day = read_date(text or "")
    if day is None:
        raise RuleBroken("”{text}” är ingen dag. Skriv den som 2027-01-13.", text=(text or "")[:20])
    return day


def _change(body: str, held_on: date, form: Form, do: Callable[[Meeting], Meeting]) -> Response:
    row = meeting_at(session(), body_place(body).body.slug, held_on)
    if row is None:
        raise NotFound(_("Organet har inget sammanträde den dagen."))
    meeting = row

    def done() -> str:
        year = do(meeting).held_on.year
        return url_for("planning.year", body=body, ar=year, _anchor=f"dag-{meeting.held_on}")

    return carry_out(form, done, lambda refused: _show(body_place(body), refused))


@blueprint.post("/arbete/<slug:body>/<day:held_on>/flytt")
def reschedule(body: str, held_on: date) -> Response:
    """Move a meeting to another day, time or place."""
    form = MoveForm(request.form)

    def do(meeting: Meeting) -> Meeting:
        planned = Planned(
            _day(form.held_on.data), _time(form.begins_at.data), form.place.data or None
        )
        seen: Any = form.revision.data
        return reschedule_meeting(session(), act(), meeting, planned, today=today(), seen=seen)

    return _change(body, held_on, form, do)


@blueprint.post("/arbete/<slug:body>/<day:held_on>/installning")
def cancel(body: str, held_on: date) -> Response:
    """Cancel a meeting."""
    form = NoWords(request.form)
    return _change(
        body, held_on, form, lambda m: cancel_meeting(session(), act(), m, seen=form.revision.data)
    )


@blueprint.post("/arbete/<slug:body>/<day:held_on>/atertagande")
def resume(body: str, held_on: date) -> Response:
    """Take back that a meeting was cancelled."""
    form = NoWords(request.form)
    return _change(
        body, held_on, form, lambda m: resume_meeting(session(), act(), m, seen=form.revision.data)
    )
