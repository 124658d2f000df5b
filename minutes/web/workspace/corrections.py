"""Corrections of adjusted minutes: proposed by the secretary, certified by those who adjusted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flask import Blueprint, request
from sqlmodel import select
from werkzeug.exceptions import NotFound

from minutes.actions.certifying import Certified, say
from minutes.actions.correcting import Wanted, propose_vote, propose_words, withdraw
from minutes.domain.correcting import CertificationKind, CertificationMethod
from minutes.domain.errors import RuleBroken
from minutes.domain.voting import Ballot, BallotChoice, Vote, count
from minutes.store import tables as t
from minutes.store.certifying import asked_in
from minutes.store.correction_records import votes_of
from minutes.store.item_records import items_of
from minutes.store.session import session
from minutes.web.access import act, may, signed_in
from minutes.web.pages import today
from minutes.web.second_factor import prove
from minutes.web.workspace.acts import takes
from minutes.web.workspace.corrected import (
    CertifyForm,
    FiguresForm,
    RefuseForm,
    WantedForm,
    WordsForm,
    item_numbered,
    show,
)
from minutes.web.workspace.entries import NoWords
from minutes.web.workspace.place import READERS, Place, place

blueprint = Blueprint("corrections", __name__)
may(blueprint, READERS, "corrections")
_AT = "/arbete/<slug:body>/<day:held_on>/rattelser"


def _at_any_time(_here: Place) -> None:
    """Corrections are made when nothing else of the minutes can be changed."""


@blueprint.get(_AT)
def corrections(body: str, held_on: date) -> str:
    """What is corrected, what waits to be certified, and the form to propose more."""
    return show(place(body, held_on))


def _anew(here: Place, told: str) -> t.Item | None:
    """The § that decided anew, as "2026 § 12". Raises RuleBroken."""
    numbers = [int(n) for n in "".join(c if c.isdigit() else " " for c in told).split()]
    if not numbers:
        return None
    of_body = select(t.Item).where(t.Item.body_id == here.body.id)
    if len(numbers) == 2 and max(numbers) < 10_000:
        year, number = numbers
        found = session().exec(of_body.where(t.Item.year == year, t.Item.number == number)).first()
        if found is not None:
            return found
    raise RuleBroken("Skriv den paragraf som beslutade på nytt med år och nummer, som 2026 § 12.")


def _wanted(here: Place, form: WantedForm) -> Wanted:
    slip, anew = bool(form.slip.data), _anew(here, form.anew.data or "")
    return Wanted(form.reason.data or "", slip, anew)


@takes(blueprint, f"{_AT}/ord", WordsForm, show, require=_at_any_time)
def propose(here: Place, form: WordsForm) -> None:
    """Propose that words of a § become others."""
    item = item_numbered(here, form.item.data)
    old, new = form.old.data or "", form.new.data or ""
    propose_words(session(), act(), item, old, new, _wanted(here, form))


def _recounted(before: Vote, form: FiguresForm) -> Vote:
    """The vote as the form tells it; the figures follow the ballots where there are any."""
    figures = [form.yes.data, form.no.data, form.abstain.data, form.absent.data]
    told = [was if now is None else now for now, was in zip(figures, _totals(before), strict=True)]
    chosen = request.form.getlist("ballot")
    known = {choice.value for choice in BallotChoice}
    if len(chosen) != len(before.ballots) or not known.issuperset(chosen):
        raise RuleBroken("Välj en röst för var och en.")
    pairs = zip(before.ballots, chosen, strict=True)
    ballots = tuple(Ballot(one.name, one.party, BallotChoice(to)) for one, to in pairs)
    was, now = count(before.ballots), count(ballots)
    totals = [n + b - a for n, a, b in zip(told, was, now, strict=True)]
    yes, no, abstain, absent = totals if ballots else told
    return replace(before, yes=yes, no=no, abstain=abstain, absent=absent, ballots=ballots)


def _totals(vote: Vote) -> tuple[int, int, int, int]:
    return vote.yes, vote.no, vote.abstain, vote.absent


@takes(blueprint, f"{_AT}/omrostning/<number:vote>", FiguresForm, show, require=_at_any_time)
def propose_figures(here: Place, form: FiguresForm, vote: int) -> str:
    """Propose that a vote is told otherwise."""
    row = session().get(t.Vote, vote)
    item = session().get(t.Item, row.item_id) if row else None
    if row is None or item is None or item.meeting_id != here.meeting.id:
        raise NotFound
    keys = list(votes_of(session(), item))
    (told,) = items_of(session(), [item])
    after = _recounted(told.votes[keys.index(row.id)], form)
    propose_vote(session(), act(), item, row, after, _wanted(here, form))
    return here.address("corrections.corrections")


def _proposal(here: Place, key: int) -> t.CorrectionProposal:
    row = session().get(t.CorrectionProposal, key)
    item = session().get(t.Item, row.item_id) if row else None
    if row is None or item is None or item.meeting_id != here.meeting.id:
        raise NotFound
    return row


@takes(blueprint, f"{_AT}/<number:proposal>/aterkallelse", NoWords, show, require=_at_any_time)
def take_back(here: Place, form: NoWords, proposal: int) -> None:
    """Take a proposed correction back."""
    withdraw(session(), act(), _proposal(here, proposal))


def _say(
    here: Place,
    proposal: int,
    kind: CertificationKind,
    method: CertificationMethod | None = None,
    *,
    is_slip: bool = False,
    reason: str = "",
) -> None:
    mine = [one for one in asked_in(session(), here.meeting) if one.is_owner_of(signed_in())]
    if not mine:
        raise RuleBroken("Rättelsen bestyrks av dem som justerade protokollet.")
    said = Certified(mine[0].who, kind, today(), method, is_slip, reason)
    say(session(), act(), _proposal(here, proposal), said)


@takes(
    blueprint, f"{_AT}/<number:proposal>/bestyrkande", CertifyForm, show,
    who=READERS, require=_at_any_time,
)  # fmt: skip
def certify(here: Place, form: CertifyForm, proposal: int) -> None:
    """Certify a correction, with a fresh proof of being there."""
    method = prove(signed_in(), form.proof.data or "")
    slip = bool(form.slip.data)
    _say(here, proposal, CertificationKind.CERTIFIED, method, is_slip=slip)


@takes(
    blueprint, f"{_AT}/<number:proposal>/avbojande", RefuseForm, show,
    who=READERS, require=_at_any_time,
)  # fmt: skip
def refuse(here: Place, form: RefuseForm, proposal: int) -> None:
    """Decline to certify a correction, and say why."""
    _say(here, proposal, CertificationKind.REFUSED, reason=form.reason.data or "")


@takes(
    blueprint, f"{_AT}/<number:proposal>/angrande", NoWords, show,
    who=READERS, require=_at_any_time,
)  # fmt: skip
def retract(here: Place, form: NoWords, proposal: int) -> None:
    """Take back what one has said of a correction that is not certified by all."""
    _say(here, proposal, CertificationKind.RETRACTED)
