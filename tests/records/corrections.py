"""A strategy for corrections with what was mended, why and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from minutes.domain.corrections import Correction
from minutes.domain.persons import Person
from tests.records.words import THINGS, days, sentences

_MENDED = st.sampled_from(["11 mnkr", "till 2031", "§ 12", *THINGS])


@st.composite
def corrections(draw: st.DrawFn, people: Sequence[Person]) -> Correction:
    """A correction that two have certified, each with a day."""
    signers = draw(st.lists(st.sampled_from(people), min_size=2, max_size=2, unique=True))
    signed_on = tuple(str(draw(days)) for _ in signers)
    old, new = draw(_MENDED), draw(_MENDED)
    reason = draw(st.just("") | sentences)
    return Correction(tuple(signers), signed_on, old=old, new=new, reason=reason)
