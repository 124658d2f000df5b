"""The form of a motion as it was raised, and of the § that writes it off."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import select
from wtforms import Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Optional

from minutes.actions.columns import People
from minutes.domain.errors import RuleBroken
from minutes.domain.finding import find_people
from minutes.domain.motions import Raised
from minutes.domain.persons import Person as Named
from minutes.domain.wording.names import person
from minutes.store.queries.motions import MotionEntry
from minutes.store.seated import mandates_on
from minutes.store.session import session
from minutes.store.tables import Body, Matter, Motion
from minutes.web.pages import today
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.cases import matters_under
from minutes.web.workspace.entries import shown
from minutes.web.workspace.fields import DayField, line, words


class RaisedForm(Form):
    """A motion; its movers are parted by commas, its clauses stand on a line each."""

    number = StringField(filters=[line])
    title = StringField(filters=[line])
    movers = StringField(filters=[line])
    raised_on = DayField()
    dnr = StringField(filters=[line])
    clauses = TextAreaField(filters=[words])
    revision = IntegerField(validators=[Optional()])


class WriteOffForm(Form):
    """The § by which a motion is written off, by its key."""

    item = IntegerField(validators=[Optional()])
    revision = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Row:
    """A motion on the page with its forms."""

    entry: MotionEntry
    motion: Motion
    form_id: str
    form: RaisedForm
    off_id: str
    off: WriteOffForm


def row_of(entry: MotionEntry, motion: Motion, refused: Refused | None) -> Row:
    """A motion with its forms as they are to be shown."""
    told, form_id, off_id = entry.motion, f"motion-{motion.id}", f"avskriv-{motion.id}"
    form = RaisedForm(
        obj=motion,
        movers=", ".join(person(Named(one.name, one.party)) for one in told.movers),
        dnr=entry.dnr or "",
        clauses="\n".join(one.text or "" for one in told.clauses),
    )
    off = WriteOffForm(item=motion.written_off_id)
    return Row(
        entry, motion, form_id, shown(form, form_id, refused), off_id, shown(off, off_id, refused)
    )


def _people(body: Body, form: RaisedForm) -> dict[Named, object]:
    """Who had a seat in the assembly on the day, by the name of the day."""
    seats = mandates_on(session(), body.id, form.raised_on.data or today())
    return {Named(person.name, mandate.party): person for mandate, person in seats}


def raised(body: Body, form: RaisedForm) -> tuple[Raised, People]:
    """The motion as it was typed, and the persons behind its movers. Raises RuleBroken."""
    people = _people(body, form)
    if not form.movers.data:
        raise RuleBroken("Skriv vem som har väckt motionen.")
    told = Raised(
        form.number.data or None,
        form.title.data or "",
        find_people(form.movers.data, people),
        form.raised_on.data,
        tuple(filter(None, (line(one) for one in (form.clauses.data or "").split("\n")))),
    )
    return told, people  # type: ignore[return-value]  # persons of the register


def matter_of(body: Body, form: RaisedForm) -> Matter | None:
    """The case of the motion, opened where the register has none of that number."""
    matters = matters_under(body, form.dnr.data or "", form.title.data or "")
    if len(matters) > 1:
        raise RuleBroken("En motion har ett diarienummer.")
    return matters[0] if matters else None


def motion_rows(body: Body) -> dict[int, Motion]:
    """The motions of the body's organisation by their keys."""
    of_ours = select(Motion).where(Motion.organisation_id == body.organisation_id)
    return {row.id: row for row in session().exec(of_ours)}
