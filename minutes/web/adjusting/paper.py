"""What was printed and signed by hand: the scan is handed in, with who signed on which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Response, request
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound
from wtforms import BooleanField, FileField, Form

from minutes.actions.turning_away import turn_away
from minutes.documents.scanned import sign_on_paper
from minutes.domain.access import Duty
from minutes.domain.errors import RuleBroken
from minutes.domain.verdicts import Asked, SigningMethod
from minutes.importing.attached import check_annex
from minutes.store.queries.adjusting import Sent
from minutes.store.session import session
from minutes.store.tables import EditionSigner
from minutes.web.access import act, holders, may, signed_in
from minutes.web.adjusting.files import settings
from minutes.web.adjusting.reading import AT, anytime, exports, sent_at
from minutes.web.pages import today
from minutes.web.workspace.acts import Entered, Refused, takes
from minutes.web.workspace.enclosures import kept_file, uploaded
from minutes.web.workspace.place import READERS, Place, place

blueprint = Blueprint("paper", __name__)
may(blueprint, READERS, "scan")
ARCHIVERS = holders(Duty.SECRETARY, Duty.REGISTRAR)
"""Who hands in what was signed on paper."""


class PaperForm(Form):
    """The scan, and that it was compared; the days stand in fields named after the signers."""

    scan = FileField()
    compared = BooleanField()


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody who may have signed on paper, and the day that was written for them."""

    asked: Asked
    name: str
    day: str


@dataclass(frozen=True, slots=True)
class OnPaper:
    """The form of an edition."""

    form_id: str
    lines: Sequence[Line]


def _field(asked: Asked) -> str:
    return f"day-{asked.key}"


def _unsigned(sent: Sent) -> list[Asked]:
    return [one for one in sent.tally.asked if not sent.tally.has_signed(one.key)]


def on_paper(sent: Sent, refused: Refused | None) -> OnPaper | None:
    """The form for an edition that waits, for who may fill it in; what was refused stays in it."""
    may_hand_in = ARCHIVERS.admits(signed_in(), sent.body.id) and _is_offered()
    unsigned = _unsigned(sent)
    if not (sent.waits and may_hand_in and unsigned):
        return None
    form_id = f"papper-{sent.edition.id}"
    typed = request.form if refused is not None and refused.form_id == form_id else {}
    return OnPaper(
        form_id, [Line(one, _field(one), typed.get(_field(one), "")) for one in unsigned]
    )


def _is_offered() -> bool:
    return SigningMethod.PAPER.value in settings().signing.methods


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as no:
        raise RuleBroken("”{words}” är ingen dag. Skriv den som 2026-10-28.", words=words) from no


def _days(sent: Sent) -> dict[int, date]:
    """The days that were filled in, by signer."""
    told = {one.key: request.form.get(_field(one), "").strip() for one in _unsigned(sent)}
    return {key: _day(words) for key, words in told.items() if words}


def _keep(sent: Sent, days: dict[int, date]) -> None:
    (file,) = uploaded("scan")[:1]
    content, name = file.read(), (file.filename or "")[:200]
    pages = check_annex(content, name).pages
    sign_on_paper(
        session(), act(), sent.edition, days, content,
        pages=pages, today=today(), exports=exports(),
    )  # fmt: skip


def _turned_away(no: RuleBroken, keys: Sequence[int]) -> Entered:
    """A scan that is not accepted leaves an entry for each whose signature it was to have."""
    why = str(no)

    def enter() -> None:
        for key in keys:
            turn_away(session(), act(), session().get_one(EditionSigner, key), why)

    return Entered(no, enter)


def _overview(here: Place, refused: Refused | None = None) -> str:
    from minutes.web.adjusting.overview import show

    return show(here, refused)


@takes(blueprint, f"{AT}/papper", PaperForm, _overview, who=ARCHIVERS, require=anytime)
def hand_in(here: Place, form: PaperForm, edition: int) -> None:
    """Hand in the scan of what was signed by hand."""
    sent = sent_at(here, edition)
    if not _is_offered():
        raise NotFound
    days = _days(sent)
    if days and not form.compared.data:
        raise RuleBroken("Jämför skanningen med versionen, och kryssa för att du har gjort det.")
    try:
        _keep(sent, days)
    except RuleBroken as no:
        raise _turned_away(no, list(days)) from no


@blueprint.get(f"{AT}/papper/<number:scan>.pdf")
def scan(body: str, held_on: date, edition: int, scan: int) -> Response:
    """The scan of what was signed by hand."""
    sent = sent_at(place(body, held_on), edition)
    if scan not in {one.id for one in sent.scans}:
        raise NotFound(_("Versionen har ingen sådan skanning."))
    return kept_file(scan)
