"""Signing in and out: passwords, second factors, limits, sessions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask_security import UserMixin, changeable, core, forms

from minutes.actions.accounts import entrust, open_account, reset_account
from minutes.actions.history import Act
from minutes.domain.access import Duty
from minutes.store.session import WRITE, db
from tests.databases import Register, migrated_register, opened
from tests.web.pages import Visitor, X

EMAIL, PASSWORD = "vera@exempel.se", "en lång rad med ord"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ACT = Act("provet", NOON)


@pytest.fixture(params=("sqlite", "postgresql"))
def register(
    request: pytest.FixtureRequest, run_folder: Path, tmp_path: Path
) -> Iterator[Register]:
    """A register with one account."""
    with migrated_register(request.param, run_folder, tmp_path) as made:
        with opened(made):
            account = open_account(db.session, ACT, email=EMAIL, name="Vera Ek", password=PASSWORD)
            entrust(db.session, ACT, account, Duty.ADMINISTRATOR)
            db.session.commit()
        made.app.config["CLOCK"] = lambda: NOON
        yield made


def _token(visitor: Visitor, address: str) -> str:
    fields = visitor.get(address).root.iter(f"{X}input")
    return next(e.get("value") or "" for e in fields if e.get("name") == "csrf_token")


def _sign_in(visitor: Visitor, password: str = PASSWORD, email: str = EMAIL) -> str:
    """Where it leads, or what is said against it."""
    token = _token(visitor, "/logga-in")
    answer = visitor.post("/logga-in", email=email, password=password, csrf_token=token)
    return answer.headers.get("Location") or answer.text


def test_whoever_signs_in_first_sets_up_the_second_factor(register: Register) -> None:
    visitor = Visitor(register.app)

    assert _sign_in(visitor) == "/konto/andra-steget"
    assert visitor.client.get("/konto").status_code == 404


def test_nobody_waits_for_the_hashing_of_a_password(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[bool] = []
    verify = core.verify_and_update_password

    def watched(password: str, account: UserMixin) -> bool:
        held.append(bool(db.session.connection().get_execution_options().get(WRITE)))
        return verify(password, account)

    monkeypatch.setattr(core, "verify_and_update_password", watched)

    assert _sign_in(Visitor(register.app)) == "/konto/andra-steget"
    assert held == [False]


def _change(visitor: Visitor, old: str, new: str) -> int:
    fields = {"password": old, "new_password": new, "new_password_confirm": new}
    token = _token(visitor, "/konto/losenord")
    return visitor.post("/konto/losenord", csrf_token=token, **fields).status_code


def _holds_others_up() -> bool:
    """Whether a write has begun, for which other writers wait."""
    there = db.session.in_transaction() and db.session.connection().get_execution_options()
    return bool(there and there.get(WRITE))


def test_nobody_waits_while_a_password_is_changed(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[bool] = []
    verify, hashed = forms.verify_password, changeable.hash_password

    def watched(password: str, kept: str) -> bool:
        held.append(_holds_others_up())
        return verify(password, kept)

    def hashed_and_watched(password: str) -> str:
        held.append(_holds_others_up())
        return hashed(password)

    monkeypatch.setattr(forms, "verify_password", watched)
    monkeypatch.setattr(changeable, "hash_password", hashed_and_watched)

    assert _change(Visitor(register.app, EMAIL), PASSWORD, "en annan lång rad") == 302
    assert held == [False, False]


def test_a_new_password_signs_in_and_ends_other_sessions(register: Register) -> None:
    here, there = Visitor(register.app, EMAIL), Visitor(register.app, EMAIL)
    assert there.get("/konto").heading == "Ditt konto"
    assert _change(here, PASSWORD, "en annan lång rad") == 302

    assert here.client.get("/konto").status_code == 200
    assert there.client.get("/konto").status_code == 404
    assert _sign_in(Visitor(register.app), "en annan lång rad") == "/konto/andra-steget"


def test_a_wrong_old_password_changes_nothing(register: Register) -> None:
    assert _change(Visitor(register.app, EMAIL), "fel lösenord helt", "en annan lång rad") == 200
    assert _sign_in(Visitor(register.app)) == "/konto/andra-steget"


@pytest.mark.parametrize(
    ("email", "password"),
    [(EMAIL, "fel lösenord helt"), ("nils@exempel.se", PASSWORD), ("ingen adress", PASSWORD)],
    ids=["wrong password", "nobody's address", "no address"],
)
def test_what_does_not_fit_says_the_same(register: Register, email: str, password: str) -> None:
    said = _sign_in(Visitor(register.app), password, email)

    assert "E-postadressen eller lösenordet stämmer inte." in said


def test_a_form_without_its_token_is_refused(register: Register) -> None:
    answer = Visitor(register.app).post("/logga-in", email=EMAIL, password=PASSWORD)

    assert answer.status_code == 400


def test_after_six_failures_one_waits_a_quarter_of_an_hour(register: Register) -> None:
    visitor = Visitor(register.app)
    for _ in range(6):
        _sign_in(visitor, "fel lösenord helt")

    assert "För många försök" in _sign_in(visitor)

    register.app.config["CLOCK"] = lambda: NOON + timedelta(minutes=16)
    assert _sign_in(Visitor(register.app)) == "/konto/andra-steget"


def test_success_is_no_failure(register: Register) -> None:
    for _ in range(8):
        assert _sign_in(Visitor(register.app)) == "/konto/andra-steget"


def test_signing_out_everywhere_ends_other_browsers_too(register: Register) -> None:
    here, there = Visitor(register.app, EMAIL), Visitor(register.app, EMAIL)
    assert there.get("/konto").heading == "Ditt konto"

    here.post("/konto/utloggning", csrf_token=_token(here, "/konto"))

    assert there.client.get("/konto").status_code == 404


def test_a_reset_ends_sessions_and_the_second_factor(register: Register) -> None:
    visitor = Visitor(register.app, EMAIL)
    assert visitor.get("/konto").status == 200

    with register.app.app_context():
        from minutes.actions.accounts import find_account

        account = find_account(db.session, EMAIL)
        assert account
        account.tf_primary_method = "authenticator"
        reset_account(db.session, ACT, account, "ett annat långt lösenord")
        assert account.tf_primary_method is None
        db.session.commit()

    assert visitor.client.get("/konto").status_code == 404
    assert _sign_in(Visitor(register.app), "ett annat långt lösenord") == "/konto/andra-steget"
