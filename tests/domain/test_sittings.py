"""Wordings that one writer made at one sitting are one change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from minutes.domain.sittings import Sitting, sittings

NINE = datetime(2026, 2, 11, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wordings", "told"),
    [
        pytest.param([], [], id="a text that nobody wrote"),
        pytest.param(
            [("Åsa", 0), ("Åsa", 9), ("Åsa", 18)],
            [(1, 3)],
            id="each soon after the last",
        ),
        pytest.param([("Åsa", 0), ("Åsa", 10)], [(1, 1), (2, 2)], id="ten minutes part sittings"),
        pytest.param(
            [("Åsa", 0), ("Bo", 1), ("Åsa", 2)],
            [(1, 1), (2, 2), (3, 3)],
            id="two at once",
        ),
    ],
)
def test_wordings_are_folded_by_sitting(
    wordings: list[tuple[str, int]], told: list[tuple[int, int]]
) -> None:
    written = [(n, by, NINE + timedelta(minutes=m)) for n, (by, m) in enumerate(wordings, 1)]

    assert [(one.first, one.last) for one in sittings(written)] == told


def test_a_sitting_is_told_by_its_last_moment() -> None:
    later = NINE + timedelta(minutes=5)

    assert sittings([(1, "Åsa", NINE), (2, "Åsa", later)]) == [Sitting(1, 2, "Åsa", later)]
