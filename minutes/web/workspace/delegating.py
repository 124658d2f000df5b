"""The form of a delegated decision."""

from __future__ import annotations

from wtforms import BooleanField, Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Optional

from minutes.domain.delegation import DelegatedDecision
from minutes.web.workspace.fields import DayField, line, words


class DelegatedForm(Form):
    """A delegated decision; `reported_in` is the key of the § that reports it."""

    delegate = StringField(filters=[line])
    what = TextAreaField(filters=[words])
    decided_on = DayField()
    dnr = StringField(filters=[line])
    ground = StringField(filters=[line])
    appealable = BooleanField()
    reported_in = IntegerField(validators=[Optional()])
    revision = IntegerField(validators=[Optional()])


def made(form: DelegatedForm) -> DelegatedDecision:
    """The decision as it was typed."""
    return DelegatedDecision(
        form.delegate.data or "",
        form.what.data or "",
        form.decided_on.data,
        form.dnr.data or None,
        form.ground.data or None,
        bool(form.appealable.data),
    )
