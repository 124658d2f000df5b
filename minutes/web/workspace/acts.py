"""What the workspace's forms do: once each, and what is refused keeps its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from flask import Blueprint, Response, current_app, redirect, request
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError
from werkzeug.wrappers import Response as BaseResponse
from wtforms import Form

from minutes.actions.agenda import require_changeable
from minutes.actions.prose import write_out
from minutes.actions.sendable import require_not_sent
from minutes.domain.errors import Outdated, RuleBroken
from minutes.store.records import is_adjusted
from minutes.store.session import session, writing
from minutes.web.access import Who, act, may
from minutes.web.languages import language, said
from minutes.web.workspace.place import SECRETARIES, Place, place
from minutes.web.workspace.repeated import is_repeated
from minutes.web.workspace.room import record_at


@dataclass(frozen=True, slots=True)
class Refused:
    """A form that was not carried out, with what was typed and why not.

    `form_id` names it on the page; `outdated` where somebody else changed the same meanwhile.
    `address` is where it was sent, `back` the page that it was sent from.
    """

    form_id: str
    form: Form
    sentence: str
    outdated: bool = False
    address: str = ""
    back: str = ""


Show = Callable[[Place, Refused | None], str]
View = TypeVar("View", bound=Callable[..., str | None])


def on_screen(here: Place, refused: Refused | None) -> str:
    """The one screen, which is made of the panels whose forms come back to it."""
    from minutes.web.workspace.sitting import show

    return show(here, refused)


class Entered(RuleBroken):
    """A no that is itself entered in the history, when what was begun has been undone."""

    def __init__(self, no: RuleBroken, enter: Callable[[], object]) -> None:
        super().__init__(no.words.template, **no.words.values)
        self.enter = enter


def _undo(no: RuleBroken) -> None:
    """Nothing of what was begun is kept, save that it was refused."""
    session().rollback()
    writing()
    if isinstance(no, Entered):
        no.enter()
        session().commit()
        writing()


class _Incomplete(RuleBroken):
    """The form's own fields say what is wrong."""


def require_open(here: Place) -> None:
    """Raise RuleBroken where the minutes of a place can be changed no more, or not now."""
    if is_adjusted(session(), here.meeting):
        raise RuleBroken("Protokollet är justerat och ändras inte. Rättelser förs in för sig.")
    require_changeable(here.meeting)
    if here.item is not None:
        require_not_sent(session(), here.item)


Require = Callable[[Place], None]


def _carry_out(
    here: Place, form: Form, view: Callable[..., str | None], more: dict[str, Any], require: Require
) -> str | None:
    require(here)
    if not form.validate():
        raise _Incomplete(_("Något behöver ändras"))
    before = record_at(here) if here.item else None
    where = view(here, form, **more)
    if here.item and before:
        told = {"before": before, "after": record_at(here)}
        kept = more.get("kept")
        write_out(session(), act(), here.item, here.body.name, **told, kept=kept)
    session().commit()
    return where


def _refuse(form: Form, no: RuleBroken) -> Refused:
    sentence = "" if isinstance(no, _Incomplete) else said(no)
    form_id = request.form.get("form_id", "")
    back = local(request.form.get("back", "")) or request.path
    return Refused(form_id, form, sentence, isinstance(no, Outdated), request.path, back)


def _done(where: str) -> BaseResponse:
    return redirect(where, 303)


def _taken(
    form_class: type[Form], view: Callable[..., str | None], show: Show, require: Require
) -> Callable[..., BaseResponse]:
    def taken(body: str, held_on: date, item: int | None = None, **more: Any) -> BaseResponse:
        here = place(body, held_on, item)
        form = form_class(request.form, meta={"locales": (language(),)})
        back = request.form.get("back", "")
        try:
            where = None if is_repeated() else _carry_out(here, form, view, more, require)
        except IntegrityError as error:
            session().rollback()
            if "form_is_carried_out_once" not in str(error) and "form_key" not in str(error):
                raise
            where = None
        except RuleBroken as no:
            _undo(no)
            return _shown(show(place(body, held_on, item), _refuse(form, no)), no)
        return _done(where or local(back) or request.base_url)

    return taken


def local(address: str) -> str | None:
    """The address to go back to, if it is one of ours."""
    return address if address.startswith("/") and not address.startswith("//") else None


def _shown(page: str, no: RuleBroken) -> Response:
    answer = current_app.make_response(page)
    answer.status_code = 409 if isinstance(no, Outdated) else 422
    return answer


def takes(
    blueprint: Blueprint,
    rule: str,
    form_class: type[Form],
    show: Show = on_screen,
    *,
    who: Who = SECRETARIES,
    require: Require = require_open,
) -> Callable[[View], View]:
    """A view that does one thing at a place when its form is sent.

    It is called `view(here, form, **rest of the address)`, where `kept` is the key of a section
    that does not follow the record this time, and gives the address to go to, None for
    the page that the form names as `back`. What breaks a rule shows the page again by `show`;
    so does a place that `require` finds closed.
    """

    def register(view: View) -> View:
        name = view.__name__
        blueprint.add_url_rule(
            rule, name, _taken(form_class, view, show, require), methods=["POST"]
        )
        may(blueprint, who, name)
        return view

    return register
