"""Whatever those who adjust say, nobody is dropped in silence (JO 4024-1999)."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.verdicts import Verdict, VerdictKind
from tests.domain.test_verdicts import ADJUSTER, CHAIR, FIRST, WRITER, after, refused

verdicts = st.lists(
    st.builds(
        lambda who, item, kind, day: Verdict(
            who,
            item,
            VerdictKind.SIGNED if item is None else kind,
            FIRST + timedelta(days=day),
            "Fel." if kind is VerdictKind.REFUSED else "",
        ),
        st.sampled_from([WRITER, CHAIR, ADJUSTER]),
        st.sampled_from([None, 228, 229]),
        st.sampled_from(list(VerdictKind)),
        st.integers(0, 20),
    ),
    max_size=12,
)


@given(said=verdicts)
def test_nobody_is_dropped_in_silence(said: list[Verdict]) -> None:
    tally = after(*said)

    if tally.adjusted_on is not None:
        assert not tally.waiting
        assert not tally.unsettled
        for one in tally.expected:
            for item in tally.items:
                told = tally.on(one.key, item)
                assert told is not None
                assert told.kind is VerdictKind.SIGNED


@given(said=verdicts)
def test_the_day_is_that_of_a_signature_and_none_that_counts_is_later(said: list[Verdict]) -> None:
    tally = after(*said)

    if tally.adjusted_on is not None:
        counted = [tally.on(one.key, item) for one in tally.expected for item in tally.items]
        assert tally.adjusted_on == max(one.on for one in counted if one)


@given(said=verdicts, who=st.sampled_from([CHAIR, ADJUSTER]), item=st.sampled_from([228, 229]))
def test_a_refusal_always_keeps_the_minutes_open(said: list[Verdict], who: int, item: int) -> None:
    assert after(*said, refused(who, item)).adjusted_on is None
