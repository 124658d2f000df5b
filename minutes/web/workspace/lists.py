"""To whom an item's extract goes, and what its decision rests on: lists, a line each."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint
from wtforms import Form, HiddenField, TextAreaField

from minutes.actions.lists import annexes_in, set_recipients, set_titles
from minutes.store.rows import grouped
from minutes.store.session import session
from minutes.store.tables import AnnexKind, Recipient
from minutes.web.access import act
from minutes.web.workspace.acts import takes
from minutes.web.workspace.enclosures import SHOW
from minutes.web.workspace.fields import words
from minutes.web.workspace.place import Place

blueprint = Blueprint("lists", __name__)
_ITEM = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>"


class ListForm(Form):
    """Names, a line each."""

    lines = TextAreaField(filters=[words])

    @property
    def names(self) -> list[str]:
        """The lines that hold something."""
        return [
            " ".join(line.split()) for line in (self.lines.data or "").splitlines() if line.strip()
        ]


class SeenForm(ListForm):
    """Names, a line each; `seen` is the list that the form was made from."""

    seen = HiddenField()

    @property
    def names_seen(self) -> list[str]:
        """The list that the writer saw."""
        return (self.seen.data or "").splitlines()


def names_of(here: Place) -> Iterator[tuple[str, ListForm]]:
    """The recipients, and the papers that the decision rests on, as their forms."""
    rows = grouped(session(), Recipient, "item_id", [here.at.id])[here.at.id]
    yield "mottagare", ListForm(lines="\n".join(row.name for row in rows))
    basis = annexes_in(session(), here.at.id, AnnexKind.DECISION_BASIS)
    yield "beslutsunderlag", ListForm(lines="\n".join(row.title for row in basis))


@takes(blueprint, f"{_ITEM}/mottagare", ListForm, SHOW)
def recipients(here: Place, form: ListForm) -> None:
    """Tell to whom the extract goes."""
    set_recipients(session(), act(), here.at, form.names)


@takes(blueprint, f"{_ITEM}/beslutsunderlag", ListForm, SHOW)
def basis(here: Place, form: ListForm) -> None:
    """Tell what the decision rests on."""
    set_titles(session(), act(), here.at, AnnexKind.DECISION_BASIS, form.names)
