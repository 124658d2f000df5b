"""The wordings of a §: compared with each other, and put back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import Blueprint, render_template, request
from flask_babel import format_datetime
from werkzeug.exceptions import NotFound

from minutes.actions.items import revise_text
from minutes.domain.comparing import Change, Piece, compared
from minutes.store.queries.happened import happened_to
from minutes.store.queries.wordings import Wordings, wordings_of
from minutes.store.session import session
from minutes.store.tables import Section
from minutes.web.access import act, may
from minutes.web.pages import page_number
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import NoWords, entry
from minutes.web.workspace.happened import changes, deed
from minutes.web.workspace.place import READERS, Place, may_change, place
from minutes.web.workspace.prose import wording
from minutes.web.workspace.room import number_at

blueprint = Blueprint("wordings", __name__)
may(blueprint, READERS, "wordings")
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/lydelser"


@dataclass(frozen=True, slots=True)
class Compared:
    """Two wordings of a section beside each other."""

    section: Section
    old: int
    new: int
    pieces: Sequence[Piece]

    @property
    def are_alike(self) -> bool:
        """Whether nothing differs."""
        return all(piece.change is Change.KEPT for piece in self.pieces)


def told_at(at: datetime) -> str:
    """A moment as it is said in Sweden: 11 feb. 2026 16:30."""
    return str(format_datetime(at, "d MMM y HH:mm"))


def _asked(name: str) -> int:
    """A number that the address asks for; 0 where it is none."""
    value = request.args.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 9 else 0


def _compared(told: Sequence[Wordings]) -> Compared | None:
    """The wordings that the address asks to compare. Raises NotFound for those that are not."""
    if "avsnitt" not in request.args:
        return None
    own = next((one for one in told if one.section.id == _asked("avsnitt")), None)
    old, new = _asked("fran"), _asked("till")
    if own is None or new not in own.texts or (old and old not in own.texts):
        raise NotFound
    return Compared(own.section, old, new, compared(own.texts.get(old, ""), own.texts[new]))


def show(here: Place, refused: Refused | None = None) -> str:
    """The page, with what was refused."""
    told = wordings_of(session(), here.at.id)
    return render_template(
        "workspace/wordings.html",
        here=here,
        number=number_at(here),
        told=told,
        compared=None if refused else _compared(told),
        refused=refused,
        told_at=told_at,
        happened=happened_to(session(), here.at, page_number()),
        deed=deed,
        changes=changes,
        may_change=may_change(here),
        back=here.address("wordings.wordings"),
    )


@blueprint.get(_AT)
def wordings(body: str, held_on: date, item: int) -> str:
    """Who wrote what in a §, and when."""
    return show(place(body, held_on, item))


@takes(blueprint, f"{_AT}/<number:section>/<number:wording_number>", NoWords, show)
def put_back(here: Place, form: NoWords, section: int, wording_number: int) -> None:
    """Let a section read again as it once did; the later wordings stay among the others."""
    row = entry(Section, here, section)
    earlier = wording(row.id, wording_number)
    if earlier is None:
        raise NotFound
    revise_text(session(), act(), row, earlier.text, seen=form.revision.data)
