"""The motions that are not prepared: as the assembly will see them, and as annex to an item."""

from __future__ import annotations

from flask import Blueprint, request, url_for
from sqlmodel import select
from werkzeug.wrappers import Response

from minutes.actions.enclosures import File, keep_document
from minutes.actions.revisions import revise
from minutes.documents.listing import listing_file
from minutes.documents.motions import UNPREPARED, motions_table
from minutes.documents.render import BadDocument
from minutes.documents.tables import Table
from minutes.domain.errors import RuleBroken
from minutes.domain.motions import MotionState
from minutes.store.queries.bodies import organisation_of
from minutes.store.queries.motions import motion_entries
from minutes.store.session import session
from minutes.store.tables import Annex, AnnexKind, DocumentKind, Item, Meeting
from minutes.web.access import act, may
from minutes.web.pages import today
from minutes.web.words import label
from minutes.web.workspace.acts import require_open
from minutes.web.workspace.desk import BodyPlace, carry_out
from minutes.web.workspace.enclosures import enclose, exports
from minutes.web.workspace.place import REGISTRARS, Place
from minutes.web.workspace.raised import assembly_at, show
from minutes.web.workspace.reporting import FetchForm, chosen_item

blueprint = Blueprint("raised_report", __name__)
may(blueprint, REGISTRARS, "put")


def _report() -> Table:
    """The motions that wait, those that have waited longest first."""
    entries = motion_entries(session(), today())
    waiting = [one for one in entries if one.state is MotionState.PENDING]
    if not waiting:
        raise RuleBroken("Ingen motion väntar på beslut: det finns inget att redovisa.")
    return motions_table(UNPREPARED, organisation_of(session()), waiting, today(), label)


def _printed() -> bytes:
    """The report as PDF. Raises RuleBroken where it cannot be printed."""
    try:
        return listing_file(_report(), exports()).read_bytes()
    except BadDocument as error:
        raise RuleBroken(
            "Redovisningen kunde inte skrivas som PDF: {why}.", why=str(error)[:300]
        ) from error


def _put(here: BodyPlace, item: Item) -> None:
    """Let an item carry the report; the one that it carried before is replaced."""
    at = Place(here.body, session().get_one(Meeting, item.meeting_id), item)
    require_open(at)
    name = f"motioner-som-inte-ar-fardigberedda-{at.meeting.held_on}.pdf"
    file = File(_printed(), DocumentKind.ANNEX, name, "application/pdf")
    known = select(Annex).where(Annex.item_id == item.id, Annex.title == UNPREPARED)
    before = session().exec(known).first()
    if before is None:
        enclose(at, file, UNPREPARED, AnnexKind.ANNEX)
        return
    kept = keep_document(session(), act(), file, exports=exports(), meeting=at.meeting)
    revise(session(), act(), before, {"document_id": kept.id})


@blueprint.post("/arbete/<slug:body>/motioner/redovisning")
def put(body: str) -> Response:
    """Put the report on an agenda as annex."""
    here, form = assembly_at(body), FetchForm(request.form)

    def do() -> str:
        item = chosen_item(here, form.item.data)
        if item is None:
            raise RuleBroken("Välj den punkt på föredragningslistan som ska ha redovisningen.")
        _put(here, item)
        return url_for("raised_motions.motions", body=body)

    return carry_out(form, do, lambda refused: show(assembly_at(body), refused))
