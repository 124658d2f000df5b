"""A decision is written anew; the points that stay keep what hangs on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session, select

from minutes.actions.history import Act, add_all
from minutes.actions.revisions import require_seen, revise
from minutes.domain.decisions import Decision as DecisionRecord
from minutes.domain.decisions import require_decision
from minutes.domain.errors import RuleBroken
from minutes.store.rows import grouped
from minutes.store.tables import Assignment, Decision, DecisionPoint, Reservation

_ASIDE = 10_000
"""Numbers are given in two steps, since each is taken once: first out of the way."""
_COLUMNS = ("text", "kind", "to_body", "is_further")


def points_in(session: Session, decision: Decision) -> Sequence[DecisionPoint]:
    """The points of a decision in their order."""
    return grouped(session, DecisionPoint, "decision_id", [decision.id])[decision.id]


def revise_decision(
    session: Session,
    act: Act,
    decision: Decision,
    made: DecisionRecord,
    *,
    keys: Sequence[int | None],
    seen: int | None = None,
) -> Decision:
    """Write a decision anew; `keys` are the rows that its points continue, None for new ones.

    What was given or reserved against a point stays with it. Raises RuleBroken where such a
    point would go, and for what cannot be printed; Outdated.
    """
    require_seen(session, decision, seen)
    require_decision(made)
    rows, wanted = {row.id: row for row in points_in(session, decision)}, _columns_of(made)
    if not _differs(decision, made, rows, list(zip(keys, wanted, strict=True))):
        return decision
    gone = [row for key, row in rows.items() if key not in keys]
    _require_free(session, decision, gone)
    numbers = {rows[key].number: n for n, key in enumerate(keys, 1) if key is not None}
    columns = {"kind": made.kind, "to_body": made.to}
    revise(session, act, decision, columns, parts=[own["text"] for own in wanted])
    for row in gone:
        session.delete(row)
    new: dict[str, Any] = {"decision_id": decision.id, "number": _ASIDE, "text": ""}
    _write(session, [rows[key] if key else DecisionPoint(**new) for key in keys], wanted)
    _follow(session, decision, numbers)
    return decision


def _differs(
    decision: Decision,
    made: DecisionRecord,
    rows: Mapping[int, DecisionPoint],
    wanted: Sequence[tuple[int | None, dict[str, Any]]],
) -> bool:
    before = [(key, {name: getattr(row, name) for name in _COLUMNS}) for key, row in rows.items()]
    return (decision.kind, decision.to_body, before) != (made.kind, made.to, wanted)


def _columns_of(made: DecisionRecord) -> list[dict[str, Any]]:
    points = [*((p, False) for p in made.points), *((p, True) for p in made.further)]
    return [dict(zip(_COLUMNS, (p.text, p.kind, p.to, more), strict=True)) for p, more in points]


def _write(
    session: Session, rows: Sequence[DecisionPoint], columns: Sequence[Mapping[str, Any]]
) -> None:
    """Number the rows in their order, and give them their columns."""
    for base in (_ASIDE, 0):
        for number, (row, own) in enumerate(zip(rows, columns, strict=True), 1):
            row.number = base + number
            for name, value in own.items():
                setattr(row, name, value)
        add_all(session, *rows)


def _require_free(session: Session, decision: Decision, gone: Sequence[DecisionPoint]) -> None:
    """Refuse to take out a point on which something hangs. Raises RuleBroken."""
    reserved = select(Reservation.point).where(Reservation.item_id == decision.item_id)
    against = set(session.exec(reserved))
    for row in gone:
        given = select(Assignment.id).where(Assignment.decision_point_id == row.id)
        if session.exec(given).first() is not None:
            raise RuleBroken(
                "Beslutspunkt {number} har ett uppdrag. Ta bort uppdraget först.",
                number=row.number,
            )
        if row.number in against:
            raise RuleBroken(
                "Någon reserverar sig mot beslutspunkt {number}. Ändra reservationen först.",
                number=row.number,
            )


def _follow(session: Session, decision: Decision, numbers: Mapping[int, int]) -> None:
    """Let reservations be against the same points as before, under their new numbers."""
    of_item = select(Reservation).where(Reservation.item_id == decision.item_id)
    for row in session.exec(of_item).all():
        if row.point is not None and numbers.get(row.point, row.point) != row.point:
            row.point, row.revision = numbers[row.point], row.revision + 1
    session.flush()
