"""When the meeting is opened and closed, and who is elected to adjust its minutes."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import to_user_timezone
from sqlmodel import select
from werkzeug.exceptions import NotFound
from wtforms import Form, IntegerField, StringField
from wtforms.validators import Length, Optional

from minutes.actions.adjustments import elect_adjuster
from minutes.actions.opening import close_meeting, open_meeting, reopen_meeting, retime_meeting
from minutes.actions.revisions import strike
from minutes.domain.adjustment import require_may_adjust
from minutes.domain.errors import RuleBroken
from minutes.domain.finding import find_person
from minutes.store.records import adjusters_of, attendance_of
from minutes.store.seated import people_at
from minutes.store.session import session
from minutes.store.tables import Adjuster
from minutes.web.access import act, moment
from minutes.web.workspace.acts import takes
from minutes.web.workspace.entries import NoWords
from minutes.web.workspace.place import Place
from minutes.web.workspace.roll_call import show

blueprint = Blueprint("times", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/narvaro"


class TimeForm(Form):
    """A time of the day; without one it is now."""

    at = StringField(validators=[Length(max=20)])
    closed_at = StringField(validators=[Length(max=20)])
    revision = IntegerField(validators=[Optional()])


class WhoForm(Form):
    """Somebody, by part of the name."""

    who = StringField(validators=[Length(max=200)])


def _time(here: Place, typed: str | None) -> str:
    """The time that is typed, else now. Raises RuleBroken where the meeting is not today."""
    if typed and typed.strip():
        return typed
    now = to_user_timezone(moment())
    if now.date() != here.meeting.held_on:
        raise RuleBroken("Sammanträdet är inte i dag. Skriv klockslaget.")
    return f"{now:%H:%M}"


@takes(blueprint, f"{_AT}/oppnande", TimeForm, show)
def opens(here: Place, form: TimeForm) -> str:
    """Open the meeting, and go on to its first item."""
    at = _time(here, form.at.data)
    open_meeting(session(), act(), here.meeting, at, seen=form.revision.data)
    return here.address("workspace.meeting")


@takes(blueprint, f"{_AT}/avslutande", TimeForm, show)
def closes(here: Place, form: TimeForm) -> None:
    """Close the meeting."""
    at = _time(here, form.at.data)
    close_meeting(session(), act(), here.meeting, at, seen=form.revision.data)


@takes(blueprint, f"{_AT}/aterupptagande", NoWords, show)
def goes_on(here: Place, form: NoWords) -> None:
    """Go on with a meeting that was closed."""
    reopen_meeting(session(), act(), here.meeting, seen=form.revision.data)


@takes(blueprint, f"{_AT}/tider", TimeForm, show)
def retime(here: Place, form: TimeForm) -> None:
    """Correct when the meeting was opened and closed."""
    times = {"opened_at": form.at.data or "", "closed_at": form.closed_at.data or ""}
    retime_meeting(session(), act(), here.meeting, **times, seen=form.revision.data)


@takes(blueprint, f"{_AT}/justerare", WhoForm, show)
def elect(here: Place, form: WhoForm) -> None:
    """Somebody is elected to adjust the minutes beside the chair."""
    there = attendance_of(session(), here.meeting)
    who = find_person(form.who.data or "", [one.person for one in there if one.serves])
    require_may_adjust(who, there, adjusters_of(session(), here.meeting))
    rows = select(Adjuster.position).where(Adjuster.meeting_id == here.meeting.id)
    last = max(session().exec(rows), default=-1)
    people = people_at(session(), here.meeting)
    elect_adjuster(session(), act(), here.meeting, who, people=people, position=last + 1)


@takes(blueprint, f"{_AT}/justerare/<number:adjuster>/borttagning", NoWords, show)
def unelect(here: Place, form: NoWords, adjuster: int) -> None:
    """Somebody else is to adjust the minutes."""
    row = session().get(Adjuster, adjuster)
    if row is None or row.meeting_id != here.meeting.id:
        raise NotFound
    strike(session(), act(), row, seen=form.revision.data)
