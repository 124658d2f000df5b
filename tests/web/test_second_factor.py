"""That one is still there is proved by a code, a passkey shown just now, or a password."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from minutes.actions.accounts import find_account
from minutes.demonstration.accounts import PASSWORD
from minutes.domain.correcting import CertificationMethod
from minutes.domain.errors import RuleBroken
from minutes.domain.wording.signatures import BY_CODE, BY_KEY
from minutes.store.session import db, session, writing
from minutes.store.tables import Account, Passkey
from minutes.web.access import moment
from minutes.web.adjusting.fresh import require_fresh
from minutes.web.second_factor import LATELY, means_of, prove
from tests.databases import Register, opened


@pytest.fixture
def account(demo_register: Register) -> Iterator[Account]:
    """An adjuster, whose account is afterwards as it was."""
    with opened(demo_register):
        writing()
        found = find_account(db.session, "justerare@sundevik.example")
        assert found is not None
        yield found
        session().rollback()


def _shows_passkey(account: Account, ago: timedelta) -> None:
    account.fs_webauthn_user_handle = "handle"
    account.webauthn = [
        Passkey(
            name="Telefonen", credential_id=b"one", public_key=b"two", usage="first",
            device_type="single_device", lastuse_datetime=moment() - ago,
        )
    ]  # fmt: skip


def _code(account: Account, demo_register: Register) -> str:
    totp = demo_register.app.extensions["security"].totp_factory
    account.tf_totp_secret = totp.generate_totp_secret()
    return str(totp.generate_totp_password(account.tf_totp_secret))


def test_without_a_second_factor_the_password_proves_it(account: Account) -> None:
    assert prove(account, PASSWORD) is CertificationMethod.PASSWORD
    with pytest.raises(RuleBroken, match="Lösenordet stämmer inte"):
        prove(account, "gissning")


def test_a_code_proves_it_once(account: Account, demo_register: Register) -> None:
    code = _code(account, demo_register)

    assert prove(account, f"{code[:3]} {code[3:]}") is CertificationMethod.CODE
    with pytest.raises(RuleBroken, match="Koden stämmer inte, eller är använd"):
        prove(account, code)
    with pytest.raises(RuleBroken, match="Koden stämmer inte, eller har använts"):
        require_fresh(account, code)


@pytest.mark.parametrize("words", ["", "000000", "tolv", PASSWORD])
def test_nothing_but_the_code_proves_it_for_one_who_has_an_authenticator(
    words: str, account: Account, demo_register: Register
) -> None:
    _code(account, demo_register)

    with pytest.raises(RuleBroken, match="Koden stämmer inte"):
        prove(account, words)


def test_a_passkey_proves_it_for_five_minutes(account: Account) -> None:
    _shows_passkey(account, LATELY - timedelta(seconds=5))
    assert prove(account, "") is CertificationMethod.PASSKEY
    assert require_fresh(account, "") == BY_KEY

    _shows_passkey(account, LATELY + timedelta(seconds=5))
    with pytest.raises(RuleBroken, match="Visa din nyckel igen"):
        prove(account, "")
    with pytest.raises(RuleBroken, match="Visa med din nyckel"):
        require_fresh(account, "")


def test_a_password_is_no_proof_for_one_who_has_a_passkey(account: Account) -> None:
    _shows_passkey(account, timedelta(hours=1))

    with pytest.raises(RuleBroken, match="Visa din nyckel igen"):
        prove(account, PASSWORD)


def test_a_code_is_asked_for_before_a_passkey(account: Account, demo_register: Register) -> None:
    code = _code(account, demo_register)
    _shows_passkey(account, timedelta(0))

    assert means_of(account) is CertificationMethod.CODE
    assert require_fresh(account, code) == BY_CODE
