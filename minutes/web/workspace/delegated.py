"""Decisions that delegates made for a body: entered, fetched from the § that reports them."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response
from wtforms import Form, IntegerField
from wtforms.validators import Optional

from minutes.actions.calendar import swedish_holidays
from minutes.actions.delegation import enter_delegated, revise_delegated, unentered
from minutes.actions.notices import announce_decision
from minutes.domain.delegation import reported_decisions
from minutes.domain.errors import RuleBroken
from minutes.domain.notices import appeal_ends_on
from minutes.store.item_records import items_of
from minutes.store.queries.board import BoardNotice, notices_where
from minutes.store.queries.delegation import (
    DelegatedEntry,
    delegated_decisions,
    reporting_items,
)
from minutes.store.session import session
from minutes.store.tables import DelegatedDecision, Item, Notice
from minutes.web.access import act, may
from minutes.web.pages import today
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.delegating import DelegatedForm, made
from minutes.web.workspace.desk import BodyPlace, body_place, carry_out
from minutes.web.workspace.entries import shown
from minutes.web.workspace.place import READERS, SECRETARIES
from minutes.web.workspace.posting import InterruptionForm, PostForm, post_form, posted

blueprint = Blueprint("delegated", __name__)
may(blueprint, READERS, "decisions")
may(blueprint, SECRETARIES, "enter", "revise", "fetch", "post")
_AT = "/arbete/<slug:body>/delegationsbeslut"


class FetchForm(Form):
    """The § to fetch from, by its key."""

    item = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Row:
    """A decision on the page with its forms and its notices."""

    entry: DelegatedEntry
    form_id: str
    form: DelegatedForm
    post_id: str
    post: PostForm
    notices: tuple[BoardNotice, ...]

    @property
    def may_be_announced(self) -> bool:
        """Whether it is to be announced by itself."""
        row = self.entry.row
        is_free = row.reported_in_id is None and row.decided_on is not None
        return row.appealable and is_free and self.entry.notice is None


def _row(here: BodyPlace, entry: DelegatedEntry, refused: Refused | None) -> Row:
    row = entry.row
    form_id, post_id = f"beslut-{row.id}", f"anslag-{row.id}"
    form = DelegatedForm(obj=row, reported_in=row.reported_in_id)
    return Row(
        entry,
        form_id,
        shown(form, form_id, refused),
        post_id,
        shown(post_form(here.body), post_id, refused),
        notices_where(session(), today(), Notice.delegated_decision_id == row.id),
    )


def show(here: BodyPlace, refused: Refused | None = None) -> str:
    """The page, with what was refused."""
    entries = delegated_decisions(session(), here.body)
    new = DelegatedForm(decided_on=today(), appealable=True)
    return render_template(
        "workspace/delegated.html",
        here=here,
        rows=[_row(here, one, refused) for one in entries],
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


def _item(here: BodyPlace, key: int | None) -> Item | None:
    if key is None:
        return None
    row = session().get(Item, key)
    if row is None or row.body_id != here.body.id:
        raise RuleBroken("Välj en av organets paragrafer.")
    return row


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
        item = _item(here, form.reported_in.data)
        enter_delegated(session(), act(), here.body, made(form), today=today(), reported_in=item)
        return _here(body)

    return carry_out(form, do, lambda refused: show(body_place(body), refused))


@blueprint.post(f"{_AT}/<number:decision>")
def revise(body: str, decision: int) -> Response:
    """Mend a decision, or say which § reports it."""
    here, form = body_place(body), DelegatedForm(request.form)

    def do() -> str:
        row, item = _decision(here, decision), _item(here, form.reported_in.data)
        seen = form.revision.data
        revise_delegated(
            session(), act(), row, made(form), today=today(), reported_in=item, seen=seen
        )
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
    (told,) = items_of(session(), [item])
    found = [one for s in told.sections for one in reported_decisions(s.text)]
    new = unentered(session(), item, found)
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
        item = _item(here, form.item.data)
        if item is None:
            raise RuleBroken("Välj den paragraf som delegationsbesluten är anmälda i.")
        _fetch(here, item)
        return _here(body)

    return carry_out(form, do, lambda refused: show(body_place(body), refused))
