"""The report of a body's assignments: as the board will see it, and as annex to the agenda."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from flask import Blueprint, Response, render_template, request, send_file, url_for
from sqlmodel import select
from werkzeug.exceptions import InternalServerError
from werkzeug.wrappers import Response as BaseResponse

from minutes.actions.enclosures import File, keep_document
from minutes.actions.revisions import revise
from minutes.documents.assignment_report import report_file, report_workbook
from minutes.documents.render import BadDocument
from minutes.documents.reported import Report, report_of
from minutes.documents.workbooks import MEDIA_TYPE
from minutes.domain.errors import RuleBroken
from minutes.store.queries.goals import goal_reports
from minutes.store.session import session, writing
from minutes.store.tables import Annex, AnnexKind, Document, DocumentKind, Item, Organisation
from minutes.store.visibility import looking_at_agenda
from minutes.web.access import act, may
from minutes.web.reporting.offices import OFFICE, Office, meeting_of, office_on
from minutes.web.workspace.acts import Refused, require_open
from minutes.web.workspace.desk import carry_out
from minutes.web.workspace.enclosures import enclose, exports
from minutes.web.workspace.entries import NoWords
from minutes.web.workspace.place import Place

blueprint = Blueprint("assignment_report", __name__)
may(blueprint, OFFICE, "preview", "pdf", "sheet", "put")
_AT = "/arbete/<slug:body>/<day:held_on>/uppdrag"


def _report(here: Office) -> Report:
    organisation = session().get_one(Organisation, here.body.organisation_id).name
    at = meeting_of(here)
    served = {one.goal.id for one in here.lines if one.goal}
    goals = goal_reports(session(), here.body, at.meeting, at.item, served)
    return report_of(organisation, here.body.name, at.meeting.held_on, here.lines, goals)


def _annex(item: Item, title: str) -> Annex | None:
    """The report as it was put on the agenda before."""
    of_item = select(Annex).where(Annex.item_id == item.id, Annex.kind == AnnexKind.ANNEX)
    return session().exec(of_item.where(Annex.title == title)).first()


def _is_put(here: Office, report: Report) -> bool:
    with looking_at_agenda(session(), here.body.id):
        return _annex(meeting_of(here).item, report.title) is not None


def _show(body: str, held_on: date, refused: Refused | None = None) -> str:
    here = office_on(body, held_on)
    report = _report(here)
    return render_template(
        "reporting/report.html",
        here=here,
        report=report,
        is_put=_is_put(here, report),
        refused=refused,
        back=url_for("assignment_report.preview", body=body, held_on=held_on),
    )


@blueprint.get(_AT)
def preview(body: str, held_on: date) -> str:
    """What the body will see."""
    return _show(body, held_on)


def _printed(report: Report) -> Path:
    """The report as PDF. Raises RuleBroken where it cannot be printed."""
    try:
        return report_file(report, exports())
    except BadDocument as error:
        raise RuleBroken(
            "Redovisningen kunde inte skrivas som PDF: {why}.", why=str(error)[:300]
        ) from error


def _name(body: str, held_on: date, ending: str) -> str:
    return f"redovisning-av-uppdrag-{body}-{held_on}.{ending}"


@blueprint.get(f"{_AT}.pdf")
def pdf(body: str, held_on: date) -> Response:
    """The report on paper."""
    try:
        file = _printed(_report(office_on(body, held_on)))
    except RuleBroken as no:
        raise InternalServerError(no.sentence) from no
    name = _name(body, held_on, "pdf")
    return send_file(file, mimetype="application/pdf", download_name=name, max_age=0)


@blueprint.get(f"{_AT}.xlsx")
def sheet(body: str, held_on: date) -> Response:
    """The report as a workbook."""
    content = io.BytesIO(report_workbook(_report(office_on(body, held_on))))
    name = _name(body, held_on, "xlsx")
    return send_file(
        content, mimetype=MEDIA_TYPE, download_name=name, as_attachment=True, max_age=0
    )


def _put(here: Place, report: Report, content: bytes) -> None:
    """Let the standing item carry the report; the one that it carried before is replaced."""
    require_open(here)
    name = _name(here.body.slug, here.meeting.held_on, "pdf")
    file = File(content, DocumentKind.ANNEX, name, "application/pdf")
    before = _annex(here.at, report.title)
    if before is None:
        enclose(here, file, report.title, AnnexKind.ANNEX)
        return
    kept: Document = keep_document(session(), act(), file, exports=exports(), meeting=here.meeting)
    revise(session(), act(), before, {"document_id": kept.id})


def _print_first(body: str, held_on: date) -> None:
    """Print the report before the register is locked for writing: it takes seconds."""
    session().rollback()
    try:
        _printed(_report(office_on(body, held_on)))
    except RuleBroken:
        pass
    finally:
        session().rollback()
        writing()


@blueprint.post(_AT)
def put(body: str, held_on: date) -> BaseResponse:
    """Put the report on the agenda as annex."""
    _print_first(body, held_on)

    def do() -> str:
        here = office_on(body, held_on)
        at, report = meeting_of(here), _report(here)
        content = _printed(report).read_bytes()
        with looking_at_agenda(session(), here.body.id):
            _put(Place(here.body, at.meeting, at.item), report, content)
        return url_for("assignment_report.preview", body=body, held_on=held_on)

    return carry_out(NoWords(request.form), do, lambda refused: _show(body, held_on, refused))
