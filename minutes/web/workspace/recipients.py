"""To whom the extract of a § is sent, a name a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint
from wtforms import Form, HiddenField, TextAreaField
from wtforms.validators import Length

from minutes.actions.lists import set_recipients
from minutes.domain.assignments import DIRECTOR
from minutes.domain.texts import LONGEST_TEXT
from minutes.store.session import session
from minutes.web.access import act
from minutes.web.languages import marked
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import NoWords, shown
from minutes.web.workspace.fields import line, words
from minutes.web.workspace.place import Place
from minutes.web.workspace.room import record_at
from minutes.web.workspace.screen import Screen

NAME, KEYS, TEMPLATE = "recipients", "s", "workspace/recipients.html"
TITLE = marked("Skickas till")
blueprint = Blueprint("sending", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/skickas-till"


class RecipientsForm(Form):
    """Names, a line each; `seen` is the list that the form was made from."""

    names = TextAreaField(validators=[Length(max=LONGEST_TEXT)], filters=[words])
    seen = HiddenField()


@dataclass(frozen=True, slots=True)
class Panel:
    """The recipients, and whether the director has an assignment and is not among them."""

    entries: Sequence[str]
    form: RecipientsForm
    seen: str
    lacks_director: bool
    prefix: str = "mottagare"


def _joined(names: Sequence[str]) -> str:
    return "\n".join(names)


def panel(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of the recipients."""
    names, given = screen.record.recipients, screen.record.assignments
    assigned = any(one.assignee.casefold() == DIRECTOR.casefold() for one in given)
    lacks = assigned and DIRECTOR.casefold() not in {name.casefold() for name in names}
    form = shown(RecipientsForm(names=_joined(names)), "mottagare", refused)
    return Panel(names, form, _joined(names), lacks)


@takes(blueprint, _AT, RecipientsForm)
def send_to(here: Place, form: RecipientsForm) -> None:
    """Tell to whom the extract goes."""
    seen = (form.seen.data or "").splitlines()
    told = [line(one) for one in (form.names.data or "").splitlines()]
    set_recipients(session(), act(), here.at, [name for name in told if name], seen=seen)


@takes(blueprint, f"{_AT}/regiondirektoren", NoWords)
def send_to_director(here: Place, form: NoWords) -> None:
    """Let the director be among the recipients."""
    names = record_at(here).recipients
    if DIRECTOR not in names:
        set_recipients(session(), act(), here.at, [*names, DIRECTOR])
