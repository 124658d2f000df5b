"""Would the auditor pass this: minutes held against KL 5:65-69 before they are adjusted.

`docs/audit.md` says which rule holds what. A gap is what the law does not allow, and stops the
adjustment; a hint is practice, or what only those who were there can tell.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from minutes.domain.auditing import (
    assignments,
    decisions,
    disqualifications,
    meetings,
    notes,
    outcomes,
    presence,
    proposals,
    questions,
    reservations,
    seats,
    votes,
)
from minutes.domain.auditing.audited import AuditedItem, AuditedMeeting
from minutes.domain.auditing.faults import Rule, findings
from minutes.domain.errors import RuleBroken
from minutes.domain.findings import Context, Finding, Weight
from minutes.domain.record import Item, Protocol

ITEM_RULES: tuple[Rule[AuditedItem], ...] = (
    *seats.RULES,
    *disqualifications.RULES,
    *proposals.RULES,
    *questions.RULES,
    *votes.RULES,
    *outcomes.RULES,
    *decisions.RULES,
    *reservations.RULES,
    *notes.RULES,
    *assignments.RULES,
)
"""The rules of a §, in the order in which it is written."""

MEETING_RULES: tuple[Rule[AuditedMeeting], ...] = (*meetings.RULES, *presence.RULES)
"""The rules of the whole."""


def audit_item(item: Item, meeting: Context) -> tuple[Finding, ...]:
    """What is found in one §; `meeting.attendance` tells who served."""
    return tuple(findings(ITEM_RULES, AuditedItem(item, meeting), item.number))


def audit(protocol: Protocol, context: Context) -> tuple[Finding, ...]:
    """What is found in the whole: the meeting first, then § by §.

    The attendance is the protocol's own.
    """
    meeting = replace(context, attendance=protocol.attendance)
    held = AuditedMeeting(protocol, meeting)
    whole = findings(MEETING_RULES, held, None)
    return (*whole, *(one for at in held.items for one in findings(ITEM_RULES, at, at.number)))


def gaps_in(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """What stops the adjustment."""
    return tuple(one for one in found if one.weight is Weight.GAP)


def require_no_gap(found: Iterable[Finding]) -> None:
    """Raise RuleBroken where a gap is open; the sentence tells of the first."""
    gaps = gaps_in(found)
    if gaps and gaps[0].item_number is not None:
        raise RuleBroken(
            "Protokollet kan inte gå till justering förrän alla brister är åtgärdade ({count}). "
            "Den första gäller § {number}: {first}",
            count=len(gaps),
            number=gaps[0].item_number,
            first=gaps[0].words,
        )
    if gaps:
        raise RuleBroken(
            "Protokollet kan inte gå till justering förrän alla brister är åtgärdade ({count}). "
            "Den första gäller sammanträdet: {first}",
            count=len(gaps),
            first=gaps[0].words,
        )
