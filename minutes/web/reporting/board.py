"""The board of open assignments: what is late, what is to be told, and who answers for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import Form, SearchField

from minutes.domain.urgency import Due, by_age, urgency
from minutes.store.queries.assignment_reports import Line
from minutes.web.access import may
from minutes.web.fields import ChosenField
from minutes.web.pages import today
from minutes.web.reporting.offices import OFFICE, Office, offices
from minutes.web.words import label

blueprint = Blueprint("assignment_board", __name__)
may(blueprint, OFFICE, "assignment_board")

_ORDERS = {
    "": lazy_gettext("Tidsfrist"),
    "division": lazy_gettext("Division"),
    "organ": lazy_gettext("Organ"),
    "alder": lazy_gettext("Ålder"),
}
_SHOWN = {"": lazy_gettext("Alla öppna"), "oredovisade": lazy_gettext("Att redovisa")}


class BoardForm(Form):
    """How the board is ordered, and which assignments are on it."""

    ordna = ChosenField(lazy_gettext("Ordna efter"), list(_ORDERS.items()))
    visa = ChosenField(lazy_gettext("Visa"), list(_SHOWN.items()))
    organ = ChosenField(lazy_gettext("Organ"))
    division = ChosenField(lazy_gettext("Division"))
    ord = SearchField(lazy_gettext("Ord i uppdraget eller hos vem"), default="")


@dataclass(frozen=True, slots=True)
class Group:
    """Assignments under a heading."""

    heading: str
    lines: Sequence[Line]


_Key = Callable[[Line], tuple[int, str]]
_HEADINGS: Mapping[str, _Key] = {
    "": lambda one: (list(Due).index(one.due), label(one.due)),
    "division": lambda one: _named(_division(one)),
    "organ": lambda one: (0, one.body.name),
    "alder": lambda one: (list(type(one.age)).index(one.age), label(one.age)),
}


def _named(division: str) -> tuple[int, str]:
    return (0, division) if division else (1, _("Ingen division angiven"))


def _groups(lines: Sequence[Line], order: str) -> Sequence[Group]:
    """The lines under their headings, the most urgent first in each."""
    found: dict[tuple[int, str], list[Line]] = {}
    by = [(urgency(o.entry.deadline, o.entry.event, o.entry.decided_on), o.entry.id) for o in lines]
    for _urgency, one in sorted(zip(by, lines, strict=True), key=lambda pair: pair[0]):
        found.setdefault(_HEADINGS[order](one), []).append(one)
    return [Group(heading, found[rank, heading]) for rank, heading in sorted(found)]


def _division(line: Line) -> str:
    return line.handling.division if line.handling else ""


def _holds(line: Line, words: Sequence[str]) -> bool:
    handled = line.handling
    told = [line.entry.text, line.entry.assignee, *line.dnr]
    told += [handled.handler, handled.division] if handled else []
    text = " ".join(told).casefold()
    return all(word in text for word in words)


def _chosen(all_of: Sequence[Office], form: BoardForm) -> list[Line]:
    body, shown, division = form.organ.chosen(), form.visa.chosen(), form.division.chosen()
    words = (form.ord.data or "").casefold().split()
    lines = [one for here in all_of if body in {"", here.body.slug} for one in here.lines]
    of_division = [one for one in lines if division in {"", _division(one)}]
    return [one for one in of_division if _holds(one, words) and not (shown and one.report)]


@blueprint.get("/arbete/uppdrag")
def assignment_board() -> str:
    """The open assignments of the bodies that one reports for."""
    all_of = [here for here in offices() if here.lines]
    form = BoardForm(request.args)
    form.organ.offer([("", _("Alla")), *((one.body.slug, one.body.name) for one in all_of)])
    lines = [one for here in all_of for one in here.lines]
    divisions = sorted({_division(one) for one in lines} - {""})
    form.division.offer([("", _("Alla")), *((one, one) for one in divisions)])
    chosen = _chosen(all_of, form)
    return render_template(
        "reporting/board.html",
        form=form,
        offices=all_of,
        groups=_groups(chosen, form.ordna.chosen()),
        total=len(chosen),
        overdue=sum(one.due is Due.OVERDUE for one in lines),
        unlimited=sum(one.due is Due.NONE for one in lines),
        next_one=next((one for one in chosen if one.report is None), None),
        ages=by_age((one.entry.age, one.status) for one in lines),
        today=today(),
    )
