"""The page of the roll call, the meeting's times and its adjusters, and mending who was there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from flask import Blueprint, render_template
from sqlmodel import col, select
from werkzeug.exceptions import NotFound
from wtforms import Form, IntegerField, StringField
from wtforms.validators import Length, Optional

from minutes.actions.seating import call_roll, mend_attendance
from minutes.domain.attendance import Attendance as There
from minutes.domain.attendance import Interval
from minutes.domain.errors import RuleBroken
from minutes.domain.roll_call import filled
from minutes.domain.wording.attendance import interval_text
from minutes.importing.intervals import intervals
from minutes.store.agendas import items_on
from minutes.store.rosters import coming_number, roster_of
from minutes.store.seated import Seated, seated
from minutes.store.session import session
from minutes.store.tables import Adjuster, Attendance, Meeting
from minutes.web.access import act, may, signed_in
from minutes.web.pages import today
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import NoWords, shown
from minutes.web.workspace.place import READERS, Place, may_change, place
from minutes.web.workspace.roll import RollForm, Row, empty_seats, officials_of, read_roll, rows_of

blueprint = Blueprint("roll_call", __name__)
may(blueprint, READERS, "roll")
_AT = "/arbete/<slug:body>/<day:held_on>/narvaro"
R = TypeVar("R", Attendance, Adjuster)


class MendForm(Form):
    """The §§ over which somebody was there; none is the whole meeting."""

    spans = StringField(validators=[Length(max=200)])
    revision = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Entered:
    """A row of the list, and the form that mends it."""

    row: Attendance
    told: There
    form: MendForm
    form_id: str


@dataclass(frozen=True, slots=True)
class RollPage:
    """What the page shows; the roll itself until a § is closed, then the list to mend."""

    place: Place
    room: Seated
    rows: Sequence[Row]
    roll: RollForm
    empty: Sequence[str]
    entered: Sequence[Entered]
    adjusters: Sequence[Adjuster]
    first: int
    is_begun: bool
    may_change: bool


def _rows(table: type[R], meeting: Meeting) -> Sequence[R]:
    of_meeting = select(table).where(table.meeting_id == meeting.id)
    return session().exec(of_meeting.order_by(col(table.position))).all()


def _entered(meeting: Meeting, refused: Refused | None) -> list[Entered]:
    told = roster_of(session(), meeting).attendance
    found = []
    for row, one in zip(_rows(Attendance, meeting), told, strict=True):
        form_id = f"rad-{row.id}"
        form = shown(MendForm(spans=interval_text(one.intervals)), form_id, refused)
        found.append(Entered(row, one, form, form_id))
    return found


def _roll_form(here: Place, refused: Refused | None) -> RollForm:
    secretary, others = officials_of(roster_of(session(), here.meeting))
    form = RollForm(secretary=secretary or signed_in().name, officials=others)
    return shown(form, "upprop", refused)


def show(here: Place, refused: Refused | None = None) -> str:
    """The page, with what was refused in its form again."""
    roster = roster_of(session(), here.meeting)
    roll = _roll_form(here, refused)
    page = RollPage(
        here,
        seated(session(), here.meeting, coming_number(session(), here.meeting)),
        rows_of(roster, roll.posted),
        roll,
        empty_seats(roster) if roster.attendance else (),
        _entered(here.meeting, refused),
        _rows(Adjuster, here.meeting),
        roster.start,
        any(item.number for item in items_on(session(), here.meeting)),
        may_change(here),
    )
    return render_template(
        "workspace/roll.html",
        page=page,
        refused=refused,
        back=here.address("roll_call.roll"),
        is_today=today() == here.meeting.held_on,
    )


@blueprint.get(_AT)
def roll(body: str, held_on: date) -> str:
    """Who answers when the meeting begins, when it began, and who was there."""
    return show(place(body, held_on))


@takes(blueprint, _AT, RollForm, show)
def call(here: Place, form: RollForm) -> None:
    """Enter everybody who answers, and those who sit for others."""
    roster = roster_of(session(), here.meeting)
    call_roll(session(), act(), here.meeting, read_roll(form, roster))


@takes(blueprint, f"{_AT}/i-turordning", RollForm, show)
def call_in_order(here: Place, form: RollForm) -> None:
    """Enter everybody who answers, and put substitutes in the empty seats in their order."""
    roster = roster_of(session(), here.meeting)
    told = filled(roster, read_roll(form, roster))
    call_roll(session(), act(), here.meeting, told)


def _row(table: type[R], here: Place, key: int) -> R:
    row = session().get(table, key)
    if row is None or row.meeting_id != here.meeting.id:
        raise NotFound
    return row


def _spans(typed: str | None) -> tuple[Interval, ...]:
    found = intervals(typed or "")
    if (typed or "").strip() and not found:
        raise RuleBroken("Skriv §§ som ”§§ 3–5”, ”t.o.m. § 4” eller ”fr.o.m. § 6”.")
    return found


@takes(blueprint, f"{_AT}/rad/<number:row>", MendForm, show)
def mend(here: Place, form: MendForm, row: int) -> None:
    """Correct over which §§ somebody was there."""
    one = _row(Attendance, here, row)
    spans = _spans(form.spans.data)
    mend_attendance(session(), act(), here.meeting, one, spans, seen=form.revision.data)


@takes(blueprint, f"{_AT}/rad/<number:row>/borttagning", NoWords, show)
def take_out(here: Place, form: NoWords, row: int) -> None:
    """Somebody was not there after all."""
    one = _row(Attendance, here, row)
    mend_attendance(session(), act(), here.meeting, one, None, seen=form.revision.data)
