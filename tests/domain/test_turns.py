"""How a matter came to each § that treats it, and who has yet to treat it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from minutes.domain.decisions import Outcome
from minutes.domain.turns import Step, Turn, awaited, turns_of

BOARD, ASSEMBLY = "Regionstyrelsen", "Regionfullmäktige"
PROPOSED = Step(BOARD, Outcome.PROPOSED, "regionfullmäktige")
REFERRED = Step(BOARD, Outcome.REFERRED_BACK)
TABLED = Step(BOARD, Outcome.TABLED)
DECIDED = Step(BOARD, Outcome.DECIDED)
AT_LAST = Step(ASSEMBLY, Outcome.DECIDED)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param([], [], id="nothing treats it"),
        pytest.param([DECIDED], [Turn.FIRST], id="the first"),
        pytest.param([PROPOSED, AT_LAST], [Turn.FIRST, Turn.FORWARDED], id="KL 5:26-28"),
        pytest.param([PROPOSED, DECIDED], [Turn.FIRST, Turn.AGAIN], id="the board itself again"),
        pytest.param(
            [Step(ASSEMBLY, Outcome.REFERRED_BACK), PROPOSED],
            [Turn.FIRST, Turn.AFTER_REFERRAL_BACK],
            id="the assembly referred it back to the board, KL 5:50",
        ),
        pytest.param([TABLED, DECIDED], [Turn.FIRST, Turn.AFTER_TABLING], id="tabled, KL 5:51"),
        pytest.param([TABLED, AT_LAST], [Turn.FIRST, Turn.AGAIN], id="tabled by another body"),
    ],
)
def test_how_a_matter_came_to_each_step(steps: Sequence[Step], expected: list[Turn]) -> None:
    assert list(turns_of(steps)) == expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([], None),
        ([PROPOSED], "regionfullmäktige"),
        ([PROPOSED, AT_LAST], None),
        ([PROPOSED, REFERRED], None),
    ],
    ids=["nothing", "proposed", "treated", "referred back since"],
)
def test_who_has_yet_to_treat_what_was_proposed(
    steps: Sequence[Step], expected: str | None
) -> None:
    assert awaited(steps) == expected
