"""The search over everything that the minutes hold, and what it suggests while one types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, jsonify, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext, ngettext
from wtforms import Form, SearchField, StringField

from minutes.domain.decisions import Outcome
from minutes.store.queries.search import Search, SearchPage, search_page, suggestions
from minutes.store.queries.search_counts import Count, Counts
from minutes.store.searching.tables import Part
from minutes.store.session import session
from minutes.web.access import EVERYBODY, may
from minutes.web.fields import ChosenField
from minutes.web.pages import Page, asked, page_number, shows
from minutes.web.search_words import OUTCOMES, PARTS
from minutes.web.words import item_address, label, without_page

blueprint = Blueprint("search", __name__)

_Pairs = list[tuple[str, str]]


class SearchForm(Form):
    """What is looked for, and what hits can be narrowed by."""

    q = SearchField(lazy_gettext("Sök i protokollen"), default="")
    visa = ChosenField(lazy_gettext("Del"))
    organ = ChosenField(lazy_gettext("Organ"))
    ar = ChosenField(lazy_gettext("År"))
    parti = ChosenField(lazy_gettext("Parti"))
    person = StringField(lazy_gettext("Person"), default="")
    utfall = ChosenField(lazy_gettext("Utfall"))
    ordning = ChosenField(lazy_gettext("Ordning"))


def _narrowing(form: SearchForm) -> tuple[ChosenField, ...]:
    return form.organ, form.ar, form.parti, form.utfall


def _with_hits(name: str, hits: int) -> str:
    return f"{name} ({hits})" if hits else name


def _pairs(every: str, counts: Iterable[Count]) -> _Pairs:
    """What can be chosen of a kind, with how many hits each has."""
    return [("", every), *((one.value, _with_hits(one.name, one.hits)) for one in counts)]


def _offer(form: SearchForm, counts: Counts, year: int | None) -> None:
    """Put what can be chosen in the form, with how many hits each choice has."""
    form.organ.offer(_pairs(_("Alla organ"), counts.bodies))
    years = dict(_pairs(_("Alla år"), counts.years))
    form.ar.offer(
        (years if year is None else {"": years[""], str(year): str(year), **years}).items()
    )
    form.parti.offer(_pairs(_("Alla partier"), counts.parties))
    outcomes = {one.value: one.hits for one in counts.outcomes}
    pairs = ((key, _with_hits(label(Outcome(o)), outcomes[o])) for key, o in OUTCOMES.items())
    form.utfall.offer([("", _("Alla utfall")), *pairs])


def _year(form: SearchForm) -> int | None:
    """The year that is asked for. Raises BadRequest for what is none."""
    told = str(form.ar.data or "").strip()
    if told.isdecimal() and len(told) == 4:
        return int(told)
    form.ar.chosen()
    return None


def search_of(form: SearchForm) -> Search:
    """What is looked for. Raises BadRequest for what cannot be chosen."""
    form.visa.offer([(key, label(part)) for key, part in PARTS.items()])
    form.ordning.offer([("", _("Bäst först")), ("nyast", _("Nyast först"))])
    form.utfall.offer([("", ""), *((key, key) for key in OUTCOMES)])
    form.ar.offer([("", _("Alla år"))])
    part = PARTS[form.visa.chosen()]
    return Search(
        words=form.q.data or "",
        part=part if part is not Part.ITEM else None,
        body=str(form.organ.data or ""),
        year=_year(form),
        party=str(form.parti.data or ""),
        person=form.person.data or "",
        outcome=OUTCOMES.get(form.utfall.chosen(), ""),
        newest_first=form.ordning.chosen() == "nyast",
    )


def _readable(value: str) -> str:
    """What can stand in a feed: XML has no place for signs that are not shown."""
    return "".join(sign for sign in value if sign.isprintable()).strip()


def chosen_in(asked_for: Mapping[str, str]) -> dict[str, str]:
    """What an address asks a search for, without its order and page."""
    kept = set(SearchForm().data) - {"ordning"}
    told = {key: _readable(value) for key, value in asked_for.items() if key in kept}
    return {key: value for key, value in told.items() if value}


def _how_many(page: SearchPage) -> str:
    """How much was found."""
    total = page.paging.total
    if page.is_more:
        told = _("Fler än %(total)s träffar. Smalna av, eller visa de nyaste först.", total=total)
    else:
        told = ngettext("%(num)s träff", "%(num)s träffar", total)
    return str(told)


@shows(blueprint, "/sok", "search/search.html", who=EVERYBODY)
def search() -> Page:
    """What is found, the best or the newest first."""
    form = SearchForm(asked())
    wanted = search_of(form)
    page = search_page(session(), wanted, page_number())
    _offer(form, page.counts, wanted.year)
    for field in _narrowing(form):
        field.chosen()
    kinds = [
        (key, part, page.counts.parts.get(part.value), wanted.part or Part.ITEM)
        for key, part in PARTS.items()
    ]
    others = {key: value for key, value in without_page(request.args).items() if key != "visa"}
    plain = replace(wanted, words="", newest_first=False)
    beside: dict[str, Any] = {"form": form, "kinds": kinds, "how_many": _how_many(page)}
    chosen = [field.offered[field.data] for field in _narrowing(form) if field.data]
    chosen += [wanted.person] if wanted.person else []
    beside |= {"asked": chosen_in(request.args)}
    beside |= {"is_narrowed": not plain.is_empty, "others": others, "chosen": chosen}
    return Page(page, beside)


@blueprint.get("/sok/forslag.json")
def suggestions_json() -> Response:
    """The §§ that are found so far, for the field where somebody is typing."""
    found = suggestions(session(), request.args.get("q", ""))
    told = [
        {
            "title": "".join(part.words for part in one.title),
            "where": f"{one.address.body} § {one.address.number}/{one.address.year}",
            "address": item_address(one.address),
        }
        for one in found
    ]
    return jsonify(told)


may(blueprint, EVERYBODY, "suggestions_json")
