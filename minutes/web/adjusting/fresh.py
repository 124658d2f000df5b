"""Whether somebody has just shown with a second factor that it is they who act."""

from __future__ import annotations

from datetime import timedelta

from flask import current_app

from minutes.domain.errors import RuleBroken
from minutes.domain.wording.signatures import BY_CODE, BY_KEY
from minutes.store.tables import Account
from minutes.web.access import moment

_LATELY = timedelta(minutes=5)
_CLOCKS_DIFFER_BY = 30


def _has_used_a_passkey(account: Account) -> bool:
    """A passkey is a second factor of its own: one has it, and opens it with what one is."""
    times = [key.lastuse_datetime for key in account.webauthn]
    return any(moment() - at <= _LATELY for at in times)


def require_fresh(account: Account, code: str) -> str:
    """How somebody has just shown who they are, in the words of the minutes, which are Swedish.

    Raises RuleBroken where the code is not the authenticator's, or was used before, and where no
    passkey was used in the last minutes.
    """
    if not code and _has_used_a_passkey(account):
        return BY_KEY
    if not account.tf_totp_secret:
        raise RuleBroken(
            "Visa med din nyckel att det är du: logga in igen med den, och skriv under inom fem "
            "minuter. Har du ingen, så ordna en eller en kod på sidan Ditt konto."
        )
    totp = current_app.extensions["security"].totp_factory
    plain = code.replace(" ", "")
    if not totp.verify_totp(plain, account.tf_totp_secret, account, window=_CLOCKS_DIFFER_BY):
        raise RuleBroken(
            "Koden stämmer inte, eller har använts. Skriv den som appen visar när den har bytts."
        )
    return BY_CODE
