"""Assignments: what was handed out and what became of it."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import Form, SearchField

from minutes.store.queries.assignment_lists import AssignmentChoice, assignment_list
from minutes.store.queries.assignments import assignment_page
from minutes.store.queries.plans import served_by
from minutes.store.session import session
from minutes.web.access import EVERYBODY
from minutes.web.fields import ChosenField
from minutes.web.pages import Page, asked, found, page_number, shows, today

blueprint = Blueprint("assignments", __name__)

_CHOICES = {
    "": (AssignmentChoice.OPEN, lazy_gettext("Öppna")),
    "forsenade": (AssignmentChoice.OVERDUE, lazy_gettext("Försenade")),
    "foreslas-avslutade": (
        AssignmentChoice.PROPOSED_FOR_CLOSING,
        lazy_gettext("Föreslås avslutade"),
    ),
    "avslutade": (AssignmentChoice.CLOSED, lazy_gettext("Avslutade")),
    "alla": (AssignmentChoice.ALL, lazy_gettext("Alla")),
}


class AssignmentForm(Form):
    """Which assignments to see."""

    ord = SearchField(lazy_gettext("Ord i uppdraget eller hos vem"), default="")
    visa = ChosenField(
        lazy_gettext("Visa"), [(word, label) for word, (_choice, label) in _CHOICES.items()]
    )


@shows(blueprint, "/uppdrag", "assignments/assignments.html", who=EVERYBODY)
def assignments() -> Page:
    """The assignments of a choice, the oldest first."""
    form = AssignmentForm(asked())
    choice, _label = _CHOICES[form.visa.chosen()]
    words = form.ord.data or ""
    return Page(assignment_list(session(), today(), choice, words, page_number()), {"form": form})


@shows(blueprint, "/uppdrag/<number:number>", "assignments/one.html", who=EVERYBODY)
def assignment(number: int) -> Page:
    """One assignment with everything reported on it."""
    page = found(
        assignment_page(session(), number, today()),
        _("Registret har inget uppdrag med nummer %(number)s. Sök bland uppdragen.", number=number),
    )
    return Page(page, {"served": served_by(session(), number)})
