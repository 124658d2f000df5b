"""Assignments: by when they are to be done, and who gets to know of them.

KL 5:67 asks for neither, so these are hints: auditors ask for a time limit, and who is to do
something is to be told of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.domain.assignments import is_director, lacks_limit
from minutes.domain.auditing.audited import AuditedItem
from minutes.domain.auditing.faults import Fault, Rule, hint
from minutes.domain.decisions import DecisionKind
from minutes.domain.findings import Place

_AT = Place.ASSIGNMENTS
_GIVES = re.compile(
    r"\b(?:ge|ger|får|ges|gavs)\b[^.]{1,90}\bi uppdrag\b|\buppdra(?:r|s)? (?:åt|till)\b",
    re.IGNORECASE,
)


def assignment_has_a_limit(at: AuditedItem) -> Iterator[Fault]:
    """A date or an event says by when it is to be done."""
    for one in at.item.assignments:
        if lacks_limit(one):
            yield hint(
                "Uppdraget i beslutspunkt {point} saknar tidsfrist. Fråga när det ska vara klart.",
                _AT,
                point=one.point,
            )


def director_gets_the_extract(at: AuditedItem) -> Iterator[Fault]:
    """The director stands among those whom the § is sent to where it gives an assignment."""
    director = at.context.director
    given = any(is_director(one.assignee, director) for one in at.item.assignments)
    told = any(is_director(name, director) for name in at.item.recipients)
    if given and not told:
        yield hint(
            "{director} får ett uppdrag men står inte bland dem som får utdraget. Lägg till.",
            Place.RECIPIENTS,
            director=director,
        )


def assignment_belongs_to_a_point(at: AuditedItem) -> Iterator[Fault]:
    """The point that an assignment names is one of the decision's."""
    points = len(at.item.decision.points) if at.item.decision else 0
    for one in at.item.assignments:
        if one.point not in range(1, points + 1):
            yield hint(
                "Ett uppdrag hör till beslutspunkt {point}, som inte finns. Rätta punkten.",
                _AT,
                point=one.point,
            )


def assignment_is_entered(at: AuditedItem) -> Iterator[Fault]:
    """What a point of the body's own decision assigns stands among the assignments."""
    decision = at.item.decision
    entered = {one.point for one in at.item.assignments}
    for number, point in enumerate(decision.points if decision else (), 1):
        own = decision is not None and (point.kind or decision.kind) is DecisionKind.DECISION
        if own and number not in entered and _GIVES.search(point.text):
            yield hint(
                "Beslutspunkt {point} ger ett uppdrag som inte är infört. För in det så att det "
                "bevakas.",
                _AT,
                point=number,
            )


RULES: tuple[Rule[AuditedItem], ...] = (
    assignment_has_a_limit,
    director_gets_the_extract,
    assignment_belongs_to_a_point,
    assignment_is_entered,
)
