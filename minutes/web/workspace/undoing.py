"""What was taken out of a § can be put back: the screen offers it at once."""

from __future__ import annotations

import json
from typing import Any

from flask import Blueprint, flash
from flask_babel import gettext as _
from sqlmodel import col, select
from werkzeug.exceptions import NotFound

from minutes.actions.restoring import restore
from minutes.actions.revisions import strike
from minutes.store.session import session
from minutes.store.tables import Decision, DecisionPoint, History
from minutes.web.access import act
from minutes.web.workspace.acts import takes
from minutes.web.workspace.entries import NoWords
from minutes.web.workspace.place import Place

blueprint = Blueprint("undoing", __name__)
OFFERED = "undo"
"""The category of a message with the address of its undoing."""


def take(here: Place, row: Any, what: str, *, seen: int | None) -> None:
    """Take a row out of the §, and offer to put it back; `what` is it in the definite form."""
    offer_back(here, strike(session(), act(), row, seen=seen), what)


def offer_back(here: Place, entry: History, what: str, by: str = "undoing.undo") -> None:
    """Tell that something was taken out of the §, and offer to put it back, `by` an endpoint."""
    offer(_("%(what)s togs bort.", what=what), here.address(by, entry=entry.id))


def offer(told: str, address: str) -> None:
    """Tell what was done, and offer to undo it at an address."""
    flash((told, address), OFFERED)  # type: ignore[arg-type]  # a cookie holds pairs too


def _item_of(told: dict[str, Any]) -> int | None:
    """The § that a row belonged to, by its columns or by its decision point."""
    if "item_id" in told:
        return int(told["item_id"])
    of_point = select(Decision.item_id).join(
        DecisionPoint, col(DecisionPoint.decision_id) == Decision.id
    )
    return session().exec(of_point.where(DecisionPoint.id == told.get("decision_point_id"))).first()


@takes(
    blueprint,
    "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/angra/<number:entry>",
    NoWords,
)
def undo(here: Place, form: NoWords, entry: int) -> None:
    """Put back what was taken out of the §."""
    row = session().get(History, entry)
    if row is None or row.verb != "struck" or _item_of(json.loads(row.details)) != here.at.id:
        raise NotFound
    restore(session(), act(), row)
