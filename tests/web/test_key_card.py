"""The card of keys tells what each key does, and nothing that none does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest

from minutes.folders import folder
from minutes.web.workspace.panels import PANELS
from tests.web.desk import Desk
from tests.web.pages import X, text

_PARTS = re.compile(r"""(?:include|from) ['"](workspace/[\w-]+\.html)['"]""")
_KEYS = re.compile(r"""(?:data-keys(?P<here>-here)?|\bkeys)="(?P<keys>[^"{]+)\"""")
_OFFERS = re.compile(r"keys=loop\.index")
"""Where each thing to choose gets the number of its place."""
_BY_SCRIPT = {"Ctrl", "Enter", "Esc"}
"""What keys.js hears wherever one is: the form is sent, the field is left."""


def _templates(name: str = "workspace/screen.html") -> Iterator[str]:
    """The words of the screen's template and of those that it is put together of."""
    words = (folder("templates") / name).read_text(encoding="utf-8")
    yield words
    for part in _PARTS.findall(words):
        yield from _templates(part)


def _done() -> tuple[set[str], set[str]]:
    """The keys that something on the screen hears: everywhere, and in a section."""
    words = "\n".join([*_templates(), *(w for one in PANELS for w in _templates(one.TEMPLATE))])
    found = {False: {one.KEYS for one in PANELS}, True: set[str]()}
    for match in _KEYS.finditer(words):
        found[bool(match["here"])] |= set(match["keys"].split())
    if _OFFERS.search(words):
        found[False] |= set("123456789")
    return found[False] | _BY_SCRIPT, found[True]


def _keys(card: Element) -> list[str]:
    keys = []
    for row in card.iter(f"{X}dt"):
        names = [text(one) for one in row.iter(f"{X}kbd")]
        keys += list("123456789") if names == ["1", "9"] else names
    return keys


@pytest.fixture
def cards(desk: Desk) -> list[Element]:
    """The lists of the card: what holds everywhere, and what in a section."""
    desk.open(f"/arbete/regionstyrelsen/2026-12-16/punkt/{_first(desk)}")
    return list(desk.page.all("dl", "keys"))


def _first(desk: Desk) -> str:
    shown = desk.open("/arbete/regionstyrelsen/2026-12-16/foredragningslista")
    return (shown.all("a", "title")[0].get("href") or "").split("/")[-2]


def test_a_key_stands_once_on_its_list(cards: list[Element]) -> None:
    for card in cards:
        keys = _keys(card)
        assert sorted(set(keys)) == sorted(keys)


def test_every_key_of_the_card_is_heard_and_every_key_that_is_heard_stands_there(
    cards: list[Element],
) -> None:
    everywhere, in_a_section = _done()

    assert [set(_keys(card)) for card in cards] == [everywhere, in_a_section]


def test_every_key_says_what_it_does(cards: list[Element]) -> None:
    for card in cards:
        told = [text(one) for one in card.iter(f"{X}dd")]
        assert all(told)
        assert len(set(told)) == len(told)
