"""Where the words of a decision and the data about it differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes.domain.assignments import Assignment
from minutes.domain.decisions import Decision, DecisionPoint
from minutes.domain.errors import Phrase
from minutes.domain.record import Item
from minutes.importing.pairs import paired


def _points(decision: Decision | None) -> list[DecisionPoint]:
    """All points, each with the kind that it has of its own or of its decision."""
    if decision is None:
        return []
    return [
        point if point.kind else DecisionPoint(point.text, decision.kind, decision.to)
        for point in (*decision.points, *decision.further)
    ]


def decisions(told: Item, known: Item) -> Iterator[Phrase]:
    """Of the points: how many, their words, and who decides."""
    mine, others = _points(told.decision), _points(known.decision)
    if len(mine) != len(others):
        yield Phrase(
            "Antal beslutspunkter: {told} i texten, {known} i uppgifterna.",
            told=len(mine),
            known=len(others),
        )
    for number, (one, other) in enumerate(zip(mine, others, strict=False), 1):
        if one.text != other.text:
            yield Phrase(
                "Beslutspunkt {point} lyder ”{told}” i texten men ”{known}” i uppgifterna.",
                point=number,
                told=one.text,
                known=other.text,
            )
        if (one.kind, one.to) != (other.kind, other.to):
            yield Phrase(
                "Beslutspunkt {point}: texten och uppgifterna säger olika om vem som beslutar.",
                point=number,
            )


def postponements(told: Item, known: Item) -> Iterator[Phrase]:
    """Of an item that is referred back or tabled."""
    if told.referred_back and not known.referred_back:
        yield Phrase("Enligt texten återremitteras ärendet, enligt uppgifterna inte.")
    if known.referred_back and not told.referred_back:
        yield Phrase("Enligt uppgifterna återremitteras ärendet, enligt texten inte.")
    if told.tabled and not known.tabled:
        yield Phrase("Enligt texten bordläggs ärendet, enligt uppgifterna inte.")
    if known.tabled and not told.tabled:
        yield Phrase("Enligt uppgifterna bordläggs ärendet, enligt texten inte.")


def _limit(one: Assignment) -> str:
    return str(one.deadline or one.event or "–")


def _of_assignment(one: Assignment | None, other: Assignment | None) -> Iterator[Phrase]:
    if one is not None and other is not None:
        if _limit(one) != _limit(other):
            yield Phrase(
                "Tidsfristen i beslutspunkt {point} är {told} i texten men {known} i uppgifterna.",
                point=one.point,
                told=_limit(one),
                known=_limit(other),
            )
    elif one is not None:
        yield Phrase(
            "Uppdraget till {who} i beslutspunkt {point} finns inte i uppgifterna.",
            who=one.assignee,
            point=one.point,
        )
    elif other is not None:
        yield Phrase(
            "Uppdraget till {who} i beslutspunkt {point} finns inte i texten.",
            who=other.assignee,
            point=other.point,
        )


def assignments(told: Item, known: Item) -> Iterator[Phrase]:
    """Of the assignments: whether they are there, and their time limits."""

    def key(one: Assignment) -> tuple[int, str]:
        return one.point, one.assignee

    mine: Sequence[Assignment] = told.assignments
    for one, other in paired(mine, known.assignments, key):
        yield from _of_assignment(one, other)


def answers(told: Item, known: Item) -> Iterator[Phrase]:
    """Of the answer to a motion."""
    if told.motion != known.motion:
        yield Phrase("Texten och uppgifterna säger olika om svaret på motionen.")
