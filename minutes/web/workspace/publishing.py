"""Publishing: what is found in the minutes, and what is masked in the next copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, current_app, render_template
from sqlmodel import col, select
from werkzeug.exceptions import NotFound
from wtforms import Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Optional

from minutes.actions.publishing import Public, rule_on, standing_copy
from minutes.actions.revisions import strike
from minutes.documents.edition import open_protocol_of
from minutes.domain.access import Duty
from minutes.domain.publishing import Publishing, Ruling, expiry
from minutes.domain.reviewing import Undecided, undecided
from minutes.settings import Settings
from minutes.store.masks import elected_of, masks_of, rulings_of
from minutes.store.queries.copies import copies_of
from minutes.store.queries.writers import names_of
from minutes.store.records import is_adjusted
from minutes.store.session import session
from minutes.store.tables import Body, Item, Mask, Party, PublicCopy
from minutes.web.access import act, holders, is_fresh, may, signed_in
from minutes.web.pages import today
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import NoWords, shown
from minutes.web.workspace.fields import DayField, line, words
from minutes.web.workspace.place import READERS, Place, place

blueprint = Blueprint("publishing", __name__)
may(blueprint, READERS, "review")
PUBLISHERS = holders(Duty.SECRETARY, Duty.REGISTRAR)
"""Who may approve what the web shows."""
_AT = "/arbete/<slug:body>/<day:held_on>/publicering"


class RulingForm(Form):
    """Words, a line each, with the § that they stand in and why they are masked or stay."""

    words = TextAreaField(filters=[words])
    item = StringField(default="")
    reason = StringField(filters=[line])
    ruling = StringField(default=Ruling.MASKED.value)


class CopyForm(Form):
    """Until when the copy is on the web; `seen` is the ruling that was made last."""

    expires_on = DayField()
    seen = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Ruled:
    """Words that are ruled on, with the number of their §."""

    row: Mask
    number: int | None


def settings() -> Settings:
    """What the installation has decided."""
    known: Settings = current_app.config["MINUTES"]
    return known


def undecided_at(here: Place) -> Sequence[Undecided]:
    """What is found and not ruled on."""
    protocol = open_protocol_of(session(), here.meeting)
    masked, stays = (masks_of(session(), here.meeting, one) for one in Ruling)
    return undecided(protocol, masked, stays, elected_of(session(), here.meeting))


def _items(here: Place) -> dict[int | None, Item]:
    of_meeting = select(Item).where(Item.meeting_id == here.meeting.id)
    rows = session().exec(of_meeting.order_by(col(Item.position))).all()
    return {row.number: row for row in rows if row.number and not row.secrecy}


def last_ruling(rulings: Sequence[Mask]) -> int:
    """The key of what was ruled last, 0 where nothing was."""
    return max((row.id for row in rulings), default=0)


def _names(rulings: Sequence[Mask], copies: Sequence[PublicCopy]) -> dict[str, str]:
    """Who ruled and who approved, by address."""
    by = [*(row.ruled_by for row in rulings), *(copy.approved_by for copy in copies)]
    return names_of(session(), by)


def _may_be_published(body: Body) -> bool:
    return body.publishing is not Publishing.NEVER and bool(body.publishing_decision)


def show(here: Place, refused: Refused | None = None) -> str:
    """The page, with what was refused in its form again."""
    rulings, items = rulings_of(session(), here.meeting), _items(here)
    numbers = {row.id: number for number, row in items.items()}
    until = expiry(today(), settings().published_years)
    copies = copies_of(session(), here.meeting)
    return render_template(
        "workspace/publishing.html",
        here=here,
        names=_names(rulings, copies),
        items=items,
        found=undecided_at(here),
        rulings=[Ruled(row, numbers.get(row.item_id or 0)) for row in rulings],
        copies=copies,
        standing=standing_copy(session(), here.meeting),
        new=shown(RulingForm(), "maska", refused),
        copy=shown(CopyForm(expires_on=until, seen=last_ruling(rulings)), "godkann", refused),
        is_adjusted=is_adjusted(session(), here.meeting),
        is_decided=_may_be_published(here.body),
        is_fresh=is_fresh(),
        may_publish=PUBLISHERS.admits(signed_in(), here.body.id),
        today=today(),
        refused=refused,
        back=here.address("publishing.review"),
    )


@blueprint.get(_AT)
def review(body: str, held_on: date) -> str:
    """What is found, what is ruled on, and the copy."""
    return show(place(body, held_on))


def require_nothing(here: Place) -> None:
    """Words are ruled on before and after the minutes are adjusted."""


def _public(here: Place) -> Public:
    of_organisation = select(Party).where(Party.organisation_id == here.body.organisation_id)
    parties = session().exec(of_organisation).all()
    named = [name for row in parties for name in (row.abbreviation, row.name)]
    return Public(elected_of(session(), here.meeting), named)


def _item(here: Place, number: str) -> Item | None:
    """The § that a form names; None for the whole protocol. Raises NotFound."""
    if not number:
        return None
    row = _items(here).get(int(number)) if number.isdecimal() and len(number) < 6 else None
    if row is None:
        raise NotFound
    return row


@takes(blueprint, f"{_AT}/ord", RulingForm, show, who=PUBLISHERS, require=require_nothing)
def rule(here: Place, form: RulingForm) -> None:
    """Mask words in the next copy, or say why they stay."""
    ruling = Ruling.STAYS if form.ruling.data == Ruling.STAYS.value else Ruling.MASKED
    lines = [one for one in (form.words.data or "").splitlines() if one.strip()]
    known: dict[str, Any] = {"item": _item(here, form.item.data or ""), "public": _public(here)}
    for one in lines or [""]:
        reason = form.reason.data or ""
        rule_on(session(), act(), here.meeting, one, ruling, reason, **known)


@takes(
    blueprint, f"{_AT}/ord/<number:mask>/borttagning", NoWords, show,
    who=PUBLISHERS, require=require_nothing,
)  # fmt: skip
def lift(here: Place, form: NoWords, mask: int) -> None:
    """Take back what was said of words."""
    row = session().get(Mask, mask)
    if row is None or row.meeting_id != here.meeting.id:
        raise NotFound
    strike(session(), act(), row, seen=form.revision.data)
