"""Which points of a rewritten decision are the ones that stood there before."""

from __future__ import annotations

import pytest

from minutes.domain.decisions import (
    Decision,
    DecisionKind,
    DecisionPoint,
    decision_of,
    kept_points,
)

OWN, PROPOSED = DecisionKind.DECISION, DecisionKind.PROPOSAL


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ([], ["a"], (None,)),
        (["a", "b"], ["b", "a"], (1, 0)),
        (["a", "b"], ["b"], (1,)),
        (["a", "b"], ["a", "c"], (0, 1)),
        (["a"], ["c", "a"], (None, 0)),
        (["a", "a"], ["a", "a", "a"], (0, 1, None)),
        (["a", "b"], [], ()),
    ],
    ids=["new", "moved", "taken out", "reworded", "put before", "twice the same", "nothing"],
)
def test_the_same_words_are_the_same_point(
    old: list[str], new: list[str], kept: tuple[int | None, ...]
) -> None:
    assert kept_points(old, new) == kept


def test_a_decision_with_one_point_to_the_superior_body_is_a_proposal() -> None:
    points = (DecisionPoint("a", OWN), DecisionPoint("b", PROPOSED, "regionfullmäktige"))

    made = decision_of(points)

    assert made == Decision(
        PROPOSED, (DecisionPoint("a", OWN), DecisionPoint("b")), "regionfullmäktige"
    )


def test_a_decision_of_the_bodys_own_points_is_its_own() -> None:
    assert decision_of([DecisionPoint("a", OWN)]) == Decision(OWN, (DecisionPoint("a"),))
    assert decision_of([]) is None
