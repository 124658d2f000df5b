"""Signing in as people do it: password, code from a telephone, recovery code, passkey."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from minutes.clock import now
from minutes.demonstration.accounts import PASSWORD
from tests.browser.looks import hindrances
from tests.browser.passkeys import keep_passkeys
from tests.web.kinds import PHONE


def _code(key: str) -> str:
    """The code that an authenticator shows now (RFC 6238)."""
    plain = key.replace("-", "")
    secret = base64.b32decode(plain + "=" * (-len(plain) % 8))
    counter = struct.pack(">Q", int(now().timestamp() // 30))
    mark = hmac.new(secret, counter, hashlib.sha1).digest()
    start = mark[-1] & 15
    return f"{(struct.unpack('>I', mark[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


def _password(page: Page, site: str, email: str) -> None:
    page.goto(f"{site}/logga-in")
    page.get_by_label("E-postadress").fill(email)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()


def _first_time(page: Page, site: str, email: str) -> str:
    """Sign in and set up the second factor; the code that did it."""
    _password(page, site, email)
    page.get_by_role("button", name="Fortsätt").click()
    code = _code(page.locator("figcaption code").inner_text())
    page.get_by_label("Koden som appen visar").fill(code)
    page.get_by_role("button", name="Klar").click()
    return code


def _sign_out(page: Page, site: str) -> None:
    page.goto(f"{site}/konto")
    page.get_by_role("button", name="Logga ut", exact=True).click()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A telephone that keeps passkeys."""
    with chromium.new_context(viewport=PHONE) as context:
        page = context.new_page()
        keep_passkeys(page)
        yield page


def test_a_code_is_good_for_once(page: Page, site: str) -> None:
    code = _first_time(page, site, "arkivarie@sundevik.example")
    _sign_out(page, site)

    _password(page, site, "arkivarie@sundevik.example")
    page.get_by_label("Engångskod").fill(code)
    page.get_by_role("button", name="Logga in").click()

    expect(page.get_by_role("alert")).to_contain_text("redan använd")


def test_a_recovery_code_stands_for_the_telephone(page: Page, site: str) -> None:
    _first_time(page, site, "kansliet@sundevik.example")
    page.goto(f"{site}/konto/reservkoder")
    page.get_by_role("button", name="Gör nya koder").click()
    recovery = page.locator(".codes code").first.inner_text()
    _sign_out(page, site)

    _password(page, site, "kansliet@sundevik.example")
    page.get_by_role("link", name="använd en reservkod").click()
    page.get_by_label("Reservkod").fill(recovery)
    page.get_by_role("button", name="Logga in").click()
    page.goto(f"{site}/konto")

    expect(page.get_by_role("main")).to_contain_text("Reservkoder (7 kvar)")


def test_a_passkey_signs_in_by_itself(page: Page, site: str) -> None:
    _first_time(page, site, "ledamot@sundevik.example")
    page.goto(f"{site}/konto/nycklar")
    page.get_by_label("Vad ska nyckeln heta?").fill("Telefonen")
    page.get_by_role("button", name="Lägg till").click()
    expect(page.get_by_role("button", name="Ta bort Telefonen")).to_be_visible()
    _sign_out(page, site)

    page.goto(f"{site}/logga-in")
    page.get_by_role("button", name="Logga in med passnyckel").click()

    expect(page.get_by_role("link", name="Ledamoten")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_way_in_has_no_hindrance_that_axe_knows(
    chromium: Browser, site: str, scheme: Literal["light", "dark"]
) -> None:
    with chromium.new_context(viewport=PHONE, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(f"{site}/logga-in")
        page.get_by_label("E-postadress").fill("ingen@exempel.se")
        page.get_by_label("Lösenord").fill("inget som stämmer")
        page.get_by_role("button", name="Logga in", exact=True).click()

        assert hindrances(page) == ""
