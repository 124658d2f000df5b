"""What a form of the screen says was decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from wtforms import (
    BooleanField,
    FieldList,
    Form,
    FormField,
    IntegerField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Length, Optional

from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.errors import RuleBroken
from minutes.domain.texts import clean
from minutes.web.workspace.fields import KindField

_PRESS = re.compile(r"(?P<what>up|down|out)-(?P<place>\d{1,4})")


class PointForm(Form):
    """One point, and the row that it continues; without words it is none."""

    key = IntegerField(validators=[Optional()])
    text = TextAreaField()
    kind = StringField()
    further = BooleanField()


class DecisionForm(Form):
    """A decision with its points; `press` says which of them is moved or taken out."""

    kind = KindField(DecisionKind)
    to = StringField(validators=[Length(max=200)])
    points: FieldList[Any] = FieldList(FormField(PointForm))
    press = StringField()
    revision = IntegerField(validators=[Optional()])


def form_of(made: Decision | None, keys: Sequence[int], superior: str | None) -> DecisionForm:
    """The form of a decision, with an empty line for the next point."""
    if made is None:
        return DecisionForm(to=superior or "", points=[{}])
    told = [*made.points, *made.further]
    points: list[dict[str, Any]] = [
        {
            "key": key,
            "text": point.text,
            "kind": point.kind or "",
            "further": place >= len(made.points),
        }
        for place, (key, point) in enumerate(zip(keys, told, strict=True))
    ]
    return DecisionForm(kind=made.kind, to=made.to or superior or "", points=[*points, {}])


def _arranged(points: list[PointForm], press: str) -> list[PointForm]:
    """The points after one was moved or taken out."""
    match = _PRESS.fullmatch(press)
    if match is None or int(match["place"]) >= len(points):
        return points
    place = int(match["place"])
    one = points.pop(place)
    if match["what"] != "out":
        points.insert(max(place + (1 if match["what"] == "down" else -1), 0), one)
    return points


def _kind(told: str | None) -> DecisionKind | None:
    """A point's own kind. Raises RuleBroken for one that there is not."""
    try:
        return DecisionKind(told) if told else None
    except ValueError:
        raise RuleBroken("Välj något i listan.") from None


def _point(form: PointForm, decision: DecisionForm) -> DecisionPoint:
    kind = _kind(form.kind.data)
    kind = None if kind is decision.kind.data else kind
    to = (decision.to.data or "").strip() if kind is DecisionKind.PROPOSAL else None
    return DecisionPoint(clean(form.text.data or "").strip(), kind, to or None)


def read(form: DecisionForm) -> tuple[Decision | None, tuple[int | None, ...]]:
    """What the form says, and which row each point continues; None where it says nothing."""
    every = _arranged([one.form for one in form.points], form.press.data or "")
    told = [one for one in every if (one.text.data or "").strip()]
    told.sort(key=lambda one: bool(one.further.data))
    if not told:
        return None, ()
    points = [_point(one, form) for one in told]
    numbered = sum(not one.further.data for one in told) or 1
    to = (form.to.data or "").strip() if form.kind.data is DecisionKind.PROPOSAL else None
    made = Decision(form.kind.data, tuple(points[:numbered]), to or None, tuple(points[numbered:]))
    return made, tuple(one.key.data for one in told)
