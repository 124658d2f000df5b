"""What the provider's answer brings along: second factors, groups, accounts, the way out."""

from __future__ import annotations

import pytest

from minutes.actions.accounts import find_account
from minutes.store.session import db
from tests.databases import Register
from tests.sso.browser import Browser, name_of
from tests.sso.provider import Provider


@pytest.mark.parametrize("more", [{"MINUTES_SSO_SECOND_FACTOR": "mfa"}], indirect=True)
def test_without_a_second_factor_there_ours_is_asked_for(
    browser: Browser, provider: Provider
) -> None:
    assert browser.sign_in() == "/konto/andra-steget"
    assert name_of(browser) is None

    provider.alter = lambda claims: {**claims, "amr": ["pwd", "mfa"]}
    assert browser.sign_in() == "/konto"


@pytest.mark.parametrize("more", [{"MINUTES_SSO_SECOND_FACTOR": "loa3"}], indirect=True)
def test_the_level_of_assurance_may_tell_of_the_second_factor(
    browser: Browser, provider: Provider
) -> None:
    provider.alter = lambda claims: {**claims, "acr": "loa3"}

    assert browser.sign_in() == "/konto"


@pytest.mark.parametrize("more", [{"MINUTES_SSO_ACCOUNTS": "made"}], indirect=True)
def test_an_account_is_made_where_the_region_wants_it(browser: Browser, register: Register) -> None:
    assert browser.sign_in("okand") == "/konto"
    with register.app.app_context():
        made = find_account(db.session, "okand@exempel.se")
        assert made
        assert (made.name, made.grants) == ("Ulla Ny", ())


@pytest.mark.parametrize(
    "more", [{"MINUTES_SSO_GROUPS": "Diariet=registrar; RS=secretary@saknas"}], indirect=True
)
def test_duties_follow_the_groups(browser: Browser, register: Register, provider: Provider) -> None:
    def duties() -> list[str]:
        with register.app.app_context():
            account = find_account(db.session, "vera@exempel.se")
            return [grant.duty.value for grant in account.grants] if account else []

    provider.alter = lambda claims: {**claims, "groups": ["Diariet", "RS", "Annat"]}
    browser.sign_in()
    assert duties() == ["registrar"]

    provider.alter = lambda claims: {**claims, "groups": []}
    browser.sign_in()
    assert duties() == []
    assert name_of(browser) == "Vera"


def test_signing_out_ends_the_provider_s_session_too(browser: Browser) -> None:
    browser.sign_in()
    token = browser.here.get("/konto/inloggning.json").json["csrf_token"]

    out = browser.here.post("/logga-ut", data={"csrf_token": token})
    page = browser.here.get(out.headers["Location"])

    assert out.headers["Clear-Site-Data"] == '"storage"'
    assert name_of(browser) is None
    onward = page.text.partition("0; url=")[2].partition('"')[0].replace("&amp;", "&")
    left = browser.there.get(onward, allow_redirects=False, timeout=30)
    assert left.is_redirect, left.text
    assert left.headers["Location"].startswith("http://localhost/logga-in")
    again = browser.there.get(browser.onward(), timeout=30)
    assert "/login" in again.url
