"""A strategy for answers to motions: the decision says the outcome of each clause."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.motions import ClauseOutcome, MotionAnswer
from minutes.domain.sections import Section, SectionKind
from minutes.domain.wording.names import listed
from tests.records.decisions import ASSEMBLIES, Drawn
from tests.records.words import clauses

_ORDINALS = [
    "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde",
]  # fmt: skip
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


def _clause_by_clause(claims: list[ClauseOutcome]) -> list[str]:
    """A point for each clause."""
    return [_SAYS[claim].format(_ORDINALS[n]) for n, claim in enumerate(claims)]


def _in_one(claims: list[ClauseOutcome]) -> list[str]:
    """All in one point, those of one outcome together."""
    parts = []
    for outcome in dict.fromkeys(claims):
        named = [_ORDINALS[n] for n, claim in enumerate(claims) if claim is outcome]
        parts.append(_SAYS[outcome].format(listed(named)).removesuffix("."))
    return [f"{listed(parts, 'samt att')}."]


@st.composite
def answers(draw: st.DrawFn) -> Answered:
    """An answer clause by clause, or to the motion as a whole, with its clauses listed or not."""
    claims = draw(st.lists(st.sampled_from(ClauseOutcome), min_size=1, max_size=8))
    lists = len(set(claims)) == 1 and draw(st.booleans())
    if len(claims) == 1 or lists:
        texts = [_SAYS_WHOLE[claims[0]]]
    else:
        texts = draw(st.sampled_from([_clause_by_clause, _in_one]))(claims)
    kind = draw(st.sampled_from(DecisionKind))
    to = draw(st.sampled_from(ASSEMBLIES)) if kind is DecisionKind.PROPOSAL else None
    decision = Decision(kind, tuple(DecisionPoint(text) for text in texts), to)
    sections = (_summary([draw(clauses) for _ in claims]),) if lists else ()
    number = draw(st.none() | numbers)
    return Answered(Drawn(decision), MotionAnswer(number, tuple(claims)), sections)
