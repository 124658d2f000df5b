"""The secretary posts the notice of a meeting's minutes."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template
from werkzeug.exceptions import NotFound
from wtforms import IntegerField
from wtforms.validators import Optional

from minutes.actions.calendar import swedish_holidays
from minutes.actions.notices import announce
from minutes.domain.notices import appeal_ends_on, is_late
from minutes.store.queries.announceable import Announceable, announceable
from minutes.store.session import session
from minutes.store.tables import Edition
from minutes.web.access import act, may, signed_in
from minutes.web.pages import today
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import shown
from minutes.web.workspace.place import READERS, SECRETARIES, Place, place
from minutes.web.workspace.posting import InterruptionForm, PostForm, post_form, posted

blueprint = Blueprint("notices", __name__)
may(blueprint, READERS, "notices")
_AT = "/arbete/<slug:body>/<day:held_on>/anslag"


class MinutesForm(PostForm):
    """The notice of a meeting's minutes, or of an edition of some §§."""

    edition = IntegerField(validators=[Optional()])


def _is_late(one: Announceable) -> bool:
    """Whether a first notice would come too late today."""
    return not one.notices and is_late(today(), one.adjusted_on)


def show(here: Place, refused: Refused | None = None) -> str:
    """The page, with what was refused."""
    waiting = announceable(session(), here.meeting, today())
    return render_template(
        "workspace/notices.html",
        here=here,
        adjustments=waiting,
        today=today(),
        ends_on=appeal_ends_on(today(), swedish_holidays()),
        is_late=_is_late,
        form=post_form(here.body),
        interruption=InterruptionForm(interrupted_on=today()),
        shown=shown,
        is_secretary=SECRETARIES.admits(signed_in(), here.body.id),
        refused=refused,
        back=here.address("notices.notices"),
    )


@blueprint.get(_AT)
def notices(body: str, held_on: date) -> str:
    """What is adjusted and to be announced, and the notices that are posted."""
    return show(place(body, held_on))


def _edition(here: Place, key: int | None) -> Edition | None:
    if key is None:
        return None
    row = session().get(Edition, key)
    if row is None or row.meeting_id != here.meeting.id:
        raise NotFound
    return row


@takes(blueprint, _AT, MinutesForm, show, require=lambda here: None)
def post(here: Place, form: MinutesForm) -> None:
    """Post a notice today."""
    edition = _edition(here, form.edition.data)
    announce(session(), act(), here.meeting, posted(form), edition=edition)
