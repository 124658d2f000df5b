"""Reservations to look up by person, party, body, year and words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from flask import Blueprint
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import Form, SearchField, StringField

from minutes.store.queries.addresses import Address
from minutes.store.queries.reservations import (
    Choices,
    ReservationEntry,
    ReservationSearch,
    reservation_choices,
    reservation_list,
)
from minutes.store.session import session
from minutes.web.access import EVERYBODY
from minutes.web.fields import ChosenField
from minutes.web.pages import Page, asked, page_number, shows

blueprint = Blueprint("reservations", __name__)

_OfItem = tuple[Address, str, list[list[ReservationEntry]]]


class ReservationForm(Form):
    """What reservations can be narrowed by."""

    ord = SearchField(lazy_gettext("Ord i motivering eller rubrik"), default="")
    person = StringField(lazy_gettext("Person"), default="")
    parti = ChosenField(lazy_gettext("Parti"))
    organ = ChosenField(lazy_gettext("Organ"))
    ar = ChosenField(lazy_gettext("År"))


def _form(choices: Choices) -> ReservationForm:
    """The form as asked, with what the register has to choose from."""
    form = ReservationForm(asked())
    form.parti.offer([("", _("Alla partier")), *((party, party) for party in choices.parties)])
    form.organ.offer([("", _("Alla organ")), *choices.bodies])
    form.ar.offer([("", _("Alla år")), *((str(year), str(year)) for year in choices.years)])
    return form


def _search(form: ReservationForm) -> ReservationSearch:
    """What is looked for. Raises BadRequest for what cannot be chosen."""
    year = form.ar.chosen()
    return ReservationSearch(
        person=form.person.data or "",
        party=form.parti.chosen(),
        body=form.organ.chosen(),
        year=int(year) if year else None,
        words=form.ord.data or "",
    )


def _alike(one: ReservationEntry) -> tuple[int | None, str, str]:
    return one.point, one.in_favour_of, one.motivation


def _by_item(reservations: Iterable[ReservationEntry]) -> list[_OfItem]:
    """The reservations of each §; those who say the same stand together."""
    by_item = groupby(reservations, key=lambda one: (one.address, one.title))
    return [
        (address, title, [list(group) for _key, group in groupby(of_item, key=_alike)])
        for (address, title), of_item in by_item
    ]


@shows(blueprint, "/reservationer", "reservations/reservations.html", who=EVERYBODY)
def reservations() -> Page:
    """The reservations that are looked for, the latest first, by §."""
    form = _form(reservation_choices(session()))
    page = reservation_list(session(), _search(form), page_number())
    slugs = {(r.name, r.party): r.person for r in page.reservations if r.person}
    found = _by_item(page.reservations)
    return Page(page, {"form": form, "by_item": found, "slugs": slugs})
