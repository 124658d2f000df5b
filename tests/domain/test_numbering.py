"""§ numbers: once each and without gaps through the year of a body."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.numbering import doubles, gaps, next_number

numbers = st.lists(st.integers(1, 400), max_size=40)


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        pytest.param([], 1, id="a new year of a body begins with § 1"),
        pytest.param([1], 2, id="the second § follows the first"),
        pytest.param(range(1, 160), 160, id="a meeting in October goes on after the last § 159"),
        pytest.param([184, 160, 171], 185, id="the order in which numbers were given is no matter"),
        pytest.param([1, 2, 4], 5, id="a number that was passed over is not given afterwards"),
    ],
)
def test_the_next_number_follows_the_highest_of_the_year(taken: list[int], expected: int) -> None:
    assert next_number(taken) == expected


@given(count=st.integers(0, 120))
def test_numbers_given_one_after_the_other_are_unique_and_without_gaps(count: int) -> None:
    taken: list[int] = []

    for _ in range(count):
        taken.append(next_number(taken))

    assert taken == list(range(1, count + 1))
    assert doubles(taken) == ()
    assert gaps(taken) == ()


@given(taken=numbers)
def test_a_number_is_never_given_twice(taken: list[int]) -> None:
    given_now = next_number(taken)

    assert given_now not in taken
    assert gaps([*taken, given_now]) == gaps(taken)


@pytest.mark.parametrize(
    ("given_numbers", "twice"),
    [
        pytest.param([], (), id="nothing"),
        pytest.param([160, 161, 162], (), id="each once"),
        pytest.param([162, 160, 162, 160, 161], (160, 162), id="two of them twice, rising"),
        pytest.param([7, 7, 7], (7,), id="three times is told once"),
    ],
)
def test_doubles_are_the_numbers_that_stand_more_than_once(
    given_numbers: list[int], twice: tuple[int, ...]
) -> None:
    assert doubles(given_numbers) == twice


@pytest.mark.parametrize(
    ("given_numbers", "missing"),
    [
        pytest.param([], (), id="nothing lacks nothing"),
        pytest.param([160], (), id="one § has no gap, though 1-159 stand in other minutes"),
        pytest.param([160, 161, 162], (), id="a whole run"),
        pytest.param([165, 160, 163], (161, 162, 164), id="missing between lowest and highest"),
        pytest.param([160, 160, 162], (161,), id="a double does not fill a gap"),
    ],
)
def test_gaps_are_the_numbers_missing_between_the_lowest_and_the_highest(
    given_numbers: list[int], missing: tuple[int, ...]
) -> None:
    assert gaps(given_numbers) == missing


@given(given_numbers=numbers.filter(bool))
def test_the_gaps_and_nothing_else_make_the_run_whole(given_numbers: list[int]) -> None:
    filled = [*set(given_numbers), *gaps(given_numbers)]

    assert sorted(filled) == list(range(min(given_numbers), max(given_numbers) + 1))
