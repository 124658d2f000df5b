"""What every notice is posted with: its form, its words, its day."""

from __future__ import annotations

from flask import current_app
from wtforms import Form, StringField, TextAreaField

from minutes.actions.calendar import swedish_holidays
from minutes.domain.notices import Notice, notice_of
from minutes.settings import Settings
from minutes.store.queries.announceable import latest_words
from minutes.store.session import session
from minutes.store.tables import Body
from minutes.web.access import signed_in
from minutes.web.pages import today
from minutes.web.workspace.fields import DayField, line, words


class PostForm(Form):
    """The words of a notice; its day is the day on which it is posted."""

    kept_in = StringField(filters=[line])
    appeal_to = StringField(filters=[line])
    remark = TextAreaField(filters=[words])


class InterruptionForm(Form):
    """That a notice was down: the day, and what happened."""

    interrupted_on = DayField()
    what = TextAreaField(filters=[words])


def _settings() -> Settings:
    settings: Settings = current_app.config["MINUTES"]
    return settings


def post_form(body: Body) -> PostForm:
    """The form as it begins: with the words of the body's last notice."""
    last = latest_words(session(), body)
    return PostForm(
        kept_in=last.kept_in if last else _settings().kept_in,
        appeal_to=(last.appeal_to if last else None) or _settings().appeal_to,
    )


def posted(form: PostForm) -> Notice:
    """The notice of a form, posted today by the one who has signed in."""
    return notice_of(
        today(),
        form.kept_in.data or _settings().kept_in,
        swedish_holidays(),
        appeal_to=form.appeal_to.data or _settings().appeal_to,
        remark=form.remark.data or None,
        posted_by=signed_in().name,
    )
