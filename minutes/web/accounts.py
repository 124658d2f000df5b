"""The page of one's own account."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import refresh
from sqlmodel import select
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from minutes.actions.accounts import choose_language, sign_out_everywhere
from minutes.domain.access import Duty
from minutes.store.session import session
from minutes.store.tables import Account, Body
from minutes.web.access import SIGNED_IN, act, may, signed_in
from minutes.web.languages import LANGUAGES

blueprint = Blueprint("accounts", __name__)
may(blueprint, SIGNED_IN, "account", "speak", "end_sessions")


@dataclass(frozen=True, slots=True)
class AccountPage:
    """What an account's owner sees of it; a duty without a body is held in all."""

    name: str
    email: str
    duties: tuple[tuple[Duty, str | None], ...]
    has_second_factor: bool
    recovery_codes: int
    passkeys: int


def _page(account: Account) -> AccountPage:
    bodies = dict(session().exec(select(Body.id, Body.name)).all())
    return AccountPage(
        name=account.name,
        email=account.email,
        duties=tuple((g.duty, bodies[g.body] if g.body else None) for g in account.grants),
        has_second_factor=account.tf_primary_method is not None,
        recovery_codes=len(account.mf_recovery_codes or ()),
        passkeys=len(account.webauthn),
    )


@blueprint.get("/konto")
def account() -> str:
    """Who one is here, what one may, and how one signs in."""
    return render_template("accounts/account.html", page=_page(signed_in()))


@blueprint.post("/konto/sprak")
def speak() -> Response:
    """Read the screen in another language from now on."""
    chosen = request.form.get("language", "")
    if chosen not in LANGUAGES:
        raise BadRequest(_("Välj ett av språken."))
    choose_language(session(), act(), signed_in(), chosen)
    session().commit()
    refresh()
    flash(_("Språket är bytt."))
    return redirect(url_for("accounts.account"), 303)


@blueprint.post("/konto/utloggning")
def end_sessions() -> Response:
    """Sign out of every browser, this one too."""
    account = signed_in()
    sign_out_everywhere(session(), act(), account)
    session().commit()
    return redirect(url_for("security.login"), 303)
