"""A notice comes down when its time is over, with its proof; or it was down, and begins anew."""

from __future__ import annotations

from flask import Blueprint, request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from minutes.actions.notices import interrupt, take_down
from minutes.documents.render import BadDocument
from minutes.documents.taking_down import proof_of, take_down_when_due
from minutes.domain.errors import RuleBroken
from minutes.domain.notices import is_due_down
from minutes.store.announced import notice_in
from minutes.store.session import session, writing
from minutes.store.tables import DelegatedDecision, Meeting, Notice
from minutes.web.access import act, may, signed_in
from minutes.web.pages import today
from minutes.web.workspace.acts import Refused, local
from minutes.web.workspace.desk import body_place, carry_out
from minutes.web.workspace.enclosures import exports
from minutes.web.workspace.entries import NoWords
from minutes.web.workspace.place import SECRETARIES, place
from minutes.web.workspace.posting import InterruptionForm

blueprint = Blueprint("removals", __name__)
may(blueprint, SECRETARIES, "remove", "interruption")
_AT = "/arbete/<slug:body>/anslag/<number:notice>"


def _announced(row: Notice) -> Meeting | DelegatedDecision | None:
    if row.meeting_id is not None:
        return session().get(Meeting, row.meeting_id)
    return session().get(DelegatedDecision, row.delegated_decision_id)


def _notice(body: str, key: int) -> Notice:
    """The notice, of that body. Raises NotFound."""
    here, row = body_place(body), session().get(Notice, key)
    of = _announced(row) if row else None
    if row is None or of is None or of.body_id != here.body.id:
        raise NotFound
    return row


def _back(body: str, key: int, refused: Refused) -> str:
    """The page that the notice is on, with what was refused."""
    from minutes.web.workspace import delegated, notices

    row = _notice(body, key)
    if row.meeting_id is None:
        return delegated.show(body_place(body), refused)
    return notices.show(place(body, session().get_one(Meeting, row.meeting_id).held_on), refused)


@blueprint.before_request
def print_first() -> None:
    """Print the proof before the register is locked for writing: it takes seconds."""
    if request.endpoint != "removals.remove":
        return
    known = request.view_args or {}
    session().rollback()
    try:
        row = _notice(known["body"], known["notice"])
        if is_due_down(notice_in(row), today()):
            proof_of(session(), row, signed_in().name, exports())
    except (BadDocument, NotFound):
        pass
    finally:
        session().rollback()
        writing()


def _down(row: Notice) -> None:
    if not is_due_down(notice_in(row), today()):
        take_down(session(), act(), row, today())
        return
    try:
        take_down_when_due(session(), act(), row, signed_in().name, exports())
    except BadDocument as error:
        raise RuleBroken(
            "Beviset kunde inte skrivas som PDF: {why}.", why=str(error)[:300]
        ) from error


@blueprint.post(f"{_AT}/nedtagning")
def remove(body: str, notice: int) -> Response:
    """Enter that a notice has come down, and keep its proof."""

    def do() -> str:
        _down(_notice(body, notice))
        return local(request.form.get("back", "")) or "/arbete"

    return carry_out(NoWords(request.form), do, lambda refused: _back(body, notice, refused))


@blueprint.post(f"{_AT}/avbrott")
def interruption(body: str, notice: int) -> Response:
    """Enter that a notice was down before its time."""
    form = InterruptionForm(request.form)

    def do() -> str:
        day = form.interrupted_on.data
        if day is None:
            raise RuleBroken("Ange den dag då anslaget var nere.")
        what = form.what.data or ""
        interrupt(session(), act(), _notice(body, notice), day, what=what, today=today())
        return local(request.form.get("back", "")) or "/arbete"

    return carry_out(form, do, lambda refused: _back(body, notice, refused))
