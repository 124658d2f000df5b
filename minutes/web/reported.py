"""What §§ report in lists: decisions of delegates, and communications, to look up."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from werkzeug.exceptions import BadRequest
from wtforms import Form, SearchField, StringField

from minutes.documents.reported_lists import communications_table, delegated_table
from minutes.documents.tables import Table
from minutes.store.queries.bodies import organisation_of
from minutes.store.queries.communications import (
    all_communications,
    communication_choices,
    communication_list,
)
from minutes.store.queries.delegated_lists import (
    all_delegated,
    delegated_choices,
    delegated_list,
)
from minutes.store.queries.reported import ReportedChoices, ReportedSearch
from minutes.store.session import session
from minutes.web.access import EVERYBODY
from minutes.web.fields import ChosenField
from minutes.web.handouts import hands_out
from minutes.web.pages import Page, asked, page_number, shows, today

blueprint = Blueprint("reported", __name__)
_DELEGATED, _COMMUNICATIONS = "/delegationsbeslut", "/meddelanden"


class ReportedForm(Form):
    """What a list can be narrowed by."""

    ord = SearchField(lazy_gettext("Ord eller diarienummer"), default="")
    vem = StringField(default="")
    organ = ChosenField(lazy_gettext("Organ"))
    ar = ChosenField(lazy_gettext("År"))
    paragraf = StringField(lazy_gettext("Anmält i §"), default="")


class DelegatedForm(ReportedForm):
    """What delegated decisions can be narrowed by."""

    vem = StringField(lazy_gettext("Delegat"), default="")


class CommunicationForm(ReportedForm):
    """What communications can be narrowed by."""

    vem = StringField(lazy_gettext("Avsändare"), default="")


def _offer(form: ReportedForm, choices: ReportedChoices) -> ReportedForm:
    form.organ.offer([("", _("Alla organ")), *choices.bodies])
    form.ar.offer([("", _("Alla år")), *((str(year), str(year)) for year in choices.years)])
    return form


def _number(words: str) -> int | None:
    """The number of a §. Raises BadRequest for what is none."""
    digits = words.strip().removeprefix("§").strip()
    if not digits:
        return None
    if not digits.isdecimal() or len(digits) > 6:
        raise BadRequest(_("”%(words)s” är inget paragrafnummer. Skriv det som 42.", words=words))
    return int(digits)


def _search(form: ReportedForm) -> ReportedSearch:
    """What is looked for. Raises BadRequest for what cannot be chosen."""
    year = form.ar.chosen()
    return ReportedSearch(
        words=form.ord.data or "",
        who=form.vem.data or "",
        body=form.organ.chosen(),
        year=int(year) if year else None,
        item=_number(form.paragraf.data or ""),
    )


def _delegated() -> ReportedForm:
    return _offer(DelegatedForm(asked()), delegated_choices(session()))


def _communications() -> ReportedForm:
    return _offer(CommunicationForm(asked()), communication_choices(session()))


def _kept(form: ReportedForm) -> dict[str, str]:
    """What the address asks for, for the links to the list on paper."""
    return {name: value for name, value in form.data.items() if value}


def _titled(name: str, form: ReportedForm, search: ReportedSearch) -> str:
    """The title of a list, with the body and the year that it is narrowed to."""
    body = form.organ.offered[search.body] if search.body else ""
    return " ".join(filter(None, (name, body, str(search.year or ""))))


@shows(blueprint, _DELEGATED, "reported/delegated.html", who=EVERYBODY)
def delegated() -> Page:
    """The decisions of delegates that are looked for, the latest first."""
    form = _delegated()
    page = delegated_list(session(), _search(form), page_number())
    return Page(page, {"form": form, "kept": _kept(form)})


@hands_out(blueprint, _DELEGATED, who=EVERYBODY)
def delegated_handout() -> Table:
    """All decisions that are looked for as a table."""
    form = _delegated()
    search = _search(form)
    title = _titled(_("Delegationsbeslut"), form, search)
    found = all_delegated(session(), search)
    return delegated_table(title, organisation_of(session()), found, today())


@shows(blueprint, _COMMUNICATIONS, "reported/communications.html", who=EVERYBODY)
def communications() -> Page:
    """The communications that are looked for, the latest first."""
    form = _communications()
    page = communication_list(session(), _search(form), page_number())
    return Page(page, {"form": form, "kept": _kept(form)})


@hands_out(blueprint, _COMMUNICATIONS, who=EVERYBODY)
def communication_handout() -> Table:
    """All communications that are looked for as a table."""
    form = _communications()
    search = _search(form)
    title = _titled(_("Meddelanden"), form, search)
    found = all_communications(session(), search)
    return communications_table(title, organisation_of(session()), found, today())
