"""A browser at the register and at the provider, and what it is told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

import requests
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.databases import Register
from tests.sso.provider import PASSWORD, Provider

HOME = "http://localhost"
UNTRUSTED = "gick inte att lita på"
NO_ACCOUNT = "Det finns inget konto"


@dataclass
class Browser:
    """One browser, at the register and at the provider."""

    register: Register
    provider: Provider
    there: requests.Session = field(default_factory=requests.Session)
    here: FlaskClient = field(init=False)

    def __post_init__(self) -> None:
        self.here = self.register.app.test_client()

    def close(self) -> None:
        self.there.close()

    def onward(self) -> str:
        """Where the button leads."""
        return self.here.get("/logga-in/region").headers["Location"]

    def at_provider(self, address: str, who: str) -> str:
        """Sign in there; the address that it sends us back to."""
        answer = self.there.get(address, allow_redirects=False, timeout=30)
        for name, value in (("login", who), ("password", PASSWORD)):
            if self._is_back(answer):
                break
            answer = self._follow(answer)
            token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', answer.text)
            assert token, answer.text[:500]
            sent = {"csrf_token": unescape(token[1]), name: value}
            answer = self.there.post(answer.url, data=sent, allow_redirects=False, timeout=30)
        while not self._is_back(answer):
            assert answer.is_redirect, answer.text[:2000]
            answer = self._step(answer)
        return answer.headers["Location"]

    def _is_back(self, answer: requests.Response) -> bool:
        return answer.headers.get("Location", "").startswith(f"{HOME}/")

    def _step(self, answer: requests.Response) -> requests.Response:
        where = requests.compat.urljoin(answer.url, answer.headers["Location"])
        return self.there.get(where, allow_redirects=False, timeout=30)

    def _follow(self, answer: requests.Response) -> requests.Response:
        while answer.is_redirect and not self._is_back(answer):
            answer = self._step(answer)
        return answer

    def back(self, address: str) -> TestResponse:
        """Bring the provider's answer."""
        return self.here.get(address.removeprefix(HOME))

    def sign_in(self, who: str = "vera") -> str:
        """Sign in with the provider: where it leads, or what is said against it."""
        answer = self.back(self.at_provider(self.onward(), who))
        assert answer.status_code in {302, 303}, answer.status
        where = answer.headers["Location"]
        return self.here.get("/logga-in").text if where == "/logga-in" else where


def name_of(browser: Browser) -> str | None:
    """Who has signed in, by their own page."""
    page = browser.here.get("/konto")
    found = [one for one in ("Vera", "Nils") if f"{one} ·" in page.text]
    return found[0] if page.status_code == 200 else None
