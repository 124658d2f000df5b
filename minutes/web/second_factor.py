"""That the one who has signed in is still there: proved anew for what is signed or certified."""

from __future__ import annotations

from datetime import timedelta

from flask import current_app
from flask_security.utils import check_and_update_authn_fresh

from minutes.domain.correcting import CertificationMethod
from minutes.domain.errors import RuleBroken
from minutes.store.tables import Account

FRESH = timedelta(minutes=5)
"""How long a passkey that was shown anew counts."""


def means_of(account: Account) -> CertificationMethod:
    """How an account's owner proves to be there: by the app's code before a passkey."""
    if account.tf_totp_secret:
        return CertificationMethod.CODE
    return CertificationMethod.PASSKEY if account.webauthn else CertificationMethod.PASSWORD


def _is_proved(account: Account, means: CertificationMethod, words: str) -> bool:
    if means is CertificationMethod.PASSKEY:
        return bool(check_and_update_authn_fresh(FRESH, timedelta(0)))
    if means is CertificationMethod.CODE:
        totp = current_app.extensions["security"].totp_factory
        code = "".join(words.split())
        return bool(totp.verify_totp(token=code, totp_secret=account.tf_totp_secret, user=account))
    return account.password is not None and bool(account.verify_and_update_password(words))


def prove(account: Account, words: str) -> CertificationMethod:
    """Prove that they are there, with a code or password, or a passkey shown just now.

    Raises RuleBroken where it does not prove it.
    """
    means = means_of(account)
    if not _is_proved(account, means, words):
        raise _wrong(means)
    return means


def _wrong(means: CertificationMethod) -> RuleBroken:
    if means is CertificationMethod.CODE:
        return RuleBroken("Koden stämmer inte, eller är använd. Skriv nästa kod som appen visar.")
    if means is CertificationMethod.PASSKEY:
        return RuleBroken("Visa din nyckel igen, och skicka inom fem minuter.")
    return RuleBroken("Lösenordet stämmer inte.")
