"""The answer to a motion is entered on the screen, clause by clause or for the whole of it."""

from __future__ import annotations

import pytest
from sqlmodel import select

from minutes.actions.history import Act
from minutes.actions.motions import Raised, raise_motion
from minutes.actions.points import treat_matters
from minutes.domain.findings import Place
from minutes.domain.motions import MotionAnswer
from minutes.store.motions import answer_at, matters_at
from minutes.store.session import session, writing
from minutes.store.tables import Item, Matter, Motion, Organisation
from minutes.web.workspace.auditing import anchor
from tests.databases import opened
from tests.web.conftest import NOW
from tests.web.desk import Desk
from tests.web.pages import text

BOARD = "/arbete/regionstyrelsen/2026-10-28"
A, R, B = "approved", "rejected", "answered"
CLAUSES = ("bussarna ska bli fler.", "bussarna ska bli gröna.")
ACT = Act("Elin Hagströmer", NOW)


def go_to(desk: Desk, number: int = 88) -> Desk:
    """A § of the board's draft, about no motion."""
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, number)}")
    return desk


@pytest.fixture
def at(desk: Desk) -> Desk:
    """The secretary at a § whose matter nobody has raised a motion in."""
    return go_to(desk)


@pytest.fixture
def raised(desk: Desk) -> Desk:
    """The secretary at a § whose matter is about motion 7-2026, with two clauses."""
    with opened(desk.register):
        writing()
        organisation = session().get_one(Organisation, 1)
        item = session().get_one(Item, desk.item_of("regionstyrelsen", 2026, 88))
        motion = Raised("7-2026", "Motion om bussar", clauses=CLAUSES)
        matter = matters_at(session(), item)[0]
        raise_motion(session(), ACT, organisation, motion, matter=matter)
        session().commit()
    return go_to(desk)


def rows(*claims: str) -> dict[str, str]:
    """The outcome of each clause as the form sends it."""
    return {f"each-{n}": one for n, one in enumerate(claims)}


def answered(desk: Desk, number: int = 88) -> MotionAnswer:
    """What a § answers."""
    with opened(desk.register):
        item = session().get_one(Item, desk.item_of("regionstyrelsen", 2026, number))
        return answer_at(session(), item)


def motions(desk: Desk, number: str) -> int:
    """How many motions of that number there are."""
    with opened(desk.register):
        return len(session().exec(select(Motion).where(Motion.number == number)).all())


def panel(desk: Desk) -> str:
    """The words of the panel."""
    return next(text(e) for e in desk.page.all("details") if e.get("id") == "panel-motion")


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


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Utfallet saknas. Ange ett för hela motionen, eller ett per att-sats."),
        (rows("", R), "Att-sats 1 saknar utfall."),
        (rows(A, ""), "Att-sats 2 saknar utfall."),
        ({"whole": A, **rows(R, R)}, "Både hela motionen och enskilda att-satser har utfall."),
        ({"whole": "maybe"}, "Välj något i listan."),
        ({"whole": A, "number": "8-2026"}, "Ärendets motion har nummer 7-2026."),
        ({"whole": A, "number": "9" * 101}, "Motionens nummer ska vara en rad på högst 100"),
    ],
    ids=[
        "nothing", "not the first", "not the last", "both", "no outcome", "another number", "long",
    ],
)  # fmt: skip
def test_an_answer_that_is_not_whole_is_refused_with_its_words_kept(
    raised: Desk, fields: dict[str, str], sentence: str
) -> None:
    page = raised.send("motion", expect=422, **fields)

    assert sentence in page.words
    assert answered(raised).claims == ()
    assert all(raised.value("motion", name) == fields[name] for name in fields if name != "whole")


def test_the_number_of_another_matters_motion_is_refused(raised: Desk) -> None:
    with opened(raised.register):
        writing()
        item = session().get_one(Item, raised.item_of("regionstyrelsen", 2026, 87))
        other = session().exec(select(Matter).order_by(Matter.id.desc())).first()  # type: ignore[attr-defined, union-attr]  # a column
        assert other
        treat_matters(session(), ACT, item, [other])
        session().commit()
    go_to(raised, 87)

    page = raised.send("motion", number="7-2026", whole=A, expect=422)

    assert "Motion 7-2026 hör till ett annat ärende: Motion om bussar." in page.words


def test_an_answer_that_another_has_written_is_not_written_over(at: Desk) -> None:
    stale = at.form("motion", number="9-2026", whole=A)
    at.send("motion", number="9-2026", whole=R)

    page = at.post(stale, expect=409)

    assert "Någon annan har ändrat" in page.words
    assert "Motion 9-2026 Avslagen" in panel(at)
    assert at.value("motion", "whole") == A
    at.send("motion")
    assert answered(at) == MotionAnswer("9-2026", (A,))


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
    (card,) = at.page.all("dl", "keys")
    assert "m svar på motion" in " ".join(text(one) for one in card)
