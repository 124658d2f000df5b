"""Whether somebody has just shown with a second factor that it is they who act."""

from __future__ import annotations

from minutes.domain.errors import RuleBroken
from minutes.domain.wording.signatures import BY_CODE, BY_KEY
from minutes.store.tables import Account
from minutes.web.second_factor import has_shown_a_passkey, is_code_of


def require_fresh(account: Account, code: str) -> str:
    """How somebody has just shown who they are, in the words of the minutes, which are Swedish.

    Raises RuleBroken where the code is not the authenticator's, or was used before, and where no
    passkey was used in the last minutes.
    """
    if not code and has_shown_a_passkey(account):
        return BY_KEY
    if not account.tf_totp_secret:
        raise RuleBroken(
            "Visa med din nyckel att det är du: logga in igen med den, och skriv under inom fem "
            "minuter. Har du ingen, så ordna en eller en kod på sidan Ditt konto."
        )
    if not is_code_of(account, code):
        raise RuleBroken(
            "Koden stämmer inte, eller har använts. Skriv den som appen visar när den har bytts."
        )
    return BY_CODE
