"""A strategy for answers to motions: the decision says the outcome of each clause."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.motions import ClauseOutcome, MotionAnswer
from minutes.domain.sections import Section, SectionKind
from tests.records.decisions import ASSEMBLY, Drawn
from tests.records.words import clauses

_ORDINALS = ["första", "andra", "tredje", "fjärde", "femte"]
_SAYS = {
    ClauseOutcome.APPROVED: "bifalla motionens {} att-sats.",
    ClauseOutcome.REJECTED: "avslå motionens {} att-sats.",
    ClauseOutcome.ANSWERED: "anse motionens {} att-sats besvarad.",
}
_SAYS_WHOLE = {
    ClauseOutcome.APPROVED: "bifalla motionen.",
    ClauseOutcome.REJECTED: "avslå motionen.",
    ClauseOutcome.ANSWERED: "anse motionen besvarad.",
}
numbers = st.builds(lambda n, year: f"{n}-{year}", st.integers(1, 99), st.integers(2024, 2027))


@dataclass(frozen=True, slots=True)
class Answered:
    """The decision on a motion, the answer as data, and the summary where it lists the clauses."""

    made: Drawn
    answer: MotionAnswer
    sections: tuple[Section, ...] = ()


def _summary(clauses: list[str]) -> Section:
    listed = "\n".join(f"- {clause}" for clause in clauses)
    return Section(SectionKind.SUMMARY, "Sammanfattning", f"Motionen föreslår:\n\n{listed}")


@st.composite
def answers(draw: st.DrawFn) -> Answered:
    """An answer clause by clause, or to the motion as a whole, with its clauses listed or not."""
    claims = draw(st.lists(st.sampled_from(ClauseOutcome), min_size=1, max_size=5))
    lists = len(set(claims)) == 1 and draw(st.booleans())
    if len(claims) == 1 or lists:
        texts = [_SAYS_WHOLE[claims[0]]]
    else:
        texts = [_SAYS[c].format(_ORDINALS[n]) for n, c in enumerate(claims)]
    kind = draw(st.sampled_from(DecisionKind))
    to = ASSEMBLY if kind is DecisionKind.PROPOSAL else None
    decision = Decision(kind, tuple(DecisionPoint(text) for text in texts), to)
    sections = (_summary([draw(clauses) for _ in claims]),) if lists else ()
    return Answered(Drawn(decision), MotionAnswer(draw(numbers), tuple(claims)), sections)
