"""What has happened to a § is told in words: who did what, and when."""

from __future__ import annotations

import pytest

from minutes.actions.history import Act, record
from minutes.store.session import session
from minutes.store.tables import Base, Item
from minutes.web.workspace.happened import DEEDS
from tests.actions.test_every_action import NAMES
from tests.databases import opened
from tests.web.brought import brought
from tests.web.conftest import NOW
from tests.web.desk import Desk
from tests.web.pages import X, text

BOARD = "/arbete/regionstyrelsen/2026-10-28"
PARTS = {name for name, table in Base.metadata.tables.items() if "item_id" in table.c} | {
    "item",
    "assignment",
}
BY_ITEM = ("answered", "left unanswered")
OF_A_PART = [name for name in NAMES if name.split()[-1] in PARTS or name.startswith(BY_ITEM)]


@pytest.fixture
@brought
def at(desk: Desk) -> Desk:
    """The secretary at a § of the board's draft."""
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")
    return desk


def told(desk: Desk, query: str = "") -> list[str]:
    """What the page tells has happened to the § in front of the secretary."""
    page = desk.open(f"{desk.page.address.removesuffix('/lydelser')}/lydelser{query}")
    happened = next(e for e in page.all("section", "happened"))
    return [text(e) for e in happened.iter(f"{X}li")]


@pytest.mark.parametrize("name", OF_A_PART)
def test_what_happens_to_a_part_of_an_item_has_words(name: str) -> None:
    verb, _, subject = name.rpartition(" ")

    assert verb in DEEDS[subject], "give it words in minutes/web/workspace/happened.py"


@pytest.mark.parametrize(
    "subject",
    [
        s
        for s in DEEDS
        if "revised" in DEEDS[s] and s not in {"item", "section", "measure", "assessment"}
    ],
)
@pytest.mark.parametrize("verb", ["struck", "restored"])
def test_what_is_taken_out_and_put_back_has_words(subject: str, verb: str) -> None:
    assert verb in DEEDS[subject]


def test_an_entry_is_told_with_who_and_when(at: Desk) -> None:
    at.send("yrkande-ny", who="elfv", kind="add", text="redovisa kostnaden.")

    assert "22 nov. 2026 13:00 Elin Hagströmer förde in ett yrkande" in told(at)


def test_a_change_is_told_from_what_to_what(at: Desk) -> None:
    at.send("yrkande-ny", who="elfv", kind="add", text="redovisa kostnaden.")
    at.send(at.last_form("yrkande-"), text="redovisa priset.")

    (latest,) = [one for one in told(at) if "ändrade ett yrkande" in one]
    assert latest.endswith(": lydelsen redovisa kostnaden. → redovisa priset.")


def test_what_was_taken_out_is_told_with_what_came_before(at: Desk) -> None:
    at.send("yrkande-ny", who="elfv", kind="add", text="redovisa kostnaden.")
    at.send(at.last_form("yrkande-"), press="borttagning")

    words = [one for one in told(at) if "yrkande" in one]
    assert words[0].endswith("tog bort ett yrkande: redovisa kostnaden.")
    assert words[1].endswith("förde in ett yrkande")


def test_what_happens_to_another_item_is_not_told(at: Desk) -> None:
    before = told(at)
    at.open(f"{BOARD}/punkt/{at.item_of('regionstyrelsen', 2026, 87)}")
    at.send("yrkande-ny", who="elfv", kind="add", text="redovisa kostnaden.")

    at.open(f"{BOARD}/punkt/{at.item_of('regionstyrelsen', 2026, 88)}")
    assert told(at) == before


def test_a_long_history_is_told_in_pages(at: Desk) -> None:
    with opened(at.register):
        item = session().get_one(Item, at.item_of("regionstyrelsen", 2026, 88))
        act = Act("sekreterare@sundevik.example", NOW)
        for n in range(51):
            record(session(), act, "given recipients", item, {"names": [f"Enhet {n}"]})
        session().commit()

    first = told(at)
    link = next(one for one in at.page.links() if "sida=2" in one)

    assert first[0].endswith("angav mottagare av utdrag: Enhet 50")
    assert told(at, f"?{link.rpartition('?')[2]}")[0].endswith("utdrag: Enhet 0")
