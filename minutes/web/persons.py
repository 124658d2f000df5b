"""Persons, and the page of one."""

from __future__ import annotations

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from werkzeug.exceptions import NotFound
from wtforms import Form, SearchField

from minutes.store.queries.deeds import DeedKind
from minutes.store.queries.persons import person_list, person_page
from minutes.store.session import session
from minutes.web.access import EVERYBODY
from minutes.web.pages import Page, asked, found, page_number, shows

blueprint = Blueprint("persons", __name__)

DEEDS = {
    "reservationer": DeedKind.RESERVATION,
    "yrkanden": DeedKind.PROPOSAL,
    "anteckningar": DeedKind.NOTE,
    "roster": DeedKind.BALLOT,
    "jav": DeedKind.DISQUALIFICATION,
    "deltar-ej": DeedKind.STAND_ASIDE,
    "motioner": DeedKind.MOTION,
}
"""What `visa` may be in a person's address."""


class PersonSearch(Form):
    """Words in a person's name."""

    ord = SearchField(lazy_gettext("Namn"))


@shows(blueprint, "/personer", "persons/persons.html", who=EVERYBODY)
def persons() -> Page:
    """The persons by name."""
    form = PersonSearch(asked())
    return Page(person_list(session(), form.ord.data or "", page_number()), {"form": form})


def _only() -> DeedKind | None:
    wanted = request.args.get("visa")
    if wanted is None:
        return None
    if wanted not in DEEDS:
        raise NotFound(
            _(
                "”%(wanted)s” går inte att visa. Välj bland %(offered)s.",
                wanted=wanted,
                offered=", ".join(DEEDS),
            )
        )
    return DEEDS[wanted]


@shows(blueprint, "/personer/<slug:person>", "persons/person.html", who=EVERYBODY)
def person(person: str) -> Page:
    """A person's mandates, attendance and deeds."""
    page = found(
        person_page(session(), person, _only()),
        _("Registret har ingen person med adressen ”%(slug)s”. Sök på namnet.", slug=person),
    )
    return Page(page, {"shown_as": {kind: word for word, kind in DEEDS.items()}})
