"""A client that checks every page it fetches."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from minutes.actions.accounts import find_account
from minutes.clock import now
from minutes.store.session import db
from minutes.web.access import WHO
from minutes.web.languages import LANGUAGES
from minutes.web.sessions import SEEN, SINCE
from tests.web.tokens import Parser

X = "{http://www.w3.org/1999/xhtml}"
_FIELDS = ("input", "select", "textarea")


def _pieces(element: Element) -> Iterator[str]:
    """The text of an element and of those inside; a line break parts words."""
    yield element.text or (" " if element.tag == f"{X}br" else "")
    for inner in element:
        yield from _pieces(inner)
        yield inner.tail or ""


def text(element: Element) -> str:
    """The words of an element on one line."""
    return " ".join("".join(_pieces(element)).split())


@lru_cache(64)
def tree_of(page: str) -> Element:
    """The tree of a page, which is strict HTML5; that of the same words is not read again."""
    parser = Parser(tree=html5lib.getTreeBuilder("etree"), strict=True)
    tree: Element = parser.parse(page)
    return tree


@dataclass(frozen=True, slots=True)
class Shown:
    """A page that was fetched and found in order."""

    address: str
    status: int
    root: Element
    headers: Any

    def all(self, tag: str, css_class: str = "") -> list[Element]:
        """The elements of a tag, with a class if one is given."""
        found = self.root.iter(f"{X}{tag}")
        return [e for e in found if css_class in ["", *(e.get("class") or "").split()]]

    @property
    def forms(self) -> list[Element]:
        """The page's own forms: every page has a search in its head."""
        return [one for one in self.all("form") if one.get("role") != "search"]

    @property
    def heading(self) -> str:
        """The page's only h1."""
        return text(self.all("h1")[0])

    @property
    def words(self) -> str:
        """Everything in the page's content."""
        return text(self.all("main")[0])

    def links(self) -> list[str]:
        """The addresses inside the register that the page links to."""
        found = [e.get("href") or "" for e in self.all("a")]
        return [link for link in found if link.startswith("/")]


def _labels(page: Shown) -> set[str]:
    return {e.get("for") or "" for e in page.all("label")}


def _check_fields(page: Shown) -> None:
    labels = _labels(page)
    for tag in _FIELDS:
        for one in page.all(tag):
            named = one.get("type") == "hidden" or one.get("id") in labels
            assert named, f"{page.address}: a field without its label"
    for form in page.all("form"):
        names = {e.get("name") for e in form.iter(f"{X}input")}
        guarded = form.get("method") == "get" or "csrf_token" in names
        assert guarded, f"{page.address}: a form that sends needs its token"


def checked(page: Shown) -> Shown:
    """Every page: one h1 that begins the title, ids once, labels, language, no lost values."""
    assert page.root.get("lang") in LANGUAGES, f"{page.address}: name the language"
    assert len(page.all("h1")) == 1, f"{page.address}: give the page one h1"
    title = text(page.all("title")[0])
    plain = page.heading.split(" (dnr")[0]
    assert title.startswith(plain), f"{page.address}: let the title begin with the h1: {title}"
    ids = [e.get("id") for e in page.root.iter() if e.get("id")]
    assert len(ids) == len(set(ids)), f"{page.address}: an id stands twice: {sorted(ids)}"
    assert not [e for e in page.root.iter() if e.get("style")], "styles stand in style sheets"
    assert all(e.get("src") and not text(e) for e in page.all("script")), "scripts are files"
    for lost in ("None", "Undefined", "<built-in", "object at 0x"):
        assert lost not in page.words, f"{page.address}: a value was lost: {lost}"
    _check_fields(page)
    return page


@dataclass(frozen=True)
class Visitor:
    """Fetches pages and data: anybody, or who has signed in with an address."""

    app: Flask
    email: str = ""

    @cached_property
    def client(self) -> FlaskClient:
        """The browser, with its cookies."""
        client = self.app.test_client()
        if self.email:
            with self.app.app_context():
                account = find_account(db.session, self.email)
                assert account, f"nobody signs in as {self.email}"
                mark, who = account.fs_uniquifier, account.id
            with client.session_transaction() as kept:
                here = self.app.config["CLOCK"]().timestamp()
                kept.update(_user_id=mark, _fresh=True, fs_paa=now().timestamp(), fs_cc="set")
                kept.update({WHO: who, SINCE: here, SEEN: here})
        return client

    def post(self, address: str, **fields: str) -> TestResponse:
        """What comes back of a form that was sent."""
        return self.client.post(address, data=fields)

    def get(self, address: str, status: int = 200) -> Shown:
        """The page at an address, strict HTML5 and in order."""
        answer = self.client.get(address)
        assert answer.status_code == status, f"{address}: {answer.status_code}"
        return checked(Shown(address, status, tree_of(answer.text), answer.headers))

    def data(self, address: str, status: int = 200) -> Any:
        """The data at an address that ends in .json."""
        answer = self.client.get(address)
        assert answer.status_code == status, f"{address}: {answer.status_code}"
        assert answer.mimetype == "application/json"
        return json.loads(answer.text)
