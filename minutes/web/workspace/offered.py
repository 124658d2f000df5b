"""The decisions that one press would make: as was proposed, and as was found."""

from __future__ import annotations

from dataclasses import replace

from minutes.domain import record
from minutes.domain.deciding import offered_decision
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint, decision_of
from minutes.domain.sections import SectionKind
from minutes.importing.proposed_points import points_of


def proposed(told: record.Item) -> Decision | None:
    """The decision that the base proposal lays before the body."""
    texts = [s.text for s in told.sections if s.kind is SectionKind.BASE_PROPOSAL]
    return decision_of(points_of("\n\n".join(texts)))


def found_in(told: record.Item) -> Decision | None:
    """The decision that the findings amount to; the base proposal's points go where it says."""
    base = proposed(told)
    own = {point.text: point for point in (base.points if base else ())}
    found = offered_decision(replace(told, decision=None), tuple(own)) if told.questions else None
    if base is None or found is None:
        return found
    points = [
        own.get(p.text, DecisionPoint(p.text, _kind_beside(base, found))) for p in found.points
    ]
    return Decision(base.kind, tuple(points), base.to)


def _kind_beside(base: Decision, found: Decision) -> DecisionKind | None:
    """What an addition is beside the base proposal's points, and what stands instead of them."""
    beside = any(point in base.points for point in found.points)
    return None if beside or base.kind is found.kind else found.kind
