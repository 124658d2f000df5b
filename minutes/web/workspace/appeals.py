"""Appeals against the §§ of a meeting, as the courts tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, render_template
from sqlmodel import col, select
from werkzeug.exceptions import NotFound
from wtforms import Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Optional

from minutes.actions.appeals import enter_appeal, revise_appeal
from minutes.domain.access import Duty
from minutes.domain.errors import RuleBroken
from minutes.domain.legal_force import Appeal as Lodged
from minutes.domain.legal_force import AppealOutcome
from minutes.store.queries.legal_forces import ItemForce, appeals_of, forces_of
from minutes.store.records import is_adjusted
from minutes.store.session import session
from minutes.store.tables import Appeal, Item
from minutes.web.access import act, holders, may, signed_in
from minutes.web.pages import today
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import shown
from minutes.web.workspace.fields import DayField, KindField, line, words
from minutes.web.workspace.place import READERS, Place, place

blueprint = Blueprint("appeals", __name__)
may(blueprint, READERS, "appeals")
_AT = "/arbete/<slug:body>/<day:held_on>/overklaganden"
_KEEPERS = holders(Duty.SECRETARY, Duty.REGISTRAR)
"""Who hears from the courts."""


class OutcomeField(KindField):
    """How a court decided, or nothing while it has not."""

    def __init__(self, **known: Any) -> None:
        super().__init__(AppealOutcome, validate_choice=False, **known)
        self.choices = [("", "–"), *self.choices]  # type: ignore[misc]  # the field takes both
        self.coerce = lambda value: AppealOutcome(value) if value else None
        self.default = None


class AppealForm(Form):
    """An appeal, as far as it has come; who lodged it is not written down."""

    number = IntegerField(validators=[Optional()])
    lodged_on = DayField()
    court = StringField(filters=[line])
    case_number = StringField(filters=[line])
    stay_from = DayField()
    stay_until = DayField()
    outcome = OutcomeField()
    outcome_on = DayField()
    stands_on = DayField()
    note = TextAreaField(filters=[words])
    revision = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Entered:
    """An appeal with the § and the form that mends it."""

    number: int
    row: Appeal
    form_id: str
    form: AppealForm


def _items(here: Place) -> list[Item]:
    of_meeting = select(Item).where(Item.meeting_id == here.meeting.id)
    numbered = of_meeting.where(col(Item.number).is_not(None)).order_by(col(Item.position))
    return list(session().exec(numbered).all())


def _entered(here: Place, items: list[Item], refused: Refused | None) -> list[Entered]:
    lodged = appeals_of(session(), [item.id for item in items])
    found = []
    for item in items:
        for row in lodged[item.id]:
            form_id = f"mal-{row.id}"
            form = shown(AppealForm(obj=row, number=item.number), form_id, refused)
            found.append(Entered(item.number or 0, row, form_id, form))
    return found


def _forces(here: Place, items: list[Item]) -> tuple[ItemForce, ...]:
    return forces_of(session(), items, today()) if is_adjusted(session(), here.meeting) else ()


def show(here: Place, refused: Refused | None = None) -> str:
    """The page, with what was refused."""
    items = _items(here)
    return render_template(
        "workspace/appeals.html",
        here=here,
        items=items,
        forces=_forces(here, items),
        entered=_entered(here, items, refused),
        new=shown(AppealForm(lodged_on=today()), "mal-ny", refused),
        keeps=_KEEPERS.admits(signed_in(), here.body.id),
        refused=refused,
        back=here.address("appeals.appeals"),
    )


@blueprint.get(_AT)
def appeals(body: str, held_on: date) -> str:
    """The §§ with their legal force, and the appeals against them."""
    return show(place(body, held_on))


def _lodged(form: AppealForm) -> Lodged:
    if form.lodged_on.data is None:
        raise RuleBroken("Ange dagen då överklagandet kom in till domstolen.")
    return Lodged(
        form.lodged_on.data,
        form.court.data or "",
        form.case_number.data or None,
        form.stay_from.data,
        form.stay_until.data,
        form.outcome.data or None,
        form.outcome_on.data,
        form.stands_on.data,
        form.note.data or None,
    )


@takes(blueprint, _AT, AppealForm, show, who=_KEEPERS, require=lambda here: None)
def enter(here: Place, form: AppealForm) -> None:
    """Enter an appeal against a §."""
    found = [item for item in _items(here) if item.number == form.number.data]
    if not found:
        raise RuleBroken("Välj den paragraf som har överklagats.")
    enter_appeal(session(), act(), found[0], _lodged(form), today=today())


@takes(blueprint, f"{_AT}/<number:appeal>", AppealForm, show, who=_KEEPERS,
       require=lambda here: None)  # fmt: skip
def revise(here: Place, form: AppealForm, appeal: int) -> None:
    """Enter what the court did."""
    row = session().get(Appeal, appeal)
    if row is None or row.item_id not in {item.id for item in _items(here)}:
        raise NotFound
    seen = form.revision.data
    revise_appeal(session(), act(), row, _lodged(form), today=today(), seen=seen)
