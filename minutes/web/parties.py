"""Parties: all of them, what one did in a year, and how parties and members vote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from werkzeug.exceptions import BadRequest, NotFound
from wtforms import Form

from minutes.actions.addresses import free
from minutes.store.queries.parties import party_list, party_names, party_page
from minutes.store.queries.voted import VotedPage, voted_page
from minutes.store.session import session
from minutes.web.access import EVERYBODY
from minutes.web.fields import ChosenField
from minutes.web.heatmaps import heat_map
from minutes.web.pages import Page, asked, shows, slugs_of

blueprint = Blueprint("parties", __name__)
_PARTY_LABEL, _MEMBER_LABEL, _PART = 52, 220, 280
"""The room for a name in the drawings, and the length of a whole bar."""


class VotedForm(Form):
    """Whose votes."""

    organ = ChosenField(lazy_gettext("Organ"))
    ar = ChosenField(lazy_gettext("År"))


def _slugs(names: Iterable[str]) -> Mapping[str, str]:
    """The addresses of the parties, by what minutes call them: no two have the same."""
    taken: dict[str, str] = {}
    for party in names:
        taken[free(party, taken)] = party
    return {party: slug for slug, party in taken.items()}


def _wanted() -> int | None:
    """The year that is asked for, as far as it may be one."""
    wanted = request.args.get("ar", "")
    return int(wanted) if wanted.isdecimal() and len(wanted) == 4 else None


def _require_year(years: Sequence[int]) -> None:
    """Raise BadRequest for a year that is asked for and is not there."""
    wanted = request.args.get("ar")
    if wanted is not None and wanted not in map(str, years):
        raise BadRequest(
            _(
                "Året ”%(wanted)s” finns inte att välja. Välj bland: %(offered)s.",
                wanted=wanted,
                offered=", ".join(map(str, years)) or "–",
            )
        )


@shows(blueprint, "/partier", "parties/parties.html", who=EVERYBODY)
def parties() -> Page:
    """The parties and what each did in a year."""
    page = party_list(session(), _wanted())
    _require_year(page.years)
    return Page(page, {"slugs": _slugs(one.abbreviation for one in page.parties)})


def _found_party(slug: str) -> tuple[str, str]:
    """What minutes call the party at an address, and its name."""
    names = party_names(session())
    for party, own in _slugs(names).items():
        if own == slug:
            return party, names[party]
    raise NotFound(_("Registret har inget parti med adressen ”%(slug)s”.", slug=slug))


@shows(blueprint, "/partier/<slug:party>", "parties/party.html", who=EVERYBODY)
def party(party: str) -> Page:
    """A party's members, reservations and proposals in a year."""
    page = party_page(session(), *_found_party(party), _wanted())
    _require_year([one.year for one in page.years])
    total = sum(one.count for one in page.fates)
    parts, at = [], 0.0
    for one in page.fates:
        wide = _PART * one.count / total
        parts.append((one, round(at, 1), round(wide, 1)))
        at += wide
    return Page(page, {"parts": parts, "length": _PART, "moved": total})


def _offer(form: VotedForm, page: VotedPage) -> None:
    """Let the form be chosen from by what there is, as shown. Raises BadRequest for the rest."""
    form.organ.offer(sorted({(one.slug, one.body) for one in page.choices}))
    form.ar.offer((str(y), str(y)) for y in sorted({c.year for c in page.choices}, reverse=True))
    if page.of is not None:
        form.organ.data, form.ar.data = page.of.slug, str(page.of.year)
    elif page.choices:
        form.organ.chosen()
        form.ar.chosen()


def _maps(page: VotedPage) -> dict[str, Any]:
    """The drawings of who votes with whom."""
    parties = {(pair.one, pair.other): pair.alike for pair in page.parties}
    members = {(pair.one, pair.other): pair.alike for pair in page.pairs}
    names = [line.party for line in page.lines]
    return {
        "parties": heat_map(names, parties, _PARTY_LABEL),
        "members": heat_map(page.members, members, _MEMBER_LABEL),
    }


@shows(blueprint, "/omrostningar", "parties/voted.html", who=EVERYBODY)
def voted() -> Page:
    """How parties and members of a body voted in a year."""
    form = VotedForm(asked())
    page = voted_page(session(), form.organ.data or "", _wanted())
    _offer(form, page)
    slugs = slugs_of(page.people)
    return Page(
        page,
        {
            "form": form,
            "slugs": slugs,
            "party_slugs": _slugs(party_names(session())),
            **_maps(page),
        },
    )
