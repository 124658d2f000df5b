"""Whether minutes can be sent to those who adjust them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlmodel import Session, col, select

from minutes.actions.agenda import require_changeable, waiting_items
from minutes.domain.adjustment import Part, parts
from minutes.domain.audit import require_no_gap
from minutes.domain.errors import RuleBroken
from minutes.domain.findings import Finding
from minutes.domain.merging import is_unsettled
from minutes.store.agendas import items_on
from minutes.store.records import adjusters_of, attendance_of, is_adjusted
from minutes.store.tables import Item, Meeting, Section, TextRevision
from minutes.store.tallies import conclusion_of, waits_at_once


def _require_closed(session: Session, meeting: Meeting) -> None:
    waiting = waiting_items(session, meeting)
    if waiting:
        raise RuleBroken(
            "{count} ärenden är inte avslutade. Det första är ”{title}”. Avsluta dem, eller lyft "
            "ut dem ur föredragningslistan.",
            count=len(waiting),
            title=waiting[0].title,
        )


def _require_settled(session: Session, items: Sequence[Item]) -> None:
    """Raise RuleBroken where two wordings still stand in a text."""
    current = (
        select(Item.number, TextRevision.text)
        .join(Section, col(Section.item_id) == Item.id)
        .join(
            TextRevision,
            (col(TextRevision.section_id) == Section.id)
            & (col(TextRevision.number) == Section.revision),
        )
        .where(col(Item.id).in_([one.id for one in items]))
        .where(col(TextRevision.text).contains("[["))
        .order_by(col(Item.number))
    )
    for number, text in session.exec(current):
        if is_unsettled(text):
            raise RuleBroken(
                "I § {number} står två lydelser av samma ord, [[… || …]]. Välj en av dem.",
                number=number,
            )


def _require_open(session: Session, meeting: Meeting) -> None:
    """Raise RuleBroken where the meeting has no minutes to send, or they are sent or adjusted."""
    if is_adjusted(session, meeting):
        raise RuleBroken("Protokollet är justerat och ändras inte. Rättelser förs in för sig.")
    require_changeable(meeting)
    if meeting.opened_at is None:
        raise RuleBroken("Sammanträdet är inte öppnat, och har inget protokoll att sända.")


def require_not_sent(session: Session, item: Item) -> None:
    """Raise RuleBroken for a § that waits for immediate adjustment, or has had it."""
    edition = waits_at_once(session, item)
    if edition is not None and conclusion_of(session, edition) is not None:
        raise RuleBroken("§ {number} är omedelbart justerad och ändras inte.", number=item.number)
    if edition is not None:
        raise RuleBroken(
            "§ {number} är sänd till omedelbar justering. Ta tillbaka den för att ändra.",
            number=item.number,
        )


def asked_at(session: Session, meeting: Meeting) -> tuple[Part, ...]:
    """Who is to sign the minutes. Raises RuleBroken where they do not tell."""
    return parts(attendance_of(session, meeting), adjusters_of(session, meeting))


def require_sendable(session: Session, meeting: Meeting, found: Iterable[Finding]) -> None:
    """Raise RuleBroken where the minutes cannot be sent to adjustment as they stand.

    `found` is what the audit finds.
    """
    _require_open(session, meeting)
    _require_closed(session, meeting)
    _require_settled(session, items_on(session, meeting))
    require_no_gap(found)
    asked_at(session, meeting)


def require_sendable_at_once(
    session: Session, meeting: Meeting, items: Sequence[Item], found: Iterable[Finding]
) -> None:
    """Raise RuleBroken where these §§ cannot be adjusted while the meeting goes on."""
    _require_open(session, meeting)
    if not items:
        raise RuleBroken("Välj de paragrafer som justeras omedelbart.")
    for item in items:
        if item.number is None:
            raise RuleBroken(
                "”{title}” är inte avslutad och har inget nummer. Avsluta den först.",
                title=item.title,
            )
        if item.secrecy is not None:
            raise RuleBroken(
                "§ {number} omfattas av sekretess och justeras i sekretessprotokollet.",
                number=item.number,
            )
        if waits_at_once(session, item):
            raise RuleBroken("§ {number} är redan sänd till justering.", number=item.number)
    _require_settled(session, items)
    numbers = {item.number for item in items}
    require_no_gap([one for one in found if one.item_number in numbers])
    asked_at(session, meeting)
