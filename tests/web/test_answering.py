"""An answer to a motion that cannot be is refused, and the words stay in the form."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from minutes.actions.points import treat_matters
from minutes.domain.motions import MotionAnswer
from minutes.store.session import session, writing
from minutes.store.tables import Item, Matter
from tests.databases import opened
from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.motioned import ACT, A, R, answered, go_to, panel, raise_in, rows


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
        other = session().exec(select(Matter).order_by(col(Matter.id).desc())).first()
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
