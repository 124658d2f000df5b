"""An item's papers: what it is called, what is written for it, and to whom it goes."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, render_template
from wtforms import Form, IntegerField, StringField
from wtforms.validators import Optional

from minutes.actions.agenda import Point
from minutes.actions.points import revise_point, treat_matters
from minutes.domain.errors import RuleBroken
from minutes.domain.sections import SectionKind
from minutes.domain.wording.items import PAPERS
from minutes.store.agendas import items_on, numbers_of
from minutes.store.item_records import dnr_of
from minutes.store.session import session
from minutes.web.access import act, may
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.cases import matters_under
from minutes.web.workspace.enclosures import UploadForm, annexes_of
from minutes.web.workspace.entries import shown
from minutes.web.workspace.fields import ItemForm, line
from minutes.web.workspace.lists import names_of
from minutes.web.workspace.place import READERS, Place, may_change, place
from minutes.web.workspace.slots import PaperForm, heading_of, slots_of, write

blueprint = Blueprint("papers", __name__)
may(blueprint, READERS, "papers")
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>"


class MendForm(ItemForm):
    """An item as it is mended, and the revision that its mender began from."""

    revision = IntegerField(validators=[Optional()])


class SectionForm(Form):
    """A section to add: of a kind, or under a heading of its own."""

    kind = StringField()
    heading = StringField(filters=[line])


def _item_form(here: Place) -> MendForm:
    dnr = dnr_of(session(), [here.at.id]).get(here.at.id, ())
    return MendForm(
        title=here.at.title,
        dnr=", ".join(dnr),
        presenter=here.at.presenter,
        is_election=here.at.is_election,
        revision=here.at.revision,
    )


def _beside(here: Place) -> dict[str, Any]:
    """The items before and after on the agenda, and the number that this one has or gets."""
    items = items_on(session(), here.meeting)
    keys = [item.id for item in items]
    at = keys.index(here.at.id) if here.at.id in keys else len(keys)
    return {
        "number": numbers_of(session(), here.meeting, items).get(here.at.id, 0),
        "before": items[at - 1] if 0 < at < len(keys) else None,
        "after": items[at + 1] if at + 1 < len(keys) else None,
    }


def show(here: Place, refused: Refused | None = None) -> str:
    """The page, with what was refused in its form again."""
    slots = slots_of(here, refused)
    there = {slot.kind for slot in slots}
    return render_template(
        "workspace/papers.html",
        here=here,
        slots=slots,
        addable=[(k.value, heading_of(k)) for k in PAPERS if k not in there and heading_of(k)],
        form=shown(_item_form(here), "arende", refused),
        new=shown(SectionForm(), "avsnitt-ny", refused),
        annexes=annexes_of(here, refused),
        lists=[(name, shown(form, name, refused)) for name, form in names_of(here)],
        upload=UploadForm(),
        refused=refused,
        may_change=may_change(here),
        back=here.address("papers.papers"),
        **_beside(here),
    )


@blueprint.get(f"{_AT}/underlag")
def papers(body: str, held_on: date, item: int) -> str:
    """The papers of an item, to read and to write."""
    return show(place(body, held_on, item))


@takes(blueprint, f"{_AT}/underlag", MendForm, show)
def rename(here: Place, form: MendForm) -> None:
    """Give the item another title, presenter or matters."""
    point = Point(
        form.title.data or "",
        presenter=form.presenter.data or None,
        is_election=form.is_election.data,
    )
    matters = matters_under(here.body, form.dnr.data or "", point.title)
    revise_point(session(), act(), here.at, point, seen=form.revision.data)
    treat_matters(session(), act(), here.at, matters)


def _kind(value: str | None) -> SectionKind:
    kinds = {kind.value: kind for kind in PAPERS}
    if value not in kinds:
        raise RuleBroken("Det avsnittet skrivs inte här. Välj ett annat.")
    return kinds[value]


@takes(blueprint, f"{_AT}/avsnitt", PaperForm, show)
def section(here: Place, form: PaperForm) -> None:
    """Write in a section; what is empty and was never written begins none."""
    text = form.text.data or ""
    if text.strip() or form.section.data or form.revision.data:
        write(
            here,
            _kind(form.kind.data),
            text,
            key=form.section.data,
            seen=form.revision.data,
        )


@takes(blueprint, f"{_AT}/nytt-avsnitt", SectionForm, show)
def add(here: Place, form: SectionForm) -> None:
    """Add a section of a kind, or under a heading of its own."""
    heading = form.heading.data or ""
    kind = SectionKind.OTHER if heading else _kind(form.kind.data)
    write(here, kind, "", heading=heading)
