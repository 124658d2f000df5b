"""The decision on the screen: as proposed, as found, or point by point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint
from flask_babel import gettext as _
from wtforms import Form, IntegerField, StringField
from wtforms.validators import Length, Optional

from minutes.actions.decision_points import points_in, revise_decision
from minutes.actions.decisions import decide, postpone
from minutes.actions.rooms import room_of
from minutes.domain.decisions import (
    POSTPONED,
    Decision,
    DecisionKind,
    DecisionPoint,
    Postponement,
    kept_points,
    require_decision,
)
from minutes.domain.texts import lower_first, sentence
from minutes.domain.wording.proposals import reasons
from minutes.importing.outcomes import refers_back, tables
from minutes.store import tables as t
from minutes.store.rows import grouped
from minutes.store.session import session
from minutes.web.access import act
from minutes.web.languages import marked
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.decided import DecisionForm, form_of, read
from minutes.web.workspace.entries import NoWords, shown
from minutes.web.workspace.fields import KindField
from minutes.web.workspace.offered import found_in, proposed
from minutes.web.workspace.place import Place
from minutes.web.workspace.room import record_at, seated_at
from minutes.web.workspace.screen import Screen
from minutes.web.workspace.undoing import take

NAME, KEYS, TEMPLATE = "decision", "b", "workspace/decision.html"
TITLE = marked("Beslut")
blueprint = Blueprint("decisions", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/beslut"


class PostponeForm(Form):
    """That the item goes back or waits, and why."""

    kind = KindField(Postponement)
    reasons = StringField(validators=[Length(max=2000)])
    revision = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Panel:
    """The decision of the § in its form, and what one press would make of it."""

    entries: Sequence[str]
    form: DecisionForm
    revision: int | None
    has_superior: bool
    base: bool
    found: bool
    postponing: PostponeForm
    prefix: str = "beslut"


def _row(here: Place) -> t.Decision | None:
    return next(iter(grouped(session(), t.Decision, "item_id", [here.at.id])[here.at.id]), None)


def superior_of(here: Place) -> str | None:
    """The body that proposals go to, as a decision names it."""
    above = session().get(t.Body, here.body.superior_id) if here.body.superior_id else None
    return lower_first(above.name) if above else None


def panel(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of the decision."""
    row, told, superior = _row(screen.place), screen.record, superior_of(screen.place)
    rows = points_in(session(), row) if row else []
    form = form_of(told.decision, [point.id for point in rows], superior)
    base, found = proposed(told), found_in(told)
    return Panel(
        [point.text for point in rows],
        shown(form, "beslut", refused),
        row.revision if row else None,
        superior is not None,
        base not in {None, told.decision, found},
        found not in {None, told.decision},
        shown(PostponeForm(), "beslut-uppskov", refused),
    )


def _enter(here: Place, made: Decision, keys: Sequence[int | None] | None, *, seen: int) -> None:
    """Enter a decision, or write it anew; what it says of the item's end stands there too.

    `keys` are the rows that its points continue, None where the words tell it.
    """
    require_decision(made)
    row = _row(here)
    if row is None:
        decide(session(), act(), here.at, made, room=room_of(seated_at(here)))
    else:
        old = points_in(session(), row)
        if keys is None:
            texts = [point.text for point in (*made.points, *made.further)]
            same = kept_points([point.text for point in old], texts)
            keys = [old[n].id if n is not None else None for n in same]
        revise_decision(session(), act(), row, made, keys=keys, seen=seen)
    _end(here, made)


def _end(here: Place, made: Decision | None) -> None:
    """Let the item bear how it ended."""
    ends = {"referred_back": refers_back(made), "tabled": tables(made)}
    if (here.at.referred_back, here.at.tabled) != tuple(ends.values()):
        postpone(session(), act(), here.at, **ends)


@takes(blueprint, _AT, DecisionForm)
def write(here: Place, form: DecisionForm) -> None:
    """Write what was decided; without a word it is taken out."""
    made, keys = read(form)
    row = _row(here)
    if made is None and row is not None:
        take(here, row, _("Beslutet"), seen=form.revision.data or 0)
        _end(here, None)
        return
    own = {point.id for point in points_in(session(), row)} if row else set()
    kept = [key if key in own else None for key in keys]
    _enter(here, made or Decision(form.kind.data, ()), kept, seen=form.revision.data or 0)


@takes(blueprint, f"{_AT}/liggande", NoWords)
def as_proposed(here: Place, form: NoWords) -> None:
    """Decide as the base proposal says."""
    made = proposed(record_at(here))
    _enter(here, made or Decision(DecisionKind.DECISION, ()), None, seen=form.revision.data or 0)


@takes(blueprint, f"{_AT}/funnet", NoWords)
def as_found(here: Place, form: NoWords) -> None:
    """Decide as the chair has found."""
    made = found_in(record_at(here))
    _enter(here, made or Decision(DecisionKind.DECISION, ()), None, seen=form.revision.data or 0)


@takes(blueprint, f"{_AT}/uppskov", PostponeForm)
def put_off(here: Place, form: PostponeForm) -> None:
    """Decide that the item goes back, or waits on the table."""
    text = sentence(
        f"{POSTPONED[form.kind.data]} {reasons((form.reasons.data or '').strip())}".strip()
    )
    made = Decision(DecisionKind.DECISION, (DecisionPoint(text),))
    _enter(here, made, None, seen=form.revision.data or 0)
