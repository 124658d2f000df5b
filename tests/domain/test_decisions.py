"""Decisions: the body's own, and proposals to its superior body (KL 5:26-28, 6:13)."""

from __future__ import annotations

from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint


def test_a_body_decides_itself_or_proposes_to_its_superior() -> None:
    assert [kind.value for kind in DecisionKind] == ["decision", "proposal"]


def test_a_point_follows_its_decision_unless_it_says_otherwise() -> None:
    follows = DecisionPoint("anta planen.")
    own = DecisionPoint("ta kostnaden ur egen ram.", DecisionKind.DECISION)

    decision = Decision(DecisionKind.PROPOSAL, (follows, own), "regionfullmäktige")

    assert [point.kind for point in decision.points] == [None, DecisionKind.DECISION]
    assert decision.to == "regionfullmäktige"
    assert decision.further == ()


def test_a_point_keeps_its_words_without_the_opening() -> None:
    assert DecisionPoint("anta planen.").text == "anta planen."
    assert DecisionPoint("anta planen.") != DecisionPoint("anta plan.")
