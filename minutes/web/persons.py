"""Persons, and the page of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from werkzeug.exceptions import NotFound
from wtforms import Form, SearchField

from minutes.store.queries.deed_kinds import DeedKind
from minutes.store.queries.deeds import DeedCount, DeedSearch
from minutes.store.queries.persons import PersonPage, person_list, person_page
from minutes.store.session import session
from minutes.web.access import EVERYBODY
from minutes.web.fields import ChosenField
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
_WORDS = {kind: word for word, kind in DEEDS.items()}


class PersonSearch(Form):
    """Words in a person's name."""

    ord = SearchField(lazy_gettext("Namn"))


class DeedForm(Form):
    """What a person's deeds can be narrowed by."""

    ar = ChosenField(lazy_gettext("År"))
    organ = ChosenField(lazy_gettext("Organ"))


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


def _search(form: DeedForm) -> DeedSearch:
    """What is looked for, of which the page tells whether it can be chosen."""
    year = form.ar.data or ""
    is_year = year.isdecimal() and len(year) == 4
    return DeedSearch(_only(), int(year) if is_year else None, form.organ.data or "")


def _offer(form: DeedForm, counts: Sequence[DeedCount]) -> None:
    """Let the form be chosen from by what the person has. Raises BadRequest for anything else."""
    years = sorted({str(one.year) for one in counts}, reverse=True)
    form.ar.offer([("", _("Alla år")), *((year, year) for year in years)])
    form.organ.offer([("", _("Alla organ")), *sorted({(one.slug, one.body) for one in counts})])
    form.ar.chosen()
    form.organ.chosen()


def _by_kind(counts: Sequence[DeedCount]) -> list[tuple[str, DeedKind, int]]:
    """How many there are of each kind, with the kind's word in the address."""
    told = [(kind, sum(one.count for one in counts if one.kind is kind)) for kind in DeedKind]
    return [(_WORDS[kind], kind, total) for kind, total in told if total]


def _by_year(counts: Sequence[DeedCount]) -> Mapping[int, list[tuple[str, DeedKind, int]]]:
    """The same year by year, the latest first."""
    years = groupby(counts, key=lambda one: one.year)
    return {year: _by_kind([*of_year]) for year, of_year in years}


def _kinds(page: PersonPage) -> list[tuple[str, DeedKind, int]]:
    """The kinds with what there is of them in the year and body that are asked for."""
    search = page.search
    of_year = [one for one in page.counts if search.year in {None, one.year}]
    return _by_kind([one for one in of_year if search.body in {"", one.slug}])


@shows(blueprint, "/personer/<slug:person>", "persons/person.html", who=EVERYBODY)
def person(person: str) -> Page:
    """A person's mandates, attendance and deeds."""
    form = DeedForm(asked())
    page = found(
        person_page(session(), person, _search(form), page_number()),
        _("Registret har ingen person med adressen ”%(slug)s”. Sök på namnet.", slug=person),
    )
    _offer(form, page.counts)
    kept = {"ar": form.ar.data or None, "organ": form.organ.data or None}
    beside = {"form": form, "kept": kept, "word": page.search.kind and _WORDS[page.search.kind]}
    return Page(page, {**beside, "kinds": _kinds(page), "by_year": _by_year(page.counts)})
