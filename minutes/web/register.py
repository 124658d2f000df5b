"""The decision register: what every § of a year came to, by body or for all."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import Form

from minutes.documents.register import register_table
from minutes.documents.tables import Table
from minutes.store.queries.register import (
    RegisterSearch,
    register_choices,
    register_page,
    whole_register,
)
from minutes.store.session import session
from minutes.web.access import EVERYBODY
from minutes.web.fields import ChosenField
from minutes.web.handouts import hands_out
from minutes.web.pages import Page, asked, page_number, shows, today
from minutes.web.words import label

blueprint = Blueprint("register", __name__)
_AT = "/beslutsregister"


class RegisterForm(Form):
    """Which year's register, and whose."""

    ar = ChosenField(lazy_gettext("År"))
    organ = ChosenField(lazy_gettext("Organ"))


def _form() -> RegisterForm:
    """The form as asked; the latest year where none is."""
    form, choices = RegisterForm(asked()), register_choices(session())
    years = choices.years or (today().year,)
    form.ar.offer((str(year), str(year)) for year in years)
    form.ar.data = form.ar.data or str(years[0])
    form.organ.offer([("", _("Alla organ")), *choices.bodies])
    return form


def _search(form: RegisterForm) -> tuple[RegisterSearch, str]:
    """What is looked for, and the name of its body. Raises BadRequest for what cannot be chosen."""
    search = RegisterSearch(int(form.ar.chosen()), form.organ.chosen())
    return search, form.organ.offered[search.body] if search.body else ""


@shows(blueprint, _AT, "register/register.html", who=EVERYBODY)
def register() -> Page:
    """A year's §§ in order of time."""
    form = _form()
    search, body = _search(form)
    page = register_page(session(), search, page_number())
    kept = {"ar": search.year, "organ": search.body or None}
    return Page(page, {"form": form, "body": body, "kept": kept})


@hands_out(blueprint, _AT, who=EVERYBODY)
def register_list() -> Table:
    """The whole year as a table."""
    search, body = _search(_form())
    return register_table(whole_register(session(), search), body, today(), label)
