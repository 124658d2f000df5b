"""A § closes assignments by its own decision, and opens again what it closed by mistake."""

from __future__ import annotations

import pytest

from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.planned import PLACE, key, plan

BOARD = "/arbete/regionstyrelsen/2026-10-28"


@pytest.fixture
@brought
def at(desk: Desk) -> Desk:
    """The secretary at a § whose minutes are being written."""
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")
    return desk


def _offered(at: Desk) -> list[str]:
    options = at.element("avslutar-ny").iter("{http://www.w3.org/1999/xhtml}option")
    return [one.get("value") or "" for one in options]


def test_one_is_closed_by_the_paragraph_and_opened_again(at: Desk) -> None:
    chosen = _offered(at)[-1]

    at.send("avslutar-ny", assignment=chosen)

    assert chosen not in _offered(at)
    at.send(f"avslutar-{chosen}")
    assert chosen in _offered(at)


@pytest.mark.parametrize("chosen", ["", "1000000", "x"], ids=["none", "unknown", "no number"])
def test_what_is_no_open_assignment_is_not_closed(at: Desk, chosen: str) -> None:
    at.send("avslutar-ny", assignment=chosen, expect=422)


def test_a_paragraph_without_a_decision_closes_nothing(at: Desk) -> None:
    plan(at, "Bussar")
    at.open(f"{PLACE}/punkt/{key(at, 'Bussar')}")

    page = at.send("avslutar-ny", assignment=_offered(at)[1], expect=422)

    assert "avslutas genom beslut" in page.words
