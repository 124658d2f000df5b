"""Members are called: the summons as PDF, its calendar entry, and those that were sent."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from flask import Blueprint, Response, request, send_file
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from minutes.actions.enclosures import File, keep_document
from minutes.actions.planning import summon
from minutes.documents.calendar_entry import MEDIA_TYPE, Entry, calendar_entry, calendar_feed
from minutes.documents.calling import Sending, summons_pdf
from minutes.documents.render import BadDocument
from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.texts import require_readable
from minutes.store.queries.called import last_change, summonses
from minutes.store.queries.desk import meetings_of
from minutes.store.session import session, writing
from minutes.store.tables import Body, DocumentKind, Meeting
from minutes.web.access import act, may, moment, signed_in
from minutes.web.pages import today
from minutes.web.workspace.acts import takes
from minutes.web.workspace.agendas import SummonForm, show
from minutes.web.workspace.desk import body_place
from minutes.web.workspace.enclosures import exports, kept_file
from minutes.web.workspace.place import READERS, SECRETARIES, Place, place

blueprint = Blueprint("summoning", __name__)
may(blueprint, READERS, "pdf", "entry", "year_entries", "sent")
_AT = "/arbete/<slug:body>/<day:held_on>"


def _sending(here: Place, message: str = "") -> Sending:
    writes = SECRETARIES.admits(signed_in(), here.body.id)
    return Sending(today(), signed_in().name if writes else "", message)


def _file(here: Place, message: str = "") -> Path:
    """The summons as it would be sent now. Raises BadDocument."""
    return summons_pdf(session(), here.meeting, exports(), _sending(here, message))


def _printed(here: Place, message: str = "") -> Path:
    """The same. Raises RuleBroken where it cannot be printed."""
    try:
        return _file(here, message)
    except BadDocument as error:
        raise RuleBroken(
            "Kallelsen kunde inte skrivas som PDF: {why}.", why=str(error)[:300]
        ) from error


@blueprint.get(f"{_AT}/kallelse.pdf")
def pdf(body: str, held_on: date) -> Response:
    """The summons as it would be sent now."""
    file = _file(place(body, held_on))
    name = f"kallelse-{body}-{held_on}.pdf"
    return send_file(file, mimetype="application/pdf", download_name=name, max_age=0)


@blueprint.before_request
def print_first() -> None:
    """Print what is to be sent before the register is locked for writing: it takes seconds."""
    if request.endpoint != "summoning.call":
        return
    session().rollback()
    known = request.view_args or {}
    try:
        _printed(
            place(known["body"], known["held_on"]), SummonForm(request.form).message.data or ""
        )
    except RuleBroken:
        pass
    finally:
        session().rollback()
        writing()


@takes(blueprint, f"{_AT}/kallelse", SummonForm, show)
def call(here: Place, form: SummonForm) -> str:
    """Call the members: what is sent is kept as it is."""
    message = form.message.data or ""
    require_readable(message, Phrase("Meddelandet"))
    name = f"kallelse-{here.body.slug}-{here.meeting.held_on}.pdf"
    content = _printed(here, message).read_bytes()
    file = File(content, DocumentKind.SUMMONS, name, "application/pdf")
    kept = keep_document(session(), act(), file, exports=exports(), meeting=here.meeting)
    summon(session(), act(), here.meeting, kept)
    return here.address("agendas.agenda")


@blueprint.get(f"{_AT}/kallelser/<number:document>")
def sent(body: str, held_on: date, document: int) -> Response:
    """A summons that was sent, as it was."""
    here = place(body, held_on)
    if document not in {one.id for one in summonses(session(), here.meeting)}:
        raise NotFound(_("Det finns ingen sådan kallelse."))
    return kept_file(document)


def _clock(written: str | None) -> time | None:
    return time.fromisoformat(written) if written else None


def _entry(body: Body, meeting: Meeting) -> Entry:
    return Entry(
        uid=f"{body.slug}-{meeting.id}@{request.host.partition(':')[0]}",
        summary=body.name,
        held_on=meeting.held_on,
        changed_at=last_change(session(), meeting) or moment(),
        changes=meeting.revision - 1,
        begins_at=_clock(meeting.begins_at),
        place=meeting.place or "",
        is_cancelled=meeting.cancelled_at is not None,
    )


def _as_calendar(content: bytes, name: str) -> Response:
    answer = Response(content, content_type=MEDIA_TYPE)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return answer


@blueprint.get(f"{_AT}/kallelse.ics")
def entry(body: str, held_on: date) -> Response:
    """The meeting, to be put into a calendar."""
    here = place(body, held_on)
    return _as_calendar(calendar_entry(_entry(here.body, here.meeting)), f"{body}-{held_on}")


@blueprint.get("/arbete/<slug:body>/<year:year>.ics")
def year_entries(body: str, year: int) -> Response:
    """The meetings of a body's year, to be put into a calendar."""
    here = body_place(body)
    meetings = meetings_of(session(), here.body, year)
    entries = [_entry(here.body, one) for one in meetings]
    return _as_calendar(calendar_feed(f"{here.body.name} {year}", entries), f"{body}-{year}")
