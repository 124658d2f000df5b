"""Annexes, decision basis and references of a §: lists of titles, one a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint
from werkzeug.exceptions import NotFound

from minutes.actions.lists import annexes_in, listed, set_titles
from minutes.store.session import session
from minutes.store.tables import Annex, AnnexKind
from minutes.web.access import act
from minutes.web.languages import marked
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import shown
from minutes.web.workspace.lists import SeenForm
from minutes.web.workspace.place import Place
from minutes.web.workspace.screen import Screen

NAME, KEYS, TEMPLATE = "underlying", "i", "workspace/underlying.html"
TITLE = marked("Bilagor och underlag")
blueprint = Blueprint("underlying", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/listor"

KINDS: Mapping[str, tuple[AnnexKind, str]] = {
    "bilagor": (AnnexKind.ANNEX, marked("Bilagor utan fil, en per rad")),
    "beslutsunderlag": (AnnexKind.DECISION_BASIS, marked("Beslutsunderlag, ett per rad")),
    "referenser": (AnnexKind.REFERENCE, marked("Referenser, en per rad")),
}
"""The lists by their part of the address, and what the screen calls them."""


@dataclass(frozen=True, slots=True)
class Titles:
    """One list as its form; `seen` is the list that the form is made from."""

    name: str
    label: str
    form_id: str
    form: SeenForm
    seen: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything that underlies the §, the annexes that are files, and the lists."""

    entries: Sequence[str]
    files: Sequence[Annex]
    lists: Sequence[Titles]
    prefix: str = "underlag"


def _titles(here: Place, name: str, refused: Refused | None) -> Titles:
    kind, label = KINDS[name]
    seen = "\n".join(row.title for row in listed(session(), here.at.id, kind))
    form_id = f"underlag-{name}"
    return Titles(name, label, form_id, shown(SeenForm(lines=seen), form_id, refused), seen)


def panel(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of what underlies the §."""
    here, told = screen.place, screen.record
    annexes = annexes_in(session(), here.at.id, AnnexKind.ANNEX)
    return Panel(
        (*told.annexes, *told.decision_basis, *told.references),
        [row for row in annexes if row.document_id],
        [_titles(here, name, refused) for name in KINDS],
    )


@takes(blueprint, f"{_AT}/<slug:titles>", SeenForm)
def give(here: Place, form: SeenForm, titles: str) -> None:
    """Tell which annexes, papers or references there are."""
    if titles not in KINDS:
        raise NotFound
    kind, _label = KINDS[titles]
    set_titles(session(), act(), here.at, kind, form.names, seen=form.names_seen)
