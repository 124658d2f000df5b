"""An edition is signed, in each of the ways that the settings allow."""

from __future__ import annotations

from flask import request
from werkzeug.exceptions import NotFound
from wtforms import Form

from minutes.actions.turning_away import turn_away
from minutes.documents.sending import sign
from minutes.domain.errors import RuleBroken
from minutes.store.session import session
from minutes.store.tables import EditionSigner
from minutes.web.access import act
from minutes.web.adjusting.reading import (
    AT,
    anytime,
    blueprint,
    exports,
    item_of,
    mine_of,
    sent_at,
    show,
)
from minutes.web.adjusting.ways import WAYS, Way, offered
from minutes.web.pages import today
from minutes.web.workspace.acts import Entered, takes
from minutes.web.workspace.place import READERS, Place


def _turned_away(no: RuleBroken, key: int) -> Entered:
    """A signature that is not accepted leaves an entry, of what was handed in nothing."""
    why = str(no)

    def enter() -> None:
        turn_away(session(), act(), session().get_one(EditionSigner, key), why)

    return Entered(no, enter)


def _signs(way: Way) -> None:
    """A route for a way to sign."""

    def signs(here: Place, form: Form, edition: int) -> None:
        sent = sent_at(here, edition)
        if way not in offered():
            raise NotFound
        key = request.form.get("paragraph", type=int)
        item = item_of(here, key) if key else None
        signer = mine_of(here, edition)
        try:
            signing = way.signing(sent, form, item.number if item else None)
            sign(
                session(), act(), signer, signing,
                on=today(), exports=exports(), item=item,
            )  # fmt: skip
        except RuleBroken as no:
            raise _turned_away(no, signer.id) from no

    signs.__name__ = f"sign_{way.name}"
    rule = f"{AT}/underteckna/{way.name}"
    takes(blueprint, rule, way.form, show, who=READERS, require=anytime)(signs)


for _way in WAYS:
    _signs(_way)
