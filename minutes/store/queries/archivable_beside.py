"""What a year's package holds beside the minutes, and the §§ of which it tells the ground alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from minutes.domain.archiving import Finished, Missing, missing
from minutes.store import tables as t
from minutes.store.queries.delegation import DelegatedEntry, delegated_decisions, unreported_in
from minutes.store.visibility import looking_at_agenda
from minutes.store.withheld import ITEM, Withheld, withheld


@dataclass(frozen=True, slots=True)
class ArchiveDelegated:
    """A delegated decision; `until` is the first day on which its notice may come down."""

    row: t.DelegatedDecision
    until: date | None
    missing: tuple[Missing, ...]


def _told(one: DelegatedEntry) -> ArchiveDelegated:
    notice = one.notice
    how_far = Finished(
        is_adjusted=True,
        unannounced=int(one.row.appealable and notice is None),
        removed=[notice.removed_on] if notice else (),
    )
    until = notice.taken_down_on if notice else None
    return ArchiveDelegated(one.row, until, tuple(missing(how_far)))


def archivable_delegated(session: Session, body: t.Body, year: int) -> Sequence[ArchiveDelegated]:
    """The decisions of the body's delegates that the package of the year holds, the last first.

    Whoever packs them sees them, though nobody else does yet.
    """
    with looking_at_agenda(session, body.id):
        packed = {one.id for one in unreported_in(session, body, year)}
        found = delegated_decisions(session, body)
        return [_told(one) for one in found if one.row.id in packed]


def withheld_in_year(session: Session, body: t.Body, year: int) -> Sequence[Withheld]:
    """The secret §§ of adjusted minutes of a year."""
    adjusted = col(t.Meeting.id).in_(select(t.Adjustment.meeting_id))
    return withheld(session, adjusted, ITEM.body_id == body.id, ITEM.year == year)
