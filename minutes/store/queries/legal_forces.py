"""How far §§ have come on their way to legal force, and the appeals against them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from minutes.domain.decisions import outcome_of
from minutes.domain.legal_force import Appeal, LegalForce, is_appealable, legal_force
from minutes.domain.notices import Notice
from minutes.store import tables as t
from minutes.store.announced import notice_in
from minutes.store.decision_records import Decided, decided_by
from minutes.store.rows import grouped

_TOLD = (
    "lodged_on", "court", "case_number", "stay_from", "stay_until", "outcome", "outcome_on",
    "stands_on", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ItemForce:
    """A § with its appeals and where it stands."""

    number: int
    force: LegalForce
    appeals: tuple[Appeal, ...]


def appeal_in(row: t.Appeal) -> Appeal:
    """What a row tells."""
    return Appeal(**{name: getattr(row, name) for name in _TOLD})


def appeals_of(session: Session, items: Sequence[int]) -> dict[int, list[t.Appeal]]:
    """The appeals against each §, in order of time."""
    rows = grouped(session, t.Appeal, "item_id", items)
    return {key: sorted(rows[key], key=lambda a: (a.lodged_on, a.id)) for key in items}


def _apart(session: Session, items: Sequence[int]) -> dict[int, int]:
    """The edition of each § that was adjusted by itself."""
    rows = session.exec(
        select(t.EditionItem.item_id, t.EditionItem.edition_id)
        .join(
            t.ImmediateAdjustment,
            col(t.ImmediateAdjustment.edition_id) == t.EditionItem.edition_id,
        )
        .where(col(t.EditionItem.item_id).in_(items))
    )
    return dict(iter(rows))


def _notices(
    session: Session, meetings: set[int]
) -> Mapping[tuple[int | None, int | None], Notice]:
    """The notices that count, by meeting and edition."""
    rows = session.exec(
        select(t.Notice).where(
            col(t.Notice.meeting_id).in_(meetings), col(t.Notice.interrupted_on).is_(None)
        )
    )
    return {(row.meeting_id, row.edition_id): notice_in(row) for row in rows}


def _can_be_appealed(item: t.Item, decided: Decided) -> bool:
    decision = decided.decision(item.id)
    outcome = outcome_of(
        decision.kind if decision else None,
        referred_back=item.referred_back,
        tabled=item.tabled,
    )
    return is_appealable(decision, outcome)


def forces_of(session: Session, items: Sequence[t.Item], today: date) -> tuple[ItemForce, ...]:
    """Where each § of adjusted minutes stands that day."""
    keys = [item.id for item in items]
    appeals, apart = appeals_of(session, keys), _apart(session, keys)
    notices = _notices(session, {item.meeting_id for item in items})
    decided = decided_by(session, keys)
    found = []
    for item in items:
        lodged = tuple(map(appeal_in, appeals[item.id]))
        notice = notices.get((item.meeting_id, apart.get(item.id)))
        can_be = _can_be_appealed(item, decided)
        force = legal_force(notice, lodged, today, appealable=can_be)
        found.append(ItemForce(item.number or 0, force, lodged))
    return tuple(found)
