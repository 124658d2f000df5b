"""Who does not take part in the decision, told before it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint
from wtforms import Form, StringField
from wtforms.validators import Length

from minutes.actions.dissent import stand_aside
from minutes.domain.errors import RuleBroken
from minutes.domain.finding import find_people
from minutes.domain.persons import Person
from minutes.domain.reservations import require_may_stand_aside
from minutes.domain.wording.dissent import stands_aside_text
from minutes.store.session import session
from minutes.store.tables import StandAside
from minutes.web.access import act
from minutes.web.languages import marked
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import NoWords, entries_at, entry, next_place, shown
from minutes.web.workspace.place import Place
from minutes.web.workspace.room import parties_in, people_in, record_at, seated_at
from minutes.web.workspace.screen import Screen
from minutes.web.workspace.undoing import take

NAME, KEYS, TEMPLATE = "stand-aside", "d", "workspace/aside.html"
TITLE = marked("Deltar inte i beslutet")
blueprint = Blueprint("standing_aside", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/deltar-inte"


class AsideForm(Form):
    """Who does not take part, several at once."""

    who = StringField(validators=[Length(max=500)])


@dataclass(frozen=True, slots=True)
class Entered:
    """One who does not take part."""

    row: StandAside
    words: str
    form_id: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Who does not take part in the decision of the §, and the form for the next."""

    entries: Sequence[Entered]
    new: AsideForm
    prefix: str = "avstar"


def panel(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of those who do not take part."""
    entries = [
        Entered(row, stands_aside_text([Person(row.name, row.party)]), f"avstar-{row.id}")
        for row in entries_at(StandAside, screen.place)
    ]
    return Panel(entries, shown(AsideForm(), "avstar-ny", refused))


@takes(blueprint, _AT, AsideForm)
def step(here: Place, form: AsideForm) -> None:
    """Enter that some do not take part in the decision."""
    told, room = record_at(here), seated_at(here)
    who = find_people(form.who.data or "", people_in(room), parties_in(room))
    for n, one in enumerate(who, next_place(StandAside, here)):
        if room.attendance:
            is_decided = told.decision is not None
            require_may_stand_aside(one, serving=room.members, is_decided=is_decided)
        if one in told.stands_aside:
            raise RuleBroken("{name} står redan där.", name=one.name or one.party)
        stand_aside(session(), act(), here.at, one, people=room.people or {}, position=n)


@takes(blueprint, f"{_AT}/<number:aside>/borttagning", NoWords)
def step_in(here: Place, form: NoWords, aside: int) -> None:
    """Take out that somebody does not take part."""
    row = entry(StandAside, here, aside)
    take(here, row, Person(row.name, row.party).name or row.party or "", seen=form.revision.data)
