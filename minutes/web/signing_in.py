"""Signing in: Flask-Security's views at our addresses, in our look, on our tables."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from flask import Flask
from flask_security import Security, Totp, WebauthnUtil
from flask_wtf import CSRFProtect
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from minutes.actions.passwords import SHORTEST
from minutes.settings import Settings
from minutes.store.session import db
from minutes.store.tables import Account, Entrusted, Passkey
from minutes.web.access import EVERYBODY, SIGNED_IN, declare
from minutes.web.passwords import Accounts, Change, SignIn, SignInAgain
from minutes.web.said import Said, messages
from minutes.web.sessions import REMEMBERED

Clock = Callable[[], datetime]

_ADDRESSES = {
    "LOGIN": "/logga-in",
    "LOGOUT": "/logga-ut",
    "VERIFY": "/logga-in/igen",
    "CHANGE": "/konto/losenord",
    "TWO_FACTOR_SETUP": "/konto/andra-steget",
    "TWO_FACTOR_TOKEN_VALIDATION": "/logga-in/kod",
    "TWO_FACTOR_RESCUE": "/logga-in/utan-kod",
    "TWO_FACTOR_SELECT": "/logga-in/satt",
    "MULTI_FACTOR_RECOVERY_CODES": "/konto/reservkoder",
    "MULTI_FACTOR_RECOVERY": "/logga-in/reservkod",
    "WAN_REGISTER": "/konto/nycklar",
    "WAN_DELETE": "/konto/nycklar/borttagning",
    "WAN_SIGNIN": "/logga-in/nyckel",
    "WAN_VERIFY": "/logga-in/igen/nyckel",
}
_TEMPLATES = {
    "LOGIN_USER": "accounts/sign-in.html",
    "VERIFY": "accounts/sign-in-again.html",
    "CHANGE_PASSWORD": "accounts/password.html",
    "TWO_FACTOR_SETUP": "accounts/second-factor.html",
    "TWO_FACTOR_VERIFY_CODE": "accounts/code.html",
    "TWO_FACTOR_SELECT": "accounts/way-in.html",
    "MULTI_FACTOR_RECOVERY_CODES": "accounts/recovery-codes.html",
    "MULTI_FACTOR_RECOVERY": "accounts/recovery.html",
    "WAN_REGISTER": "accounts/passkeys.html",
    "WAN_SIGNIN": "accounts/passkey.html",
    "WAN_VERIFY": "accounts/passkey-again.html",
}
_BEFORE_SIGNING_IN = (
    "login", "logout", "two_factor_setup", "two_factor_setup_validate",
    "two_factor_token_validation", "two_factor_rescue", "tf_select", "mf_recovery",
    "wan_signin", "wan_signin_response",
)  # fmt: skip
_SIGNED_IN = (
    "change_password", "verify", "mf_recovery_codes", "wan_register", "wan_register_response",
    "wan_delete", "wan_verify", "wan_verify_response",
)  # fmt: skip


class OnceOnly(Totp):
    """Codes of an authenticator, each good for once (RFC 6238, 5.2)."""

    def get_last_counter(self, user: Any) -> int | None:
        """The time step of the code that was used last."""
        step: int | None = user.last_code
        return step

    def set_last_counter(self, user: Any, tmatch: Any) -> None:
        """Remember the time step of the code that is used now."""
        user.last_code = tmatch.counter
        db.session.add(user)


class AnyPasskey(WebauthnUtil):
    """Passkeys built into the computer as well as those one carries, found without a name."""

    def authenticator_selection(self, user: Any, usage: str) -> AuthenticatorSelectionCriteria:
        """What keys to make: such as the browser can show at sign-in, opened by their owner."""
        return AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        )


def _key(secret: str, purpose: str) -> bytes:
    """A key of its own for each purpose, drawn from the one secret."""
    return hashlib.sha256(f"{purpose}\x1f{secret}".encode()).digest()


def _passwords() -> dict[str, Any]:
    return {
        "SECURITY_PASSWORD_SCHEMES": ["argon2"],
        "SECURITY_PASSWORD_SINGLE_HASH": {"argon2"},
        "SECURITY_PASSWORD_LENGTH_MIN": SHORTEST,
        "SECURITY_CHANGEABLE": True,
        "SECURITY_SEND_PASSWORD_CHANGE_EMAIL": False,
        "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False, "test_environment": True},
        "SECURITY_RETURN_GENERIC_RESPONSES": True,
        "SECURITY_USER_IDENTITY_ATTRIBUTES": [{"email": {"mapper": _address}}],
    }


def _second_factor(settings: Settings) -> dict[str, Any]:
    codes = base64.urlsafe_b64encode(_key(settings.secret, "recovery codes"))
    return {
        "SECURITY_TWO_FACTOR": True,
        "SECURITY_TWO_FACTOR_REQUIRED": settings.second_factor_required,
        "SECURITY_TWO_FACTOR_ENABLED_METHODS": ["authenticator"],
        "SECURITY_TWO_FACTOR_RESCUE_EMAIL": False,
        "SECURITY_TOTP_ISSUER": "Paragraf",
        "SECURITY_TOTP_SECRETS": {"1": _key(settings.secret, "second factor").hex()},
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES": True,
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_N": 8,
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_KEYS": [codes],
        "SECURITY_WEBAUTHN": True,
        "SECURITY_WAN_RP_NAME": "Paragraf",
        "SECURITY_WAN_ALLOW_USER_HINTS": False,
    }


def _sessions(settings: Settings) -> dict[str, Any]:
    return {
        "SECURITY_FRESHNESS": timedelta(minutes=30),
        "SECURITY_STATIC_FOLDER": None,
        "PERMANENT_SESSION_LIFETIME": REMEMBERED,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.proxies > 0,
        "SESSION_COOKIE_NAME": "paragraf",
        "WTF_CSRF_TIME_LIMIT": None,  # a token holds as long as its session
    }


def _config(settings: Settings, clock: Clock) -> dict[str, Any]:
    addresses = {f"SECURITY_{name}_URL": url for name, url in _ADDRESSES.items()}
    templates = {f"SECURITY_{name}_TEMPLATE": file for name, file in _TEMPLATES.items()}
    parts = _passwords() | _second_factor(settings) | _sessions(settings)
    return addresses | templates | messages() | parts | {"SECURITY_DATETIME_FACTORY": clock}


def _address(identity: str) -> str | None:
    """An e-mail address as accounts keep it; None where it cannot be one."""
    return identity.strip().lower() if "@" in identity else None


def attach(app: Flask, settings: Settings) -> None:
    """Let people sign in."""
    app.config.update(_config(settings, app.config["CLOCK"]))
    store = Accounts(db, Account, Entrusted, Passkey)
    CSRFProtect(app)
    security = Security(
        app,
        store,
        login_form=SignIn,
        verify_form=SignInAgain,
        change_password_form=Change,
        totp_cls=OnceOnly,
        webauthn_util_cls=AnyPasskey,
    )
    security.i18n_domain = Said(app)  # type: ignore[no-untyped-call]  # its base is untyped
    declare(app, [f"security.{view}" for view in _BEFORE_SIGNING_IN], EVERYBODY)
    declare(app, [f"security.{view}" for view in _SIGNED_IN], SIGNED_IN)
