"""Who may: a duty is held in one body, or in all."""

from __future__ import annotations

import pytest

from minutes.domain.access import READS_DRAFTS, Duty, Grant, bodies_with_drafts, holds

BOARD, COMMITTEE = 1, 2
OF_BOARD = (Grant(Duty.SECRETARY, BOARD),)
OF_ALL = (Grant(Duty.SECRETARY),)


@pytest.mark.parametrize(
    ("grants", "body", "expected"),
    [
        pytest.param(OF_BOARD, BOARD, True, id="in the body itself"),
        pytest.param(OF_BOARD, COMMITTEE, False, id="not in another"),
        pytest.param(OF_ALL, COMMITTEE, True, id="in every body where none is named"),
        pytest.param(OF_BOARD, None, True, id="somewhere, where no body is asked for"),
        pytest.param((), BOARD, False, id="without any duty nowhere"),
        pytest.param((Grant(Duty.MEMBER, BOARD),), BOARD, False, id="not with another duty"),
    ],
)
def test_a_duty_is_held_where_it_was_given(
    grants: tuple[Grant, ...], body: int | None, expected: bool
) -> None:
    assert holds(grants, {Duty.SECRETARY}, body) is expected


@pytest.mark.parametrize("duty", list(Duty))
def test_only_some_duties_open_drafts(duty: Duty) -> None:
    expected = {BOARD} if duty in READS_DRAFTS else set()

    assert bodies_with_drafts([Grant(duty, BOARD)]) == expected


def test_a_duty_in_all_bodies_opens_every_draft() -> None:
    assert bodies_with_drafts([*OF_BOARD, Grant(Duty.REGISTRAR)]) is None
