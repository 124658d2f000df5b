"""Proposals at the meeting: who moves what, in a few keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint
from flask_babel import gettext as _
from wtforms import BooleanField, Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from minutes.actions.debate import (
    put_proposal,
    revise_proposal,
    uphold_proposal,
    withdraw_proposal,
)
from minutes.actions.rooms import present_in
from minutes.domain import proposals as domain
from minutes.domain.finding import find_people, find_person
from minutes.domain.persons import Person
from minutes.domain.proposals import ProposalKind
from minutes.domain.texts import LONGEST_TEXT
from minutes.domain.wording.names import person
from minutes.domain.wording.proposals import proposal_text, reasons
from minutes.store.seated import Seated
from minutes.store.session import session
from minutes.store.tables import Proposal
from minutes.web.access import act
from minutes.web.languages import marked
from minutes.web.workspace.acts import Refused, takes
from minutes.web.workspace.entries import NoWords, entries_at, entry, next_place, shown
from minutes.web.workspace.fields import KindField
from minutes.web.workspace.place import Place
from minutes.web.workspace.room import moved_at, parties_in, people_in, record_at, seated_at
from minutes.web.workspace.screen import Screen
from minutes.web.workspace.undoing import take

NAME, KEYS, TEMPLATE = "proposals", "y", "workspace/proposals.html"
TITLE = marked("Yrkanden")
blueprint = Blueprint("proposals", __name__)
_AT = "/arbete/<slug:body>/<day:held_on>/punkt/<number:item>/yrkanden"


_PUTS_OFF = {ProposalKind.REFER_BACK, ProposalKind.TABLE}


class ProposalForm(Form):
    """Who moves what; another's proposal is named by its mover."""

    who = StringField(validators=[Length(max=500)])
    kind = KindField(ProposalKind)
    text = TextAreaField(validators=[Length(max=LONGEST_TEXT)])
    second = BooleanField()
    supports = StringField(validators=[Length(max=200)])
    against = StringField(validators=[Length(max=200)])
    revision = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Entered:
    """A proposal on the screen: its row, its words as they will stand, and its form."""

    row: Proposal
    words: str
    form: ProposalForm
    form_id: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The proposals of the § and the form for the next."""

    entries: Sequence[Entered]
    new: ProposalForm
    movers: Sequence[str]
    prefix: str = "yrkande"


def _form_of(put: domain.Proposal) -> ProposalForm:
    return ProposalForm(
        who=", ".join(person(p) for p in put.by),
        kind=put.kind,
        text=put.text,
        second=put.rank == 2,
        supports=put.supports or "",
        against=put.against or "",
    )


def panel(screen: Screen, refused: Refused | None) -> Panel:
    """What the screen shows of the proposals."""
    rows, told = entries_at(Proposal, screen.place), screen.record.proposals
    entries = []
    for row, put in zip(rows, told, strict=True):
        form_id = f"yrkande-{row.id}"
        form = shown(_form_of(put), form_id, refused)
        entries.append(Entered(row, proposal_text(put, told), form, form_id))
    movers = sorted(filter(None, domain.movers_of(told)))
    return Panel(entries, shown(ProposalForm(), "yrkande-ny", refused), movers)


def _name(typed: str | None, movers: Sequence[Person]) -> str | None:
    return find_person(typed, movers).name if typed and typed.strip() else None


def _words(form: ProposalForm) -> str:
    text = (form.text.data or "").strip()
    return reasons(text) if form.kind.data in _PUTS_OFF else text


def _read(form: ProposalForm, room: Seated, moved: Sequence[domain.Proposal]) -> domain.Proposal:
    movers = [p for one in moved for p in one.by[:1]]
    return domain.Proposal(
        by=find_people(form.who.data or "", people_in(room), parties_in(room)),
        kind=form.kind.data,
        rank=2 if form.second.data else 1,
        supports=_name(form.supports.data, movers),
        against=_name(form.against.data, movers),
        text=_words(form),
    )


@takes(blueprint, _AT, ProposalForm)
def put(here: Place, form: ProposalForm) -> None:
    """Enter a proposal."""
    told, room = record_at(here), seated_at(here)
    put_proposal(
        session(),
        act(),
        here.at,
        _read(form, room, told.proposals),
        present=present_in(room),
        position=next_place(Proposal, here),
        earlier=moved_at(here),
    )


@takes(blueprint, f"{_AT}/<number:proposal>", ProposalForm)
def mend(here: Place, form: ProposalForm, proposal: int) -> None:
    """Mend what was entered of a proposal."""
    row = entry(Proposal, here, proposal)
    told, room = record_at(here), seated_at(here)
    revise_proposal(
        session(),
        act(),
        row,
        _read(form, room, told.proposals),
        present=present_in(room),
        earlier=moved_at(here, row.id),
        seen=form.revision.data,
    )


@takes(blueprint, f"{_AT}/<number:proposal>/atertagande", NoWords)
def withdraw(here: Place, form: NoWords, proposal: int) -> None:
    """The mover withdraws a proposal, or upholds it after all."""
    row = entry(Proposal, here, proposal)
    if row.withdrawn_at is None:
        withdraw_proposal(session(), act(), row, seen=form.revision.data)
    else:
        uphold_proposal(session(), act(), row)


@takes(blueprint, f"{_AT}/<number:proposal>/borttagning", NoWords)
def take_out(here: Place, form: NoWords, proposal: int) -> None:
    """Take out what was entered by mistake."""
    row = entry(Proposal, here, proposal)
    take(here, row, _("Yrkandet"), seen=form.revision.data)
