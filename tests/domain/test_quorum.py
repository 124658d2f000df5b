"""Quorum: more than half of the seats."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.attendance import is_quorate, require_quorum
from minutes.domain.bodies import BodyKind
from tests.domain.refusals import ALLOWED, refusal

BOARD, COMMITTEE, ASSEMBLY = BodyKind.BOARD, BodyKind.COMMITTEE, BodyKind.ASSEMBLY


@pytest.mark.parametrize(
    ("kind", "seats", "present", "disqualified", "quorate"),
    [
        pytest.param(BOARD, 15, 8, 0, True, id="board: 8 of 15 are more than half, KL 6:27"),
        pytest.param(BOARD, 15, 7, 0, False, id="board: 7 of 15 are too few, KL 6:27"),
        pytest.param(BOARD, 15, 7, 1, False, id="board: not even if one is disqualified, KL 6:27"),
        pytest.param(BOARD, 15, 7, 8, False, id="board: however many are disqualified, KL 6:27"),
        pytest.param(BOARD, 14, 7, 0, False, id="board: just half is not enough, KL 6:27"),
        pytest.param(BOARD, 14, 8, 0, True, id="board: one more than half, KL 6:27"),
        pytest.param(COMMITTEE, 9, 5, 0, True, id="committee: 5 of 9, KL 6:27"),
        pytest.param(COMMITTEE, 9, 4, 5, False, id="committee: no exception either, KL 6:27"),
        pytest.param(ASSEMBLY, 71, 36, 0, True, id="assembly: 36 of 71, KL 5:45"),
        pytest.param(ASSEMBLY, 71, 35, 0, False, id="assembly: 35 of 71, KL 5:45"),
        pytest.param(ASSEMBLY, 71, 35, 1, True, id="assembly: the disqualified count, KL 5:46"),
        pytest.param(ASSEMBLY, 71, 30, 5, False, id="assembly: too few even so, KL 5:46"),
        pytest.param(BOARD, 15, 0, 0, False, id="board: nobody is there"),
    ],
)
def test_more_than_half_of_the_seats_must_be_present(
    kind: BodyKind, seats: int, present: int, disqualified: int, quorate: bool
) -> None:
    assert is_quorate(seats, present, kind, disqualified) is quorate


@given(
    seats=st.integers(1, 149), share=st.integers(0, 149), kind=st.sampled_from([BOARD, COMMITTEE])
)
def test_those_present_outnumber_those_absent_where_a_board_decides(
    seats: int, share: int, kind: BodyKind
) -> None:
    present = share % (seats + 1)

    assert is_quorate(seats, present, kind) is (present > seats - present)


@pytest.mark.parametrize(
    ("kind", "statute"),
    [
        pytest.param(BOARD, "KL 6:27", id="board"),
        pytest.param(COMMITTEE, "KL 6:27", id="committee"),
        pytest.param(ASSEMBLY, "KL 5:45", id="assembly"),
    ],
)
def test_without_quorum_the_item_is_refused_with_the_way_out(kind: BodyKind, statute: str) -> None:
    said = refusal(require_quorum, 15, 7, kind)

    assert "Bara 7 av 15" in said
    assert "Kalla in fler ersättare eller bordlägg" in said
    assert statute in said


@pytest.mark.parametrize(
    ("kind", "present", "disqualified", "allowed"),
    [
        pytest.param(BOARD, 8, 0, True, id="board with a quorum"),
        pytest.param(BOARD, 7, 1, False, id="board that jäv leaves without, KL 6:27"),
        pytest.param(ASSEMBLY, 7, 1, True, id="assembly that jäv leaves without, KL 5:46"),
    ],
)
def test_the_item_is_handled_only_with_quorum(
    kind: BodyKind, present: int, disqualified: int, allowed: bool
) -> None:
    said = refusal(require_quorum, 15, present, kind, disqualified)

    assert (said == ALLOWED) is allowed
