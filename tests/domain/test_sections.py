"""Sections: their kinds, in the order of the house."""

from __future__ import annotations

import pytest

from minutes.domain.sections import SectionKind

K = SectionKind
ORDER = list(SectionKind)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        pytest.param(K.DECISION, K.RESERVATION, id="the decision opens, dissent follows"),
        pytest.param(K.RESERVATION, K.SUMMARY, id="dissent before the account of the matter"),
        pytest.param(K.DISQUALIFICATION, K.DELIBERATION, id="who stepped aside before the debate"),
        pytest.param(K.DELIBERATION, K.DECISION_PROCEDURE, id="proposals before the questions"),
        pytest.param(K.DECISION_PROCEDURE, K.VOTE, id="the questions before a list of votes"),
        pytest.param(K.BACKGROUND, K.ANNEXES, id="prose before the lists"),
        pytest.param(K.RECIPIENTS, K.CORRECTION, id="a correction last of what the record knows"),
    ],
)
def test_the_sections_stand_in_the_order_of_the_house(
    earlier: SectionKind, later: SectionKind
) -> None:
    assert ORDER.index(earlier) < ORDER.index(later)


def test_the_decision_is_first_and_the_rest_last() -> None:
    assert ORDER[0] is K.DECISION
    assert ORDER[-1] is K.OTHER
