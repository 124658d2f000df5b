"""Who is disqualified in the §: they leave, a substitute serves and another leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint
from wtforms import Form, IntegerField, StringField
from wtforms.validators import Length, Optional

from minutes.actions.revisions import revise
from minutes.actions.stepping_aside import step_aside, step_back
from minutes.domain import disqualifications as domain
from minutes.domain.finding import find_person
from minutes.domain.persons import CHAIR, Person
from minutes.domain.seated import InRoom
from minutes.domain.seats import offered
from minutes.store.rosters import roster_of
from minutes.store.rows import grouped
from minutes.store.session import session
from minutes.store.tables import Disqualification
from minutes.web.access import act
from minutes.web.languages import marked
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import NoWords, entry, shown
from minutes.web.workspace.place import Place
from minutes.web.workspace.room import seated_at
from minutes.web.workspace.screen import Screen

NAME, KEYS, TEMPLATE = "disqualifications", "j", "workspace/disqualifications.html"
TITLE = marked("Jäv")
blueprint = Blueprint("disqualifications", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/jav"


class AsideForm(Form):
    """Who steps aside and why, who serves and who leads instead."""

    who = StringField(validators=[Length(max=200)])
    ground = StringField(validators=[Length(max=1000)])
    replaced_by = StringField(validators=[Length(max=200)])
    chaired_by = StringField(validators=[Length(max=200)])


class GroundForm(Form):
    """The ground, as it is mended."""

    ground = StringField(validators=[Length(max=1000)])
    revision = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody who stepped aside, and the form that mends the ground."""

    row: Disqualification
    told: domain.Disqualification
    form: GroundForm
    form_id: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Who stepped aside in the §, and the form for the next."""

    entries: Sequence[Entered]
    new: AsideForm
    substitutes: Sequence[Person]
    prefix: str = "jav"


def panel(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of the disqualified."""
    rows = grouped(session(), Disqualification, "item_id", [screen.place.at.id])
    entries = []
    for row, told in zip(rows[screen.place.at.id], screen.record.disqualified, strict=True):
        form_id = f"jav-{row.id}"
        form = shown(GroundForm(ground=row.ground), form_id, refused)
        entries.append(Entered(row, told, form, form_id))
    roster = roster_of(session(), screen.place.meeting)
    free = offered(roster, screen.number, Person(None))
    return Panel(entries, shown(AsideForm(), "jav-ny", refused), free)


def _found(typed: str | None, people: Sequence[Person]) -> Person | None:
    return find_person(typed, people) if typed and typed.strip() else None


def _who(typed: str | None, room: InRoom) -> Person:
    """Who steps aside; "ordf" is who leads."""
    found = find_person(typed or "", room.members)
    return room.chair if found == CHAIR and room.chair else found


@takes(blueprint, _AT, AsideForm)
def put(here: Place, form: AsideForm) -> None:
    """Somebody steps aside in the §."""
    room = seated_at(here)
    who = _who(form.who.data, room)
    told = domain.Disqualification(
        who.name or "",
        who.party,
        " ".join((form.ground.data or "").split()),
        _found(form.replaced_by.data, [one.person for one in room.present]),
        _found(form.chaired_by.data, room.members),
    )
    step_aside(session(), act(), here.meeting, here.at, told)


@takes(blueprint, f"{_AT}/<number:disqualification>", GroundForm)
def mend(here: Place, form: GroundForm, disqualification: int) -> None:
    """Mend the ground."""
    row = entry(Disqualification, here, disqualification)
    ground = " ".join((form.ground.data or "").split())
    revise(session(), act(), row, {"ground": ground}, seen=form.revision.data)


@takes(blueprint, f"{_AT}/<number:disqualification>/borttagning", NoWords)
def take_out(here: Place, form: NoWords, disqualification: int) -> None:
    """Nobody stepped aside after all: everybody sits as before."""
    row = entry(Disqualification, here, disqualification)
    step_back(session(), act(), here.meeting, row, seen=form.revision.data)
