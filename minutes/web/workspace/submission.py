"""Would the auditor pass this: what is open in the minutes, and sending them to adjustment."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, current_app, render_template

from minutes.actions.agenda import waiting_items
from minutes.actions.submitting import sent_edition, withdraw_edition
from minutes.documents.render import BadDocument
from minutes.documents.sending import send_minutes
from minutes.domain.errors import RuleBroken
from minutes.settings import Settings
from minutes.store.records import is_adjusted
from minutes.store.session import session
from minutes.web.access import act, may, signed_in
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.auditing import findings_at, groups_at
from minutes.web.workspace.entries import NoWords
from minutes.web.workspace.place import READERS, SECRETARIES, Place, may_change, place

blueprint = Blueprint("submission", __name__)
may(blueprint, READERS, "audit")
_AT = "/arbete/<slug:body>/<day:held_on>"


def show(here: Place, refused: Refused | None = None) -> str:
    """The page, with what was refused."""
    groups = groups_at(here)
    return render_template(
        "workspace/audit.html",
        here=here,
        groups=groups,
        gaps=sum(len(group.gaps) for group in groups),
        hints=sum(len(group.hints) for group in groups),
        waiting=waiting_items(session(), here.meeting),
        may_change=may_change(here),
        is_secretary=SECRETARIES.admits(signed_in(), here.body.id),
        is_adjusted=is_adjusted(session(), here.meeting),
        refused=refused,
        back=here.address("submission.audit"),
    )


@blueprint.get(f"{_AT}/granskning")
def audit(body: str, held_on: date) -> str:
    """What an audit finds in the minutes as they stand."""
    return show(place(body, held_on))


@takes(blueprint, f"{_AT}/till-justering", NoWords, show)
def submit(here: Place, form: NoWords) -> None:
    """Send the minutes to those who adjust them."""
    settings: Settings = current_app.config["MINUTES"]
    try:
        send_minutes(
            session(), act(), here.meeting, found=findings_at(here), exports=settings.exports
        )
    except BadDocument as bad:
        raise RuleBroken("Protokollet kunde inte skrivas ut: {why}.", why=bad) from bad


@takes(blueprint, f"{_AT}/tillbaka", NoWords, show, require=lambda here: None)
def take_back(here: Place, form: NoWords) -> None:
    """Take the minutes back, to change them."""
    withdraw_edition(session(), act(), sent_edition(session(), here.meeting))
