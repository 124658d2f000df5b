"""The decision is entered on the screen: by one press, or point by point."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlmodel import select

from minutes.actions.history import Act
from minutes.actions.items import write_section
from minutes.domain.sections import SectionKind
from minutes.store.session import session
from minutes.store.tables import Item
from tests.databases import opened
from tests.web.brought import brought
from tests.web.desk import Desk

BOARD = "/arbete/regionstyrelsen/2026-10-28"
ADDED = "redovisa kostnaden i mars."


@pytest.fixture
@brought
def undecided(desk: Desk) -> Desk:
    """The secretary at a § of the board's draft without a decision."""
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")
    points = [n for n in _names(desk) if n.endswith("-text")]
    desk.send("beslut", **dict.fromkeys(points, ""))
    assert "Beslutet togs bort." in desk.page.words
    return desk


def _names(desk: Desk) -> list[str]:
    return list(desk.form("beslut")[1])


def _points(desk: Desk) -> list[str]:
    fields = desk.form("beslut")[1]
    return [value for name, value in fields.items() if name.endswith("-text") and value]


def _propose(desk: Desk, text: str) -> None:
    """Lay a base proposal before the board."""
    with opened(desk.register):
        item = session().exec(select(Item).where(Item.number == 88, Item.year == 2026)).one()
        act = Act("registrator@sundevik.example", datetime(2026, 10, 20, tzinfo=UTC))
        parts = {"kind": SectionKind.BASE_PROPOSAL, "heading": "Förslag till beslut"}
        write_section(session(), act, item, **parts, text=text, position=500)
        session().commit()
    desk.open(desk.page.address)


def test_the_base_proposal_becomes_the_decision_by_one_press(undecided: Desk) -> None:
    _propose(undecided, "Regionstyrelsen föreslås besluta\n\n1. anta planen.\n2. lyssna på alla.")

    undecided.send("beslut-liggande")

    assert _points(undecided) == ["anta planen.", "lyssna på alla."]
    assert all(one.get("id") != "beslut-liggande" for one in undecided.page.all("form"))


def test_a_base_proposal_that_says_nothing_is_not_offered(undecided: Desk) -> None:
    _propose(undecided, "")

    assert all(one.get("id") != "beslut-liggande" for one in undecided.page.all("form"))


def test_a_decision_that_was_taken_out_comes_back_by_one_press(undecided: Desk) -> None:
    assert not _points(undecided)

    undecided.send("angra-senaste")

    assert _points(undecided)


def test_one_point_is_not_numbered_and_two_are(undecided: Desk) -> None:
    undecided.send("beslut", **{"points-0-text": "godkänna rapporten."})
    assert "Regionstyrelsen beslutar att godkänna rapporten." in undecided.minutes

    undecided.send("beslut", **{"points-1-text": ADDED})

    assert _points(undecided) == ["godkänna rapporten.", ADDED]
    assert "Regionstyrelsen beslutar att:" in undecided.minutes


@pytest.mark.parametrize(
    ("press", "left"),
    [("up-1", ["två.", "ett."]), ("down-0", ["två.", "ett."]), ("out-0", ["två."])],
)
def test_points_are_moved_and_taken_out(undecided: Desk, press: str, left: list[str]) -> None:
    undecided.send("beslut", **{"points-0-text": "ett."})
    undecided.send("beslut", **{"points-1-text": "två."})

    undecided.post(undecided.form("beslut", press=press))

    assert _points(undecided) == left


def test_a_proposal_goes_to_the_superior_body(undecided: Desk) -> None:
    undecided.send("beslut", kind="proposal", **{"points-0-text": "anta budgeten."})

    words = "Regionstyrelsen föreslår regionfullmäktige besluta att anta budgeten."
    assert words in undecided.minutes


def test_a_point_may_be_the_boards_own(undecided: Desk) -> None:
    undecided.send("beslut", kind="proposal", **{"points-0-text": "anta budgeten."})
    fields = {"points-1-text": "för egen del anta planen.", "points-1-kind": "decision"}

    undecided.send("beslut", **fields)

    assert "Regionstyrelsen beslutar att" in undecided.minutes
    assert undecided.value("beslut", "points-1-kind") == "decision"


def test_what_is_decided_in_running_text_stands_behind(undecided: Desk) -> None:
    undecided.send("beslut", **{"points-0-text": "ett."})
    undecided.send("beslut", **{"points-1-text": "två.", "points-0-further": "y"})

    assert _points(undecided) == ["två.", "ett."]
    assert undecided.value("beslut", "points-1-further") == "y"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("refer_back", "återremittera ärendet för att utreda kostnaden."),
        ("table", "bordlägga ärendet för att utreda kostnaden."),
    ],
)
def test_the_item_is_put_off_with_reasons(undecided: Desk, kind: str, words: str) -> None:
    undecided.send("beslut-uppskov", kind=kind, reasons="för att utreda kostnaden")

    assert f"Regionstyrelsen beslutar att {words}" in undecided.minutes
    assert _points(undecided) == [words]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"points-0-text": "  \n "}, "saknar ord"),
        ({"points-0-text": "a" * 200_001}, "längre än 200000"),
        ({"points-0-text": "a", "points-0-kind": "hot"}, "Välj något"),
        ({"points-0-text": "a", "kind": "hot"}, "Välj något"),
        ({"points-0-text": "a", "kind": "proposal", "to": " "}, "Ange vem förslaget går till"),
    ],
    ids=["nothing", "too long", "unknown kind of point", "unknown kind", "to nobody"],
)
def test_what_cannot_be_decided_is_told_and_kept(
    undecided: Desk, fields: dict[str, str], sentence: str
) -> None:
    page = undecided.send("beslut", **fields, expect=422)

    assert sentence in page.words


def test_markup_and_a_text_of_200_kb_are_words(undecided: Desk) -> None:
    undecided.send("beslut", **{"points-0-text": "<script>alert(1)</script> 🚌" + "a" * 199_000})

    assert "<script>alert(1)</script> 🚌" in undecided.page.words


def test_the_same_form_sent_twice_is_carried_out_once(undecided: Desk) -> None:
    form = undecided.form("beslut", **{"points-0-text": "ett."})

    undecided.post(form)
    undecided.post(form)

    assert _points(undecided) == ["ett."]


def test_who_did_not_see_the_decision_does_not_write_over_it(undecided: Desk) -> None:
    first, second = (undecided.form("beslut", **{"points-0-text": t}) for t in ("ett.", "två."))
    undecided.post(first)

    page = undecided.post(second, expect=409)

    assert "Någon annan har ändrat" in page.words
    assert "ett." in page.words
    assert _points(undecided) == ["två."]
