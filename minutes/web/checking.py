"""Anybody hands in a PDF and is told whose it is, who signed it, and whether it is untouched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from threading import BoundedSemaphore

from flask import Blueprint, Response, current_app, render_template, request
from flask_babel import format_datetime
from flask_babel import gettext as _
from werkzeug.exceptions import ServiceUnavailable

from minutes.clock import STOCKHOLM
from minutes.documents.edition import protocol_file
from minutes.documents.render import BadDocument
from minutes.documents.signing.apart import LARGEST, examine
from minutes.documents.signing.checked import Checked
from minutes.documents.signing.examining import Claim
from minutes.documents.signing.means import means_of
from minutes.domain.errors import RuleBroken
from minutes.settings import Settings
from minutes.store.correction_records import versions_of
from minutes.store.queries.kept_files import KeptFile, kept_file
from minutes.store.queries.meetings import meeting_at
from minutes.store.records import find_bodies
from minutes.store.session import session
from minutes.store.tables import Body, Meeting
from minutes.web.access import EVERYBODY, may, visitor
from minutes.web.languages import said

blueprint = Blueprint("checking", __name__)
may(blueprint, EVERYBODY, "show", "check")

_AT_ONCE = BoundedSemaphore(2)
"""A file takes a second or two of a whole processor."""


@blueprint.app_template_filter("moment")
def moment_in_words(at: datetime) -> str:
    """A moment by the clock in Sweden: 12 mars 2026 14:03."""
    return str(format_datetime(at.astimezone(STOCKHOLM), "d MMMM yyyy HH:mm", rebase=False))


class Standing(StrEnum):
    """What a file is to the register."""

    KEPT = "kept"
    PRINTED = "printed"
    BEGUN = "begun"
    ALTERED = "altered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a file: what it is, of which meeting, and its signatures."""

    name: str
    standing: Standing
    checked: Checked
    claim: Claim
    kept: KeptFile | None = None
    body: Body | None = None
    meeting: Meeting | None = None
    seal: str = ""
    """The mark of the organisation's own certificate: what it says of who signed is believed."""


def _settings() -> Settings:
    settings: Settings = current_app.config["MINUTES"]
    return settings


@contextmanager
def _in_turn() -> Iterator[None]:
    if not _AT_ONCE.acquire(timeout=10):
        raise ServiceUnavailable(_("Många kontrollerar filer just nu. Försök om en stund."))
    try:
        yield
    finally:
        _AT_ONCE.release()


def _claimed(claim: Claim) -> tuple[Body, Meeting] | None:
    """The meeting whose minutes a file says that it is, where one may know of it."""
    try:
        held_on = date.fromisoformat(claim.held_on)
    except ValueError:
        return None
    for body in find_bodies(session(), claim.body):
        meeting = meeting_at(session(), body.slug, held_on)
        if meeting is not None:
            return body, meeting
    return None


def _is_printed(meeting: Meeting, content: bytes) -> bool:
    """Whether it is what the register prints of these minutes, in any of their versions."""
    settings = _settings()
    numbers = [one.number for one in versions_of(session(), meeting)]
    with suppress(BadDocument):
        for number in (None, *numbers[:-1]):
            file = protocol_file(session(), meeting, settings.exports, settings.pdf_variant, number)
            if file.stat().st_size == len(content) and file.read_bytes() == content:
                return True
    return False


def _told(name: str, content: bytes) -> Told:
    account = visitor()
    kept = kept_file(session(), content, account.grants if account else ())
    at = kept.document.kept_at if kept and kept.document.size == len(content) else None
    session().rollback()  # a file that is handed in changes nothing, and holds no writer up
    means = means_of(_settings())
    found = examine(content, means.trust.alone, at)
    claim, checked = found.claim, found.checked
    seal = means.seal.holder.mark if means.seal else ""
    if kept is not None:
        standing = Standing.KEPT if at else Standing.BEGUN
        return Told(name, standing, checked, claim, kept, kept.body, kept.meeting, seal)
    meant = _claimed(claim)
    if meant is None:
        return Told(name, Standing.UNKNOWN, checked, claim)
    standing = Standing.PRINTED if _is_printed(meant[1], content) else Standing.ALTERED
    return Told(name, standing, checked, claim, None, *meant)


def _page(told: Told | None = None, sentence: str = "", status: int = 200) -> Response:
    html = render_template("checking/checking.html", told=told, sentence=sentence)
    answer = current_app.make_response((html, status))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@blueprint.get("/kontrollera")
def show() -> Response:
    """Where one hands in a file."""
    return _page()


@blueprint.post("/kontrollera")
def check() -> Response:
    """What the file is; it is not kept."""
    file = request.files.get("fil")
    content = file.stream.read(LARGEST + 1) if file else b""
    if file is None or not content:
        return _page(sentence=_("Ingen fil är vald. Välj en PDF och skicka igen."), status=422)
    try:
        with _in_turn():
            return _page(_told((file.filename or "")[:200], content))
    except RuleBroken as no:
        return _page(sentence=said(no), status=422)
