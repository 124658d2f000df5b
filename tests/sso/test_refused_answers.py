"""What the provider's answer may not be: another's, old, forged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from minutes.clock import now
from tests.databases import Register
from tests.sso.browser import UNTRUSTED, Browser, name_of
from tests.sso.provider import CLIENT, Provider


def _years_ago(claims: dict[str, Any]) -> dict[str, Any]:
    return {**claims, "iat": claims["iat"] - 10**8, "exp": claims["iat"] - 10**8 + 60}


@pytest.mark.parametrize(
    "alter",
    [
        pytest.param(lambda c: {**c, "aud": ["another"]}, id="for another client"),
        pytest.param(lambda c: {**c, "aud": []}, id="for nobody"),
        pytest.param(lambda c: {**c, "aud": ["x"], "azp": CLIENT}, id="for another, by way of us"),
        pytest.param(lambda c: {**c, "iss": "http://localhost:1"}, id="by another issuer"),
        pytest.param(lambda c: {**c, "nonce": "another"}, id="for another sign-in"),
        pytest.param(lambda c: {n: v for n, v in c.items() if n != "nonce"}, id="for no sign-in"),
        pytest.param(_years_ago, id="expired"),
        pytest.param(lambda c: {n: v for n, v in c.items() if n != "sub"}, id="of nobody"),
    ],
)
def test_a_token_that_is_not_for_this_sign_in_is_refused(
    browser: Browser, provider: Provider, alter: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    provider.alter = alter

    assert UNTRUSTED in browser.sign_in()
    assert name_of(browser) is None


def _by_a_stranger(claims: dict[str, Any]) -> str:
    key = RSAKey.generate_key(2048, {"kid": "one"})
    return jwt.encode({"alg": "RS256", "kid": "one"}, claims, key)


def _unsigned(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "none"}, claims, OctKey.import_key("x" * 32), algorithms=["none"])


def _by_the_secret(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "HS256", "kid": "one"}, claims, OctKey.import_key("x" * 32))


@pytest.mark.parametrize(
    "forge", [_by_a_stranger, _unsigned, _by_the_secret, lambda _: "no token"],
    ids=["another key", "no signature", "a shared secret", "no token"],
)  # fmt: skip
def test_a_forged_token_is_refused(
    browser: Browser, provider: Provider, forge: Callable[[dict[str, Any]], str]
) -> None:
    provider.forge = forge

    assert UNTRUSTED in browser.sign_in()
    assert name_of(browser) is None


def test_a_token_is_too_old_by_the_application_s_clock(
    browser: Browser, register: Register
) -> None:
    register.app.config["CLOCK"] = lambda: now() + timedelta(days=2)

    assert UNTRUSTED in browser.sign_in()


def test_an_answer_with_a_forged_state_is_refused(browser: Browser) -> None:
    address = browser.at_provider(browser.onward(), "vera")
    true = parse_qs(urlsplit(address).query)["state"][0]

    browser.back(address.replace(true, "forged"))

    assert UNTRUSTED in browser.here.get("/logga-in").text
    assert browser.back(address).headers["Location"] == "/konto"


def test_an_answer_with_a_forged_code_is_refused(browser: Browser) -> None:
    state = parse_qs(urlsplit(browser.onward()).query)["state"][0]

    browser.here.get(f"/logga-in/region/svar?code=forged&state={state}")

    assert UNTRUSTED in browser.here.get("/logga-in").text


def test_an_answer_in_another_browser_is_refused(
    browser: Browser, register: Register, provider: Provider
) -> None:
    other = Browser(register, provider)
    address = browser.at_provider(browser.onward(), "vera")

    other.back(address)

    assert name_of(other) is None
    assert browser.back(address).headers["Location"] == "/konto"
    other.close()


def test_an_answer_counts_once(browser: Browser) -> None:
    address = browser.at_provider(browser.onward(), "vera")
    browser.back(address)
    browser.here.get("/konto")

    assert browser.back(address).headers["Location"] == "/logga-in"


@pytest.mark.parametrize("address", ["", "?error=access_denied", "?code=x&state=y", "?state=y"])
def test_an_answer_that_is_none_is_refused(browser: Browser, address: str) -> None:
    answer = browser.here.get(f"/logga-in/region/svar{address}")

    assert answer.headers["Location"] == "/logga-in"


def test_refused_answers_are_counted(browser: Browser) -> None:
    for _ in range(60):
        browser.here.get("/logga-in/region/svar?code=x&state=y")

    assert browser.here.get("/logga-in/region/svar?code=x&state=y").status_code == 429
