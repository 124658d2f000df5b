"""Who is in the room for the §: somebody comes or goes, and an empty seat is filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint
from flask_babel import gettext as _
from wtforms import BooleanField, Form, SelectField, StringField
from wtforms.fields.choices import (  # type: ignore[attr-defined]  # the stubs are of WTForms 3.2
    SelectChoice,
)
from wtforms.validators import Length

from minutes.actions.seating import arrive, depart, give_back, go_remote, lead, seat
from minutes.domain.arrivals import Arrival
from minutes.domain.errors import RuleBroken
from minutes.domain.finding import find_person
from minutes.domain.persons import CHAIR, Person
from minutes.domain.roster import Roster, is_vacancy, vacancy
from minutes.domain.seats import offered, open_seats
from minutes.domain.substitution import Seating
from minutes.domain.wording.names import person
from minutes.store.rosters import roster_of
from minutes.store.session import session
from minutes.web.access import act
from minutes.web.languages import marked
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import shown
from minutes.web.workspace.place import Place
from minutes.web.workspace.room import number_at
from minutes.web.workspace.screen import Screen

NAME, KEYS, TEMPLATE = "attendance", "k", "workspace/attendance.html"
TITLE = marked("Närvaro")
blueprint = Blueprint("attendance", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/narvaro"


class PersonForm(Form):
    """Who comes or goes; `title` is for somebody without a mandate."""

    who = StringField(validators=[Length(max=200)])
    title = StringField(validators=[Length(max=200)])
    remote = BooleanField()
    waits = BooleanField()
    reason = StringField(validators=[Length(max=500)])


class SeatForm(Form):
    """Which substitute takes a seat, and why where another was to be asked first."""

    seat = StringField(validators=[Length(max=200)])
    who = SelectField(validate_choice=False, choices=[])
    reason = StringField(validators=[Length(max=500)])


@dataclass(frozen=True, slots=True)
class EmptySeat:
    """A seat that nobody sits in, and who is offered it."""

    seat: Person
    form: SeatForm
    form_id: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Who is there, the seats that can be filled and the form for who comes and goes."""

    entries: Sequence[EmptySeat]
    new: PersonForm
    absent: Sequence[Person]
    prefix: str = "narvaro"


def _offer(roster: Roster, number: int, place: int, refused: Refused | None) -> EmptySeat | None:
    empty = open_seats(roster, number)[place]
    order = offered(roster, number, empty)
    if not order:
        return None
    form_id = f"narvaro-plats-{place}"
    form = shown(SeatForm(seat=person(empty)), form_id, refused)
    form.who.choices = [SelectChoice(person(who), person(who)) for who in order]
    return EmptySeat(empty, form, form_id)


def panel(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of who is there."""
    roster, number = roster_of(session(), screen.place.meeting), screen.number
    empty = open_seats(roster, number)
    offers = [_offer(roster, number, place, refused) for place in range(len(empty))]
    away = [who for who in _away(roster, number) if who not in screen.room.disqualified]
    own = shown(PersonForm(), "narvaro-ny", refused)
    return Panel([one for one in offers if one and screen.may_change], own, away)


def _away(roster: Roster, number: int) -> list[Person]:
    """Those with a mandate who are not there."""
    return [m.person for m in roster.mandates if roster.row_of(m.person, number) is None]


def _here(roster: Roster, number: int) -> list[Person]:
    return [one.person for one in roster.at(number)]


def _at(here: Place) -> tuple[Roster, int]:
    """The roster, and the § from which it changes. Raises RuleBroken for one that has none."""
    number = number_at(here)
    if not number:
        raise RuleBroken("Ärendet har utgått. Anteckna närvaron vid en annan paragraf.")
    return roster_of(session(), here.meeting), number


def _one(typed: str | None, people: Sequence[Person], roster: Roster) -> Person:
    """Whom the words mean: one of those, else anybody with a mandate, of whom the rules tell."""
    known = [m.person for m in roster.mandates]
    try:
        found = find_person(typed or "", people)
    except RuleBroken:
        found = find_person(typed or "", known)
    if found == CHAIR:
        raise RuleBroken("Skriv namnet på den som leder: det kan skifta.")
    return found


def _arriving(form: PersonForm, roster: Roster, number: int) -> Person:
    """Who comes: one with a mandate, or somebody else under the name that is typed."""
    if (form.title.data or "").strip():
        return Person(" ".join((form.who.data or "").split()))
    return _one(form.who.data, _away(roster, number), roster)


@takes(blueprint, f"{_AT}/ankomst", PersonForm)
def comes(here: Place, form: PersonForm) -> None:
    """Somebody comes."""
    roster, number = _at(here)
    who = _arriving(form, roster, number)
    arrival = Arrival(
        who,
        remote=bool(form.remote.data),
        serves=not form.waits.data,
        title=form.title.data or "",
        reason=form.reason.data or "",
    )
    arrive(session(), act(), here.meeting, arrival, number=number)


@takes(blueprint, f"{_AT}/avgang", PersonForm)
def goes(here: Place, form: PersonForm) -> None:
    """Somebody leaves."""
    roster, number = _at(here)
    aside = [who for at, who in roster.away if at == number]
    who = _one(form.who.data, [*_here(roster, number), *aside], roster)
    depart(session(), act(), here.meeting, who, number=number)


@takes(blueprint, f"{_AT}/ledning", PersonForm)
def leads(here: Place, form: PersonForm) -> None:
    """Somebody leads from here on."""
    roster, number = _at(here)
    who = _one(form.who.data, _here(roster, number), roster)
    lead(session(), act(), here.meeting, who, number=number)


@takes(blueprint, f"{_AT}/distans", PersonForm)
def changes_room(here: Place, form: PersonForm) -> None:
    """Somebody goes on on a distance, or comes into the room."""
    roster, number = _at(here)
    who = _one(form.who.data, _here(roster, number), roster)
    row = roster.row_of(who, number)
    remote = row is None or not row.remote
    go_remote(session(), act(), here.meeting, who, number=number, remote=remote)


@takes(blueprint, f"{_AT}/aterlamning", PersonForm)
def gives_back(here: Place, form: PersonForm) -> None:
    """A substitute serves no longer."""
    roster, number = _at(here)
    who = _one(form.who.data, _here(roster, number), roster)
    give_back(session(), act(), here.meeting, who, number=number)


@takes(blueprint, f"{_AT}/plats", SeatForm)
def sits(here: Place, form: SeatForm) -> None:
    """A substitute takes an empty seat; one that is vacant is named by the substitute's party."""
    roster, number = _at(here)
    who = _one(form.who.data, _here(roster, number), roster)
    empty = next((s for s in open_seats(roster, number) if person(s) == form.seat.data), None)
    if empty is None:
        raise RuleBroken("Platsen för {name} är inte tom.", name=form.seat.data or _("ingen"))
    wanted = vacancy(who.party) if is_vacancy(empty) else empty
    taken = Seating(who, wanted, form.reason.data or "")
    seat(session(), act(), here.meeting, taken, number=number)
