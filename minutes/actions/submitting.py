"""The minutes are sent to those who adjust them, and taken back."""

from __future__ import annotations

from collections.abc import Iterable

from sqlmodel import Session, col, select

from minutes.actions.agenda import require_changeable, waiting_items
from minutes.actions.history import Act
from minutes.actions.revisions import revise
from minutes.domain.audit import require_no_gap
from minutes.domain.errors import RuleBroken
from minutes.domain.findings import Finding
from minutes.domain.merging import is_unsettled
from minutes.store.records import is_adjusted
from minutes.store.tables import Item, Meeting, Section, TextRevision


def _require_closed(session: Session, meeting: Meeting) -> None:
    if meeting.opened_at is None:
        raise RuleBroken("Sammanträdet är inte öppnat, och har inget protokoll att sända.")
    waiting = waiting_items(session, meeting)
    if waiting:
        raise RuleBroken(
            "{count} ärenden är inte avslutade. Det första är ”{title}”. Avsluta dem, eller lyft "
            "ut dem ur föredragningslistan.",
            count=len(waiting),
            title=waiting[0].title,
        )


def _require_settled(session: Session, meeting: Meeting) -> None:
    """Raise RuleBroken where two wordings still stand in a text."""
    current = (
        select(Item.number, TextRevision.text)
        .join(Section, col(Section.item_id) == Item.id)
        .join(
            TextRevision,
            (col(TextRevision.section_id) == Section.id)
            & (col(TextRevision.number) == Section.revision),
        )
        .where(Item.meeting_id == meeting.id, col(TextRevision.text).contains("[["))
        .order_by(col(Item.number))
    )
    for number, text in session.exec(current):
        if is_unsettled(text):
            raise RuleBroken(
                "I § {number} står två lydelser av samma ord, [[… || …]]. Välj en av dem.",
                number=number,
            )


def submit_minutes(
    session: Session, act: Act, meeting: Meeting, *, found: Iterable[Finding]
) -> Meeting:
    """Send the minutes to adjustment: nothing in them is changed until they are taken back.

    `found` is what the audit finds. Raises RuleBroken while a gap or an item is open.
    """
    require_changeable(meeting)
    _require_closed(session, meeting)
    _require_settled(session, meeting)
    require_no_gap(found)
    revise(session, act, meeting, {"submitted_at": act.at}, verb="submitted")
    return meeting


def take_back_minutes(session: Session, act: Act, meeting: Meeting) -> Meeting:
    """Take the minutes back to change them. Raises RuleBroken once they are adjusted."""
    if is_adjusted(session, meeting):
        raise RuleBroken("Protokollet är justerat och tas inte tillbaka. Rättelser förs in.")
    if meeting.submitted_at is None:
        raise RuleBroken("Protokollet är inte sänt till justering.")
    revise(session, act, meeting, {"submitted_at": None}, verb="taken back")
    return meeting
