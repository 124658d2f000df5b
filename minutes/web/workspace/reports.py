"""The officials' report fills in an item's papers; what was there is not written over unasked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, render_template, request
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from minutes.actions.enclosures import File, path_of
from minutes.actions.lists import set_recipients, set_titles
from minutes.actions.points import treat_matters
from minutes.domain.errors import RuleBroken
from minutes.domain.sections import Section, SectionKind
from minutes.domain.texts import LONGEST_TITLE
from minutes.importing.attached import check_annex
from minutes.importing.problems import Refused as Unreadable
from minutes.importing.read import read_content
from minutes.importing.report import Report, read_report
from minutes.store.item_records import dnr_of
from minutes.store.session import session
from minutes.store.tables import Annex, AnnexKind, Document, DocumentKind
from minutes.web.access import act, may
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.cases import matters_under
from minutes.web.workspace.enclosures import (
    SHOW,
    UploadForm,
    enclose,
    exports,
    uploaded,
)
from minutes.web.workspace.entries import NoWords, entry
from minutes.web.workspace.lists import names_of
from minutes.web.workspace.place import SECRETARIES, Place, place
from minutes.web.workspace.slots import heading_of, write, written_in

blueprint = Blueprint("reports", __name__)
may(blueprint, SECRETARIES, "review")
_ITEM = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>"


@dataclass(frozen=True, slots=True)
class Clash:
    """A section that the report has and the item has too, in other words."""

    key: int
    heading: str
    ours: str
    theirs: str


def _report(content: bytes, name: str) -> Report:
    """What a file says. Raises RuleBroken where it cannot be read."""
    try:
        return read_report(read_content(name, content, attached=False))
    except Unreadable as no:
        raise RuleBroken("Filen kunde inte läsas. {why}", why=no.sentence) from no


def _is_pdf(content: bytes) -> bool:
    return content.lstrip()[:5] == b"%PDF-"


def _keep(here: Place, content: bytes, name: str, title: str) -> Annex:
    """The report itself, kept among what the decision rests on."""
    kind = "application/pdf" if _is_pdf(content) else "text/plain; charset=utf-8"
    if _is_pdf(content):
        check_annex(content, name)
    told = title or name.rpartition(".")[0] or name
    file = File(content, DocumentKind.ANNEX, name, kind)
    return enclose(here, file, " ".join(told.split())[:LONGEST_TITLE], AnnexKind.DECISION_BASIS)


def _parts(report: Report) -> list[Section]:
    """The sections of a report, those of a kind that stands once put together."""
    parts: dict[tuple[SectionKind, str], str] = {}
    for one in report.sections:
        own = one.heading if one.kind is SectionKind.OTHER else ""
        before = parts.get((one.kind, own))
        parts[one.kind, own] = f"{before}\n\n{one.text}" if before else one.text
    return [Section(kind, own or heading_of(kind), text) for (kind, own), text in parts.items()]


def _clashes(here: Place, report: Report) -> list[Clash]:
    found = []
    rows = written_in(here)
    for key, part in enumerate(_parts(report)):
        for row, text in rows:
            same = row.kind is part.kind and (
                row.kind is not SectionKind.OTHER or row.heading == part.heading
            )
            if same and text and text.strip() != part.text.strip():
                found.append(Clash(key, part.heading, text, part.text))
    return found


def _fill(here: Place, report: Report, over: set[int]) -> None:
    """Write the sections that nobody has written, and over those that are told."""
    rows = {(s.kind, s.heading if s.kind is SectionKind.OTHER else ""): (s, text)
            for s, text in written_in(here)}  # fmt: skip
    for key, part in enumerate(_parts(report)):
        own = part.heading if part.kind is SectionKind.OTHER else ""
        row, text = rows.get((part.kind, own), (None, ""))
        if not text or key in over:
            write(here, part.kind, part.text, heading=part.heading, key=row.id if row else None)


def _fill_lists(here: Place, report: Report) -> None:
    """The lists and the reference number, where the item has none."""
    there = {name: form.names for name, form in names_of(here)}
    if report.recipients and not there["mottagare"]:
        set_recipients(session(), act(), here.at, report.recipients)
    basis = [*there["beslutsunderlag"], *report.decision_basis]
    set_titles(session(), act(), here.at, AnnexKind.DECISION_BASIS, list(dict.fromkeys(basis)))
    if report.dnr and not dnr_of(session(), [here.at.id]):
        matters = matters_under(here.body, ", ".join(report.dnr), here.at.title)
        treat_matters(session(), act(), here.at, matters)


@takes(blueprint, f"{_ITEM}/tjansteskrivelse", UploadForm, SHOW)
def read(here: Place, form: UploadForm) -> str | None:
    """Take in a report: what is empty is filled in; where both say something, it is asked."""
    (file,) = uploaded("files")[:1]
    content, name = file.read(), (file.filename or "")[:200]
    report = _report(content, name)
    annex = _keep(
        here, content, name, report.title and _("Tjänsteskrivelse: %(title)s", title=report.title)
    )
    clashes = _clashes(here, report)
    _fill(here, report, set())
    _fill_lists(here, report)
    return here.address("reports.review", annex=annex.id) if clashes else None


def _kept(here: Place, annex: int) -> Report:
    row = entry(Annex, here, annex)
    document = session().get(Document, row.document_id) if row.document_id else None
    if document is None:
        raise NotFound
    content = path_of(exports(), document.sha256).read_bytes()
    return _report(content, document.name)


def _show(here: Place, refused: Refused | None = None) -> str:
    annex = int((request.view_args or {})["annex"])
    return render_template(
        "workspace/report.html",
        here=here,
        annex=annex,
        clashes=_clashes(here, _kept(here, annex)),
        refused=refused,
        back=here.address("papers.papers"),
    )


@blueprint.get(f"{_ITEM}/tjansteskrivelse/<number:annex>")
def review(body: str, held_on: date, item: int, annex: int) -> str:
    """Where the report and the item both say something: which is to stand."""
    return _show(place(body, held_on, item))


@takes(blueprint, f"{_ITEM}/tjansteskrivelse/<number:annex>", NoWords, _show)
def take_over(here: Place, form: NoWords, annex: int) -> str:
    """Take the report's words where they are chosen; the old wording stays in the history."""
    over = {int(key) for key in request.form.getlist("over") if key.isdecimal()}
    _fill(here, _kept(here, annex), over)
    return here.address("papers.papers")
