"""A register that is served with all that minutes need: a seal, people with passkeys, a clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

from minutes.documents.mailing import send_due
from minutes.store.session import writing
from tests.browser.finished import finish_text
from tests.browser.passkeys import keep_passkeys
from tests.browser.served import NOON, Site, aside, kept_by
from tests.databases import close, demonstration_in, opened
from tests.documents.authority import PASSPHRASE, Authority
from tests.documents.mailed import Box, served
from tests.web.kinds import PHONE

_PATIENCE = 60_000
"""Milliseconds: protocols are printed, on a machine that others use."""


def _make_key(page: Page) -> None:
    """Somebody's telephone or computer makes them a passkey, with which they show who they are."""
    keep_passkeys(page)
    page.goto("/konto/nycklar")
    page.get_by_label("Vad ska nyckeln heta?").fill("Telefonen")
    page.get_by_role("button", name="Lägg till").click()
    expect(page.get_by_role("button", name="Ta bort Telefonen")).to_be_visible()


def show_key(page: Page, link: str) -> None:
    """Follow the link that asks for it, show with the passkey that it is oneself, come back."""
    page.get_by_role("link", name=link).first.click()
    page.get_by_role("button", name="Fortsätt").click()


@dataclass
class Town:
    """The register, its clock, the authority of its certificates, and everybody's browser."""

    site: Site
    authority: Authority
    chromium: Browser
    stack: ExitStack
    now: datetime = NOON

    def wait(self, **time: int) -> None:
        """Let time pass."""
        self.now += timedelta(**time)
        self.site.go_to(self.now)

    def _browser(self, **options: Any) -> BrowserContext:
        made = self.chromium.new_context(base_url=self.site.address, locale="sv-SE", **options)
        made.set_default_timeout(_PATIENCE)
        return self.stack.enter_context(made)

    def somebody(self) -> Page:
        """The window of somebody who has not signed in."""
        return self._browser().new_page()

    def signed_in(self, email: str, **options: Any) -> Page:
        """The window of somebody who has signed in."""
        register, address = self.site.register, self.site.address
        kept = aside(lambda: kept_by(register, address, email, self.now))
        return self._browser(storage_state=kept, **options).new_page()

    def signer(self, email: str) -> Page:
        """The window of one who signs: a telephone that keeps passkeys."""
        page = self.signed_in(email, viewport=PHONE)
        _make_key(page)
        return page

    def letters(self) -> Box:
        """What the post office is handed now."""
        box, register = Box(), self.site.register
        with served(box) as mail, opened(register):
            send_due(writing, mail, register.settings.exports, lambda: self.now)
        return box


@contextmanager
def town(chromium: Browser, run: Path, folder: Path) -> Iterator[Town]:
    """The text of a meeting is finished, and the organisation has a seal."""
    register = aside(lambda: demonstration_in(run, folder / "own"))
    aside(lambda: finish_text(register))
    authority = Authority()
    anchors = folder / "anchors"
    anchors.mkdir()
    (anchors / "authority.cer").write_bytes(authority.der)
    (anchors / "revoked.crl").write_bytes(authority.revocations())
    seal = folder / "seal.p12"
    seal.write_bytes(authority.pkcs12(authority.issue("Region Sundeviks stämpel")))
    settings = {
        "MINUTES_SEAL": str(seal),
        "MINUTES_SEAL_PASSPHRASE": PASSPHRASE,
        "MINUTES_SIGNING_ANCHORS": str(anchors),
    }
    expect.set_options(timeout=_PATIENCE)
    with Site(register, run, **settings) as site, ExitStack() as stack:
        yield Town(site, authority, chromium, stack)
    expect.set_options(timeout=None)
    aside(lambda: close(register))
