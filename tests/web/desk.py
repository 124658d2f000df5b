"""A secretary at work: pages whose forms are filled in and sent, each page checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

from flask import Flask
from sqlmodel import select
from werkzeug.test import TestResponse

from minutes.store.session import session
from minutes.store.tables import Body, Item, Meeting
from tests.databases import Register, opened
from tests.web.pages import Shown, Visitor, X, checked, text, tree_of

_HEADS = {f"{X}h2", f"{X}h3"}
Fields = dict[str, Any]
"""What is sent: a name with a word, several, or files (bytes and name)."""


def _fields_of(form: Element) -> Iterator[tuple[str, str]]:
    """What a browser sends of a form as it stands."""
    for one in form.iter():
        name = one.get("name")
        if not name or one.tag == f"{X}button":
            continue
        if one.tag == f"{X}textarea":
            yield name, "".join(one.itertext())
        elif one.tag == f"{X}select":
            options = list(one.iter(f"{X}option"))
            chosen = [o for o in options if o.get("selected") is not None] or options[:1]
            yield from ((name, o.get("value") or "") for o in chosen)
        elif one.get("type") not in {"checkbox", "radio"} or one.get("checked") is not None:
            yield name, one.get("value") or ""


def _together(fields: Iterable[tuple[str, str]]) -> Fields:
    """The fields by their names, several of one name as a list."""
    found: Fields = {}
    for name, value in fields:
        found.setdefault(name, []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in found.items()}


class Desk:
    """Where a secretary sits; `page` is what is in front of them."""

    def __init__(self, register: Register, email: str = "sekreterare@sundevik.example") -> None:
        self.register = register
        self.visitor = Visitor(register.app, email)
        self.page: Shown

    @property
    def app(self) -> Flask:
        """The application."""
        return self.register.app

    def item_of(self, body: str, year: int, number: int) -> int:
        """The key of a §."""
        with opened(self.register):
            of_body = select(Item.id).join(Body).where(Body.slug == body, Item.year == year)
            return session().exec(of_body.where(Item.number == number)).one()

    def meeting_of(self, body: str, day: str) -> int:
        """The key of a meeting."""
        with opened(self.register):
            of_body = select(Meeting.id).join(Body).where(Body.slug == body)
            return session().exec(of_body.where(Meeting.held_on == date.fromisoformat(day))).one()

    def is_postponed(self, number: int) -> tuple[bool, bool]:
        """Whether a § of the board of 2026 is referred back, and whether it is tabled."""
        with opened(self.register):
            row = session().get_one(Item, self.item_of("regionstyrelsen", 2026, number))
            return row.referred_back, row.tabled

    def open(self, address: str, status: int = 200) -> Shown:
        """Go to a page."""
        self.page = self.visitor.get(address, status)
        return self.page

    def element(self, form_id: str) -> Element:
        """A form of the page by its id."""
        return next(e for e in self.page.all("form") if e.get("id") == form_id)

    def last_form(self, prefix: str) -> str:
        """The id of the last form whose id begins so, but for that of a new entry."""
        ids = [e.get("id") or "" for e in self.page.all("form")]
        return [one for one in ids if one.startswith(prefix) and not one.endswith("-ny")][-1]

    def form_with(self, words: str, prefix: str = "") -> str:
        """The id of the form that has a field with those words in it."""
        forms = [e for e in self.page.all("form") if (e.get("id") or "").startswith(prefix)]
        found = [e for e in forms if any(words in value for _, value in _fields_of(e))]
        return found[0].get("id") or ""

    def first_form(self, prefix: str) -> str:
        """The id of the first form whose id begins so."""
        ids = [e.get("id") or "" for e in self.page.all("form")]
        return next(one for one in ids if one.startswith(prefix))

    def rows(self, form_id: str) -> dict[str, list[str]]:
        """What a form holds whose fields stand in rows, each name with all its values."""
        found: dict[str, list[str]] = {}
        for name, value in _fields_of(self.element(form_id)):
            found.setdefault(name, []).append(value)
        return found

    def value(self, form_id: str, name: str) -> str:
        """What a field of a form holds."""
        return dict(_fields_of(self.element(form_id)))[name]

    def form(self, form_id: str, /, **fields: Any) -> tuple[str, Fields]:
        """A form filled in, to send later: its address and its fields."""
        form = self.element(form_id)
        return form.get("action") or "", {**_together(_fields_of(form)), **fields}

    def form_of_page(self, address: str, form_id: str) -> tuple[str, Fields]:
        """A form as it stands on a page that is gone to first."""
        self.open(address)
        return self.form(form_id)

    def send(self, form_id: str, /, *, press: str = "", expect: int = 200, **fields: Any) -> Shown:
        """Fill in a form of the page and send it, by the button whose address ends so."""
        address, filled = self.form(form_id, **fields)
        if press:
            buttons = [e.get("formaction") or "" for e in self.element(form_id).iter(f"{X}button")]
            address = next(one for one in buttons if one.endswith(press))
        return self.post((address, filled), expect)

    def post(self, form: tuple[str, Fields], expect: int = 200) -> Shown:
        """Send a filled form; the page that comes of it, checked."""
        address, fields = form
        answer = self.visitor.client.post(address, data=fields, follow_redirects=True)
        assert answer.status_code == expect, f"{address}: {answer.status_code}"
        self.page = self._read(answer)
        return self.page

    def _read(self, answer: TestResponse) -> Shown:
        address = answer.request.path
        return checked(Shown(address, answer.status_code, tree_of(answer.text), answer.headers))

    @property
    def minutes(self) -> str:
        """The words of the § as they will stand in the minutes."""
        pane = next(e for e in self.page.all("div", "minutes"))
        told = [e for e in pane.iter() if e.tag in _HEADS or e.get("class") == "told"]
        return " ".join(text(e) for e in told)
