"""The assembly's motions: raised, mended, written off, and reported to it once a year."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from minutes.actions.motion_revisions import revise_motion, write_off
from minutes.actions.motions import raise_motion
from minutes.documents.motions import UNPREPARED
from minutes.domain.bodies import BodyKind
from minutes.domain.errors import RuleBroken
from minutes.domain.motions import MotionState, require_raised
from minutes.store.motions import motion_numbered
from minutes.store.queries.motions import MotionEntry, motion_entries
from minutes.store.queries.paging import on_page, paging_of
from minutes.store.queries.reported import closed_items, items_to_come
from minutes.store.session import session
from minutes.store.tables import Motion, Organisation
from minutes.web.access import act, may, signed_in
from minutes.web.pages import page_number, today
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.desk import BodyPlace, body_place, carry_out
from minutes.web.workspace.entries import shown
from minutes.web.workspace.place import READERS, REGISTRARS
from minutes.web.workspace.raising import (
    RaisedForm,
    WriteOffForm,
    matter_of,
    motion_rows,
    raised,
    row_of,
)
from minutes.web.workspace.reporting import chosen_item

blueprint = Blueprint("raised_motions", __name__)
may(blueprint, READERS, "motions")
may(blueprint, REGISTRARS, "enter", "revise", "end")
_AT = "/arbete/<slug:body>/motioner"


def assembly_at(slug: str) -> BodyPlace:
    """The assembly at an address. Raises NotFound for another body."""
    here = body_place(slug)
    if here.body.kind is not BodyKind.ASSEMBLY:
        raise NotFound
    return BodyPlace(here.body, REGISTRARS.admits(signed_in(), here.body.id))


def _waiting_first(one: MotionEntry) -> bool:
    return one.state is not MotionState.PENDING


def show(here: BodyPlace, refused: Refused | None = None) -> str:
    """The page, with what was refused."""
    rows = motion_rows(here.body)
    entries = [one for one in motion_entries(session(), today()) if one.key in rows]
    ordered = sorted(entries, key=_waiting_first)
    paging = paging_of(len(ordered), page_number())
    return render_template(
        "workspace/motions.html",
        here=here,
        rows=[row_of(one, rows[one.key], refused) for one in on_page(ordered, paging)],
        paging=paging,
        to_come=items_to_come(session(), here.body),
        unprepared=UNPREPARED.rpartition(" ")[2],
        items=closed_items(session(), here.body),
        new=shown(RaisedForm(raised_on=today()), "motion-ny", refused),
        refused=refused,
        back=_here(here.body.slug),
    )


def _here(body: str) -> str:
    return url_for("raised_motions.motions", body=body)


@blueprint.get(_AT)
def motions(body: str) -> str:
    """The motions of the assembly, those that wait first."""
    return show(assembly_at(body))


def _motion(here: BodyPlace, key: int) -> Motion:
    row = session().get(Motion, key)
    if row is None or row.organisation_id != here.body.organisation_id:
        raise NotFound
    return row


def _require_free(here: BodyPlace, number: str | None, motion: Motion | None = None) -> None:
    """Raise RuleBroken for a number that is another motion's."""
    known = number and motion_numbered(session(), here.body.organisation_id, number)
    if known and known is not motion:
        raise RuleBroken("Motion {number} finns redan: {title}.", number=number, title=known.title)


@blueprint.post(_AT)
def enter(body: str) -> Response:
    """Enter a motion that was raised."""
    here, form = assembly_at(body), RaisedForm(request.form)

    def do() -> str:
        told, people = raised(here.body, form)
        require_raised(told, today())
        _require_free(here, told.number)
        organisation = session().get_one(Organisation, here.body.organisation_id)
        matter = matter_of(here.body, form)
        raise_motion(session(), act(), organisation, told, matter=matter, people=people)
        return _here(body)

    return carry_out(form, do, lambda refused: show(assembly_at(body), refused))


@blueprint.post(f"{_AT}/<number:motion>")
def revise(body: str, motion: int) -> Response:
    """Mend what is told of a motion."""
    here, form = assembly_at(body), RaisedForm(request.form)

    def do() -> str:
        row, (told, people) = _motion(here, motion), raised(here.body, form)
        require_raised(told, today())
        _require_free(here, told.number, row)
        matter, seen = matter_of(here.body, form), form.revision.data
        revise_motion(session(), act(), row, told, matter=matter, people=people, seen=seen)
        return _here(body)

    return carry_out(form, do, lambda refused: show(assembly_at(body), refused))


@blueprint.post(f"{_AT}/<number:motion>/avskrivning")
def end(body: str, motion: int) -> Response:
    """Say by which § the assembly wrote a motion off."""
    here, form = assembly_at(body), WriteOffForm(request.form)

    def do() -> str:
        item = chosen_item(here, form.item.data)
        write_off(session(), act(), _motion(here, motion), item, seen=form.revision.data)
        return _here(body)

    return carry_out(form, do, lambda refused: show(assembly_at(body), refused))
