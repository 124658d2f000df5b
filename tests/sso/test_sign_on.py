"""Signing in with the region's own account, at a real provider in a process of its own."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from sqlmodel import select

from minutes.actions.accounts import find_account
from minutes.store.session import db
from minutes.store.tables import Account, Subject
from tests.databases import Register
from tests.sso.browser import NO_ACCOUNT, Browser, name_of
from tests.sso.provider import CLIENT, Provider


def _close(register: Register) -> None:
    with register.app.app_context():
        account = find_account(db.session, "vera@exempel.se")
        assert account
        account.active = False
        db.session.commit()


def test_whoever_has_an_account_comes_in(browser: Browser) -> None:
    assert browser.sign_in() == "/konto"
    assert name_of(browser) == "Vera"


def test_the_button_carries_the_name_of_the_region_s_account(browser: Browser) -> None:
    assert "Logga in med Regionkontot" in browser.here.get("/logga-in").text


def test_one_comes_where_one_was_going(browser: Browser) -> None:
    address = browser.here.get("/logga-in/region?next=/arenden").headers["Location"]

    answer = browser.back(browser.at_provider(address, "vera"))

    assert answer.headers["Location"] == "/arenden"


def test_one_is_not_led_elsewhere(browser: Browser) -> None:
    address = browser.here.get("/logga-in/region?next=https://x.example/").headers["Location"]

    answer = browser.back(browser.at_provider(address, "vera"))

    assert answer.headers["Location"] == "/konto"


def test_what_is_asked_for_is_guarded_by_state_nonce_and_pkce(browser: Browser) -> None:
    asked = parse_qs(urlsplit(browser.onward()).query)

    assert asked["code_challenge_method"] == ["S256"]
    assert {"state", "nonce", "code_challenge"} <= asked.keys()


def test_an_unknown_and_a_closed_account_are_told_the_same(
    browser: Browser, register: Register, provider: Provider
) -> None:
    unknown = browser.sign_in("okand")
    _close(register)
    closed = Browser(register, provider)
    told = closed.sign_in()
    closed.close()

    assert NO_ACCOUNT in unknown
    assert NO_ACCOUNT in told


def test_who_one_is_there_counts_and_not_the_address(
    browser: Browser, register: Register, provider: Provider
) -> None:
    browser.sign_in()
    provider.alter = lambda claims: {**claims, "email": "nils@exempel.se"}
    again = Browser(register, provider)

    again.sign_in()

    assert name_of(again) == "Vera"
    again.close()


def test_an_address_with_a_new_owner_opens_nothing(
    browser: Browser, register: Register, provider: Provider
) -> None:
    browser.sign_in()
    provider.alter = lambda claims: {**claims, "email": "vera@exempel.se"}
    other = Browser(register, provider)

    assert NO_ACCOUNT in other.sign_in("nils")
    other.close()


@pytest.mark.parametrize("more", [{"MINUTES_SSO_ADDRESSES": "verified"}], indirect=True)
@pytest.mark.parametrize("verified", [True, False, "true", None], ids=str)
def test_an_address_that_nobody_has_verified_is_not_believed(
    browser: Browser, provider: Provider, verified: object
) -> None:
    provider.alter = lambda claims: {**claims, "email_verified": verified}

    led_to = browser.sign_in()

    assert (led_to == "/konto") == (verified is True)


def test_the_provider_is_the_only_one_that_is_asked(browser: Browser, provider: Provider) -> None:
    browser.sign_in()

    assert "/oauth/token" in provider.asked
    assert "/oauth/jwks.json" in provider.asked


def test_a_subject_is_remembered_once(browser: Browser, register: Register) -> None:
    browser.sign_in()
    browser.sign_in()

    with register.app.app_context():
        found = db.session.exec(select(Subject.subject, Account.email).join(Account)).all()
    assert list(found) == [("vera", "vera@exempel.se")]


@pytest.mark.parametrize(
    "more", [{"MINUTES_SSO_ISSUER": "http://localhost:9", "MINUTES_SSO_CLIENT_ID": CLIENT}],
    indirect=True,
)  # fmt: skip
def test_a_provider_that_does_not_answer_is_no_fault_of_ours(browser: Browser) -> None:
    answer = browser.here.get("/logga-in/region")

    assert answer.headers["Location"] == "/logga-in"
    assert "svarar inte" in browser.here.get("/logga-in").text
