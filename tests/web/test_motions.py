"""The answer to a motion is entered on the screen, clause by clause or for the whole of it."""

from __future__ import annotations

import pytest

from minutes.domain.findings import Place
from minutes.domain.motions import MotionAnswer
from minutes.web.workspace.auditing import anchor
from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.motioned import CLAUSES, A, B, R, answered, go_to, motions, panel, raise_in, rows
from tests.web.pages import text


@pytest.fixture
@brought
def at(desk: Desk) -> Desk:
    """The secretary at a § whose matter nobody has raised a motion in."""
    return go_to(desk)


@pytest.fixture
@brought
def raised(desk: Desk) -> Desk:
    """The secretary at a § whose matter is about motion 7-2026, with two clauses."""
    return raise_in(desk)


def test_a_motion_that_nobody_knows_is_raised_by_its_answer(at: Desk) -> None:
    at.send("motion", number="9-2026", **rows(A, R))

    assert answered(at) == MotionAnswer("9-2026", (A, R))
    assert motions(at, "9-2026") == 1
    assert [at.value("motion", f"each-{n}") for n in range(3)] == [A, R, ""]


def test_the_motion_of_the_matter_stands_in_the_form_with_its_clauses(raised: Desk) -> None:
    assert raised.value("motion", "number") == "7-2026"
    assert all(f"Att-sats {n}: {words}" in panel(raised) for n, words in enumerate(CLAUSES, 1))
    assert not any(f"each-{len(CLAUSES)}" in name for name in raised.rows("motion"))


@pytest.mark.parametrize("number", ["7-2026", ""], ids=["by its number", "by its matter"])
def test_the_motion_of_the_matter_is_the_one_that_is_answered(raised: Desk, number: str) -> None:
    raised.send("motion", number=number, **rows(A, R))

    assert answered(raised) == MotionAnswer("7-2026", (A, R))
    assert motions(raised, "7-2026") == 1


def test_one_outcome_for_the_whole_motion_is_that_of_each_clause(raised: Desk) -> None:
    raised.send("motion", whole=B)

    assert answered(raised) == MotionAnswer("7-2026", (B, B))


def test_an_answer_is_changed_from_each_clause_to_the_whole_and_back(raised: Desk) -> None:
    raised.send("motion", **rows(A, R))
    raised.send("motion", whole=R)
    whole = answered(raised)
    raised.send("motion", **rows(B, R))

    assert whole.claims == (R, R)
    assert answered(raised).claims == (B, R)


def test_clauses_that_were_only_counted_are_counted_anew(at: Desk) -> None:
    at.send("motion", number="9-2026", **rows(A, R, A))
    at.send("motion", **rows(A, R, ""))
    at.send("motion", whole=R)

    assert answered(at) == MotionAnswer("9-2026", (R,))


def test_the_number_of_a_motion_that_only_the_item_knows_is_mended(at: Desk) -> None:
    at.send("motion", number="9-2062", whole=A)
    at.send("motion", number="9-2026")

    assert answered(at) == MotionAnswer("9-2026", (A,))
    assert motions(at, "9-2062") == 0


def test_the_same_answer_leaves_no_entry(at: Desk) -> None:
    at.send("motion", number="9-2026", **rows(A, R))
    stand = at.open(f"{at.page.address}/lydelser").words.count("motion")
    go_to(at).send("motion")

    assert go_to(at).open(f"{at.page.address}/lydelser").words.count("motion") == stand


def test_an_answer_is_taken_out_and_put_back(at: Desk) -> None:
    at.send("motion", number="9-2026", **rows(A, R))
    at.send("motion", press="borttagning")
    gone, known = answered(at), motions(at, "9-2026")
    at.send("angra-senaste")

    assert (gone.claims, known) == ((), 0)
    assert answered(at) == MotionAnswer("9-2026", (A, R))
    told = at.open(f"{at.page.address}/lydelser").words
    assert all(words in told for words in ("tog bort svaret på en motion", "lade tillbaka svaret"))


def test_the_answer_of_another_item_is_not_put_back_here(at: Desk) -> None:
    at.send("motion", number="9-2026", whole=A)
    at.send("motion", press="borttagning")
    address, fields = at.form("angra-senaste")
    other = str(at.item_of("regionstyrelsen", 2026, 87))

    at.post((address.replace(str(at.item_of("regionstyrelsen", 2026, 88)), other), fields), 404)


def test_what_the_decision_says_of_a_motion_is_offered(at: Desk) -> None:
    at.open(f"{at.page.address}/underlag")
    at.send("arende", title="Motion 9-2026 om bussar")
    go_to(at)
    at.send("beslut", **{"points-0-text": "Motionens första att-sats bifalls.\nDen andra avslås."})
    at.send("beslut", **{"points-0-text": "avslå motionen."})

    assert "Beslutets ord säger det här om motionen." in panel(at)
    assert at.value("motion", "number") == "9-2026"
    at.send("motion")
    assert answered(at) == MotionAnswer("9-2026", (R,))


def test_what_is_found_of_an_answer_leads_to_its_panel(at: Desk) -> None:
    place = anchor(Place.MOTION)

    assert place in {e.get("id") for e in at.page.all("details")}


def test_the_panel_has_a_key_of_its_own(at: Desk) -> None:
    keys = [e.get("data-keys") for e in at.page.all("details", "panel")]

    assert keys.count("m") == 1
    cards = at.page.all("dl", "keys")
    assert "m svar på motion" in " ".join(text(one) for card in cards for one in card)
