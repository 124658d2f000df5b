"""The forms of an assignment at the director's office."""

from __future__ import annotations

from wtforms import BooleanField, Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from minutes.domain.texts import LONGEST_TEXT
from minutes.store.queries.assignment_reports import Line
from minutes.web.workspace.fields import DayField, line, words


class ReportForm(Form):
    """What has been done, and whether that is all."""

    text = TextAreaField(validators=[Length(max=LONGEST_TEXT)], filters=[words])
    proposes_closing = BooleanField()
    revision = IntegerField(validators=[Optional()])


class ClosingForm(Form):
    """The adjusted § that decided that the assignment ends."""

    cited = StringField(filters=[line])


class HandlingForm(Form):
    """Who handles an assignment, when it is reported on next, and what it supplements."""

    handler = StringField(filters=[line])
    division = StringField(filters=[line])
    report_on = DayField()
    supplements = IntegerField(validators=[Optional()])
    goal = IntegerField(validators=[Optional()])
    revision = IntegerField(validators=[Optional()])


def report_form(one: Line) -> ReportForm:
    """What is told this time, to be mended."""
    told = one.report
    if told is None:
        return ReportForm(revision=0)
    return ReportForm(
        text=told.text, proposes_closing=told.proposes_closing, revision=told.revision
    )


def handling_form(one: Line) -> HandlingForm:
    """Who handles it, to be mended."""
    told = one.handling
    if told is None:
        return HandlingForm(revision=0)
    return HandlingForm(
        handler=told.handler,
        division=told.division,
        report_on=told.report_on,
        supplements=told.supplements_id,
        goal=told.goal_id,
        revision=told.revision,
    )
