"""Reservations at the meeting: who, against what, in favour of what, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint
from flask_babel import gettext as _
from wtforms import Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from minutes.actions.columns import Present
from minutes.actions.dissent import enter_reservation
from minutes.actions.dissent_revisions import revise_reservation
from minutes.actions.rooms import present_in
from minutes.domain import reservations as domain
from minutes.domain.deciding import losers
from minutes.domain.errors import RuleBroken
from minutes.domain.finding import find_people
from minutes.domain.persons import Person
from minutes.domain.texts import LONGEST_TEXT, clean
from minutes.domain.wording.dissent import reservations_text
from minutes.domain.wording.names import person
from minutes.store.session import session
from minutes.store.tables import Reservation
from minutes.web.access import act
from minutes.web.languages import marked
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import NoWords, entries_at, entry, next_place, shown
from minutes.web.workspace.fields import line, words
from minutes.web.workspace.place import Place
from minutes.web.workspace.room import parties_in, people_in, record_at, seated_at
from minutes.web.workspace.screen import Screen
from minutes.web.workspace.undoing import take

NAME, KEYS, TEMPLATE = "reservations", "e", "workspace/reservations.html"
TITLE = marked("Reservationer")
blueprint = Blueprint("reserving", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/reservationer"
_OWN = "eget yrkande"


class ReservationForm(Form):
    """Who reserves, several at once; the reason may come later."""

    who = StringField(validators=[Length(max=500)])
    point = IntegerField(validators=[Optional()])
    in_favour_of = StringField(validators=[Length(max=500)], filters=[line])
    motivation = TextAreaField(validators=[Length(max=LONGEST_TEXT)], filters=[words])
    revision = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Entered:
    """A reservation on the screen: its row, its words, and its form."""

    row: Reservation
    words: str
    form: ReservationForm
    form_id: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The reservations of the §, the form for the next, and who moved what fell."""

    entries: Sequence[Entered]
    new: ReservationForm
    losers: Sequence[str]
    points: int
    prefix: str = "reservation"


def _form_of(told: domain.Reservation) -> ReservationForm:
    return ReservationForm(
        who=person(told.person) if told.name else told.party,
        point=told.point,
        in_favour_of=told.in_favour_of,
        motivation=told.motivation,
    )


def panel(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of the reservations."""
    entries = []
    told = screen.record.reservations
    for row, one in zip(entries_at(Reservation, screen.place), told, strict=True):
        form_id = f"reservation-{row.id}"
        form = shown(_form_of(one), form_id, refused)
        entries.append(Entered(row, reservations_text([one]), form, form_id))
    new = shown(ReservationForm(in_favour_of=_OWN), "reservation-ny", refused)
    decision = screen.record.decision
    points = len(decision.points) + len(decision.further) if decision else 0
    asked = [person(one) for one in losers(screen.record)]
    return Panel(entries, new, asked, points)


def _present(here: Place) -> Present:
    return present_in(seated_at(here), domain.abstainers(record_at(here).votes))


def _read(form: ReservationForm, who: Person, here: Place) -> domain.Reservation:
    point, decision = form.point.data, record_at(here).decision
    points = len(decision.points) + len(decision.further) if decision else 0
    if point is not None and point not in range(1, points + 1):
        raise RuleBroken("Beslutet har ingen punkt {point}.", point=point)
    favour, why = form.in_favour_of.data or "", clean(form.motivation.data or "").strip()
    return domain.Reservation(who.name, who.party, point, favour.rstrip("."), why)


def _require_new(here: Place, who: Person, point: int | None) -> None:
    told = [(one.person, one.point) for one in record_at(here).reservations]
    if (who, point) in told:
        raise RuleBroken("{name} har redan reserverat sig.", name=who.name or who.party)


@takes(blueprint, _AT, ReservationForm)
def reserve(here: Place, form: ReservationForm) -> None:
    """Enter the same reservation of one or several."""
    room, present = seated_at(here), _present(here)
    people = find_people(form.who.data or "", people_in(room), parties_in(room))
    told = [_read(form, who, here) for who in people]
    for one in told:
        _require_new(here, one.person, one.point)
    place, is_open = next_place(Reservation, here), here.meeting.closed_at is None
    for n, one in enumerate(told):
        enter_reservation(
            session(),
            act(),
            here.at,
            one,
            present=present,
            position=place + n,
            meeting_is_open=is_open,
        )


@takes(blueprint, f"{_AT}/<number:reservation>", ReservationForm)
def mend_reservation(here: Place, form: ReservationForm, reservation: int) -> None:
    """Mend a reservation, or enter its reason."""
    row, room = entry(Reservation, here, reservation), seated_at(here)
    typed = (form.who.data or "").strip()
    who = Person(row.name, row.party)
    if typed not in {person(who), who.party if who.is_group else None}:
        who = find_people(typed, people_in(room), parties_in(room))[0]
    told = _read(form, who, here)
    revise_reservation(session(), act(), row, told, present=_present(here), seen=form.revision.data)


@takes(blueprint, f"{_AT}/<number:reservation>/borttagning", NoWords)
def take_back(here: Place, form: NoWords, reservation: int) -> None:
    """Take out a reservation."""
    row = entry(Reservation, here, reservation)
    take(here, row, _("Reservationen"), seen=form.revision.data)
