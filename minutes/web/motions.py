"""Motions: those that wait, those approved and not carried out, and those decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import Form

from minutes.documents.motions import motions_table
from minutes.documents.tables import Table
from minutes.domain.motions import MotionState
from minutes.store.queries.bodies import organisation_of
from minutes.store.queries.motions import MotionEntry, motion_entries
from minutes.store.queries.paging import Paging, on_page, paging_of
from minutes.store.session import session
from minutes.web.access import EVERYBODY
from minutes.web.fields import ChosenField
from minutes.web.handouts import hands_out
from minutes.web.pages import Page, asked, page_number, shows, slugs_of, today
from minutes.web.words import label

blueprint = Blueprint("motion_lists", __name__)
_AT = "/motioner"
_DECIDED = set(MotionState) - {MotionState.PENDING, MotionState.APPROVED}

_CHOICES: Mapping[str, tuple[set[MotionState], Any]] = {
    "": ({MotionState.PENDING}, lazy_gettext("Väntar på beslut")),
    "bifallna": ({MotionState.APPROVED}, lazy_gettext("Bifallna, inte genomförda")),
    "avgjorda": (_DECIDED, lazy_gettext("Avgjorda")),
    "alla": (set(MotionState), lazy_gettext("Alla")),
}


class MotionForm(Form):
    """Which motions to see."""

    visa = ChosenField(
        lazy_gettext("Visa"), [(word, name) for word, (_states, name) in _CHOICES.items()]
    )


@dataclass(frozen=True, slots=True)
class MotionList:
    """The chosen motions, those raised first at the top; how many wait, and how many too long."""

    choice: str
    today: date
    pending: int
    late: int
    paging: Paging
    motions: tuple[MotionEntry, ...]


def _chosen(form: MotionForm) -> tuple[str, Callable[[MotionEntry], bool]]:
    word = form.visa.chosen()
    states, _name = _CHOICES[word]
    return word, lambda entry: entry.state in states


@shows(blueprint, _AT, "motions/motions.html", who=EVERYBODY)
def motions() -> Page:
    """The motions of a choice."""
    form, every = MotionForm(asked()), motion_entries(session(), today())
    word, is_chosen = _chosen(form)
    found = [entry for entry in every if is_chosen(entry)]
    waiting = [entry.days_left for entry in every if entry.state is MotionState.PENDING]
    late = sum(days is not None and days < 0 for days in waiting)
    paging = paging_of(len(found), page_number())
    shown = tuple(on_page(found, paging))
    links = slugs_of(link for entry in shown for link in entry.motion.movers)
    page = MotionList(word, today(), len(waiting), late, paging, shown)
    return Page(page, {"form": form, "slugs": links, "kept": {"visa": word or None}})


@hands_out(blueprint, _AT, who=EVERYBODY)
def motion_list() -> Table:
    """All motions of a choice as a table."""
    form = MotionForm(asked())
    word, is_chosen = _chosen(form)
    found = [entry for entry in motion_entries(session(), today()) if is_chosen(entry)]
    title = str(_("Motioner: %(choice)s", choice=str(_CHOICES[word][1]).lower()))
    return motions_table(title, organisation_of(session()), found, today(), label)
