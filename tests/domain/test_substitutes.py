"""Substitutes: in which order they are offered a seat, and who may serve again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.attendance import Substitute, may_serve_again, offer_substitutes
from minutes.domain.persons import Person

PARTY_ORDER = ["M", "S", "C", "V"]


def _substitute(party: str | None, order: int, *, has_served: bool = False) -> Substitute:
    return Substitute(Person(f"Nr {order}", party), order, has_served)


S1, S2, S3 = (_substitute("S", order) for order in (1, 2, 3))
S3_SERVING = _substitute("S", 3, has_served=True)
M1, C1, V1, KD1 = (_substitute(party, 1) for party in ("M", "C", "V", "KD"))
M2_SERVING = _substitute("M", 2, has_served=True)


@pytest.mark.parametrize(
    ("absent_party", "candidates", "offered"),
    [
        pytest.param("S", [S3, S1, S2], [S1, S2, S3], id="in the order of the list, KL 5:18"),
        pytest.param(
            "S", [S1, S3_SERVING, S2], [S3_SERVING, S1, S2], id="who has begun goes first, KL 5:18"
        ),
        pytest.param("S", [M1, S2], [S2, M1], id="own party before the party that heads the order"),
        pytest.param(
            "S", [M2_SERVING, S2], [S2, M2_SERVING], id="own party before one who serves already"
        ),
        pytest.param(
            "S", [V1, C1, M1], [M1, C1, V1], id="other parties in the order that is fixed, KL 6:16"
        ),
        pytest.param("KD", [S1, KD1, M1], [KD1, M1, S1], id="own party outside the order"),
        pytest.param("S", [KD1, V1], [V1, KD1], id="a party outside the order comes last"),
        pytest.param(None, [S1, M1], [M1, S1], id="for an independent's seat the order alone"),
        pytest.param("S", [], [], id="nobody to offer"),
    ],
)
def test_the_seat_is_offered_by_party_then_precedence_then_list(
    absent_party: str | None, candidates: list[Substitute], offered: list[Substitute]
) -> None:
    assert list(offer_substitutes(absent_party, candidates, PARTY_ORDER)) == offered


@given(
    candidates=st.lists(
        st.builds(
            _substitute,
            st.sampled_from([*PARTY_ORDER, "KD", None]),
            st.integers(1, 9),
            has_served=st.booleans(),
        )
    ),
    absent_party=st.sampled_from([*PARTY_ORDER, "KD", None]),
)
def test_everyone_is_offered_the_seat_and_own_party_always_first(
    candidates: list[Substitute], absent_party: str | None
) -> None:
    offered = offer_substitutes(absent_party, candidates, PARTY_ORDER)

    own = [c for c in candidates if c.person.party == absent_party]
    assert sorted(map(repr, offered)) == sorted(map(repr, candidates))
    assert {c.person.party for c in offered[: len(own)]} <= {absent_party}


@pytest.mark.parametrize(
    ("left_for_disqualification", "may"),
    [
        pytest.param(True, True, id="stepped aside for disqualification, KL 5:18"),
        pytest.param(False, False, id="left for any other reason, KL 5:20"),
    ],
)
def test_one_who_broke_off_serves_again_only_after_disqualification(
    left_for_disqualification: bool, may: bool
) -> None:
    assert may_serve_again(left_for_disqualification=left_for_disqualification) is may
