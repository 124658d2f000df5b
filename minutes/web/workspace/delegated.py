"""Decisions that delegates made for a body: entered, fetched from the § that reports them."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from minutes.actions.calendar import swedish_holidays
from minutes.actions.delegation import (
    enter_delegated,
    revise_delegated,
    strike_delegated,
    unentered,
)
from minutes.actions.notices import announce_decision
from minutes.domain.delegation import reported_decisions
from minutes.domain.errors import RuleBroken
from minutes.domain.notices import appeal_ends_on
from minutes.store.queries.delegation import (
    delegated_page,
    reporting_items,
)
from minutes.store.session import session
from minutes.store.tables import DelegatedDecision, Item
from minutes.web.access import act, may
from minutes.web.pages import page_number, today
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.delegating import DelegatedForm, made, rows_of
from minutes.web.workspace.desk import BodyPlace, body_place, carry_out
from minutes.web.workspace.entries import shown
from minutes.web.workspace.place import READERS, SECRETARIES
from minutes.web.workspace.posting import InterruptionForm, PostForm, posted
from minutes.web.workspace.reporting import FetchForm, TakeOutForm, chosen_item, told_in

blueprint = Blueprint("delegated", __name__)
may(blueprint, READERS, "decisions")
may(blueprint, SECRETARIES, "enter", "revise", "take_out", "fetch", "post")
_AT = "/arbete/<slug:body>/delegationsbeslut"


def show(here: BodyPlace, refused: Refused | None = None) -> str:
    """The page, with what was refused."""
    paging, entries = delegated_page(session(), here.body, page_number())
    new = DelegatedForm(decided_on=today(), appealable=True)
    return render_template(
        "workspace/delegated.html",
        here=here,
        rows=rows_of(here, entries, refused),
        paging=paging,
        items=reporting_items(session(), here.body),
        new=shown(new, "beslut-nytt", refused),
        shown=shown,
        interruption=InterruptionForm(interrupted_on=today()),
        today=today(),
        ends_on=appeal_ends_on(today(), swedish_holidays()),
        refused=refused,
        back=url_for("delegated.decisions", body=here.body.slug),
    )


@blueprint.get(_AT)
def decisions(body: str) -> str:
    """The delegated decisions of a body."""
    return show(body_place(body))


def _decision(here: BodyPlace, key: int) -> DelegatedDecision:
    row = session().get(DelegatedDecision, key)
    if row is None or row.body_id != here.body.id:
        raise NotFound
    return row


def _here(body: str) -> str:
    return url_for("delegated.decisions", body=body)


@blueprint.post(_AT)
def enter(body: str) -> Response:
    """Enter a decision."""
    here, form = body_place(body), DelegatedForm(request.form)

    def do() -> str:
        item = chosen_item(here, form.reported_in.data)
        enter_delegated(session(), act(), here.body, made(form), today=today(), reported_in=item)
        return _here(body)

    return carry_out(form, do, lambda refused: show(body_place(body), refused))


@blueprint.post(f"{_AT}/<number:decision>")
def revise(body: str, decision: int) -> Response:
    """Mend a decision, or say which § reports it."""
    here, form = body_place(body), DelegatedForm(request.form)

    def do() -> str:
        row, item = _decision(here, decision), chosen_item(here, form.reported_in.data)
        seen = form.revision.data
        revise_delegated(
            session(), act(), row, made(form), today=today(), reported_in=item, seen=seen
        )
        return _here(body)

    return carry_out(form, do, lambda refused: show(body_place(body), refused))


@blueprint.post(f"{_AT}/<number:decision>/borttagning")
def take_out(body: str, decision: int) -> Response:
    """Take out a decision that was entered by mistake."""
    here, form = body_place(body), TakeOutForm(request.form)

    def do() -> str:
        strike_delegated(session(), act(), _decision(here, decision), seen=form.revision.data)
        return _here(body)

    return carry_out(form, do, lambda refused: show(body_place(body), refused))


@blueprint.post(f"{_AT}/<number:decision>/anslag")
def post(body: str, decision: int) -> Response:
    """Announce a decision that no § reports."""
    here, form = body_place(body), PostForm(request.form)

    def do() -> str:
        announce_decision(session(), act(), _decision(here, decision), posted(form))
        return _here(body)

    return carry_out(form, do, lambda refused: show(body_place(body), refused))


def _fetch(here: BodyPlace, item: Item) -> None:
    new = unentered(session(), item, told_in(item, reported_decisions))
    if not new:
        raise RuleBroken(
            "Paragrafen har inga delegationsbeslut att hämta: de är införda, eller inte ordnade "
            "i en lista under den som beslutat."
        )
    for one in new:
        enter_delegated(session(), act(), here.body, one, today=today(), reported_in=item)


@blueprint.post(f"{_AT}/hamtning")
def fetch(body: str) -> Response:
    """Enter the decisions that a § reports."""
    here, form = body_place(body), FetchForm(request.form)

    def do() -> str:
        item = chosen_item(here, form.item.data)
        if item is None:
            raise RuleBroken("Välj den paragraf som delegationsbesluten är anmälda i.")
        _fetch(here, item)
        return _here(body)

    return carry_out(form, do, lambda refused: show(body_place(body), refused))
