"""Signing in with the region's own account."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask_babel import gettext as _
from flask_security.utils import login_user, validate_redirect_url
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from minutes.actions.accounts import entrust, find_account, open_account, relieve
from minutes.actions.history import Act
from minutes.actions.subjects import Told, account_of, owed, recognise, stranger
from minutes.domain.errors import RuleBroken
from minutes.settings import SignOn
from minutes.store.session import session as database
from minutes.store.session import writing
from minutes.store.tables import Account
from minutes.web.access import EVERYBODY, may, moment
from minutes.web.languages import said
from minutes.web.provider import REFUSED, Provider, provider
from minutes.web.throttle import remain_counted

blueprint = Blueprint("sign_on", __name__)
may(blueprint, EVERYBODY, "start", "answer", "leave")

_NEXT, HINT = "sign on next", "sign on hint"
_LONGEST_HINT = 1500
"""The session is a cookie, which holds 4 kB: a longer ID token is not kept for the sign-out."""


def _settings() -> SignOn:
    settings: SignOn = current_app.config["MINUTES"].sign_on
    return settings


def _provider() -> Provider:
    found = provider()
    if found is None:
        raise NotFound
    return found


def _refused(sentence: str) -> Response:
    remain_counted()
    flash(sentence, "danger")
    return redirect(url_for("security.login"), 303)


@blueprint.get("/logga-in/region")
def start() -> Response:
    """Go to the provider, with what only this browser and we know (state, nonce, PKCE)."""
    client = _provider()
    onward = request.args.get("next")
    session[_NEXT] = onward if onward and validate_redirect_url(onward) else None
    try:
        answer: Response = client.authorize_redirect(url_for("sign_on.answer", _external=True))
    except REFUSED:
        current_app.logger.exception("the provider cannot be reached")
        return _refused(
            _("Regionens inloggning svarar inte. Försök om en stund, eller logga in med lösenord.")
        )
    return answer


def _told(claims: Mapping[str, Any]) -> Told:
    """What may be believed of the claims: an address, where it is the person's own."""
    address = claims.get("email")
    is_own = claims.get("email_verified") is True or _settings().trusts_every_address
    groups = claims.get("groups")
    return Told(
        issuer=_settings().issuer,
        subject=str(claims["sub"]),
        email=str(address) if address and is_own else None,
        name=str(claims.get("name") or address or ""),
        groups=tuple(str(group) for group in groups) if isinstance(groups, list) else (),
    )


def _account(act: Act, told: Told) -> Account:
    """The account that is opened, recognised at the first sign-in. Raises RuleBroken."""
    here = database()
    account = account_of(here, told)
    if account is None:
        if _settings().makes_accounts and told.email and not find_account(here, told.email):
            unknown = secrets.token_urlsafe(32)
            open_account(here, act, email=told.email, name=told.name, password=unknown)
        recognise(here, act, told)
        account = account_of(here, told)
    if account is None or not account.active:
        raise stranger()
    return account


def _follow_groups(act: Act, account: Account, told: Told) -> None:
    for one in owed(database(), account, told.groups, _settings().groups):
        if one.is_given:
            entrust(database(), act, account, one.duty, one.body)
        elif one.held:
            relieve(database(), act, one.held, account)


def _has_second_factor(claims: Mapping[str, Any]) -> bool:
    """Whether the provider says that it asked for a second factor (OIDC Core 2, RFC 8176)."""
    means = claims.get("amr")
    said_of = {str(claims.get("acr"))} | set(means if isinstance(means, list) else ())
    return not _settings().second_factor.isdisjoint(said_of)


def _enter(account: Account, claims: Mapping[str, Any]) -> Response:
    """Sign in, by way of our second factor where the provider has asked for none."""
    onward = session.pop(_NEXT, None)
    hint = str(claims["id_token"])
    session[HINT] = hint if len(hint) <= _LONGEST_HINT else ""
    if not _has_second_factor(claims):
        second = current_app.extensions["security"].two_factor_plugins
        asked: Response | None = second.tf_enter(account, False, "oauth", next_loc=onward)
        if asked:
            return asked
    login_user(account, authn_via=["oauth"])
    return redirect(onward or url_for("accounts.account"), 303)


@blueprint.get("/logga-in/region/svar")
def answer() -> Response:
    """Take the provider's answer, and sign in whom it names."""
    try:
        claims = _provider().claims()
        told = _told(claims)
    except REFUSED as refused:
        current_app.logger.warning("a sign-in by the provider was refused: %s", refused)
        return _refused(
            _("Regionens inloggning gick inte att lita på, eller tog för lång tid. Försök igen.")
        )
    database().rollback()
    writing()
    try:
        act = Act(told.email or _settings().issuer, moment())
        account = _account(act, told)
        _follow_groups(act, account, told)
    except RuleBroken as no:
        database().rollback()
        return _refused(said(no))
    entered = _enter(account, claims)
    database().commit()
    return entered


@blueprint.get("/logga-ut/region")
def leave() -> str:
    """On to the sign-out of the provider; our own session has ended already."""
    hint = session.pop(HINT, None)
    back = url_for("security.login", _external=True)
    try:
        onward = _provider().way_out(back, hint or None)
    except REFUSED:
        onward = None
    if onward is None:
        raise NotFound
    return render_template("accounts/leave.html", onward=onward, name=_settings().name)
