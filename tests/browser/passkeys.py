"""A telephone or computer that keeps passkeys, as Chromium plays it."""

from __future__ import annotations

from playwright.sync_api import Page

_AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def keep_passkeys(page: Page) -> None:
    """Let the page's browser keep passkeys, and show them whenever it is asked."""
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": _AUTHENTICATOR})
