"""That the one who has signed in is still there: proved anew for what is signed or certified."""

from __future__ import annotations

from datetime import timedelta

from flask import current_app

from minutes.domain.correcting import CertificationMethod
from minutes.domain.errors import RuleBroken
from minutes.store.tables import Account
from minutes.web.access import moment

LATELY = timedelta(minutes=5)
"""How long a passkey that was shown counts."""
_CLOCKS_DIFFER_BY = 30
"""Seconds between the server's clock and that of a telephone."""


def has_shown_a_passkey(account: Account) -> bool:
    """Whether a passkey of the account was used just now: who signs in by a password shows none."""
    return any(moment() - key.lastuse_datetime <= LATELY for key in account.webauthn)


def is_code_of(account: Account, words: str) -> bool:
    """Whether the account's authenticator shows that code, which is taken once."""
    totp = current_app.extensions["security"].totp_factory
    code, secret = "".join(words.split()), account.tf_totp_secret
    return bool(totp.verify_totp(code, secret, account, window=_CLOCKS_DIFFER_BY))


def means_of(account: Account) -> CertificationMethod:
    """How an account's owner proves to be there: by the app's code before a passkey."""
    if account.tf_totp_secret:
        return CertificationMethod.CODE
    return CertificationMethod.PASSKEY if account.webauthn else CertificationMethod.PASSWORD


def _is_proved(account: Account, means: CertificationMethod, words: str) -> bool:
    if means is CertificationMethod.PASSKEY:
        return has_shown_a_passkey(account)
    if means is CertificationMethod.CODE:
        return is_code_of(account, words)
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
