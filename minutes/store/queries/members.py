"""Who holds a seat in a body."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from minutes.domain.attendance import Role
from minutes.store import tables as t


@dataclass(frozen=True, slots=True)
class Seat:
    """Who holds a seat today."""

    name: str
    slug: str
    party: str | None
    role: Role


_ROLES = (Role.CHAIR, Role.VICE_CHAIR, Role.SECOND_VICE_CHAIR, Role.MEMBER, Role.SUBSTITUTE)


def members_on(session: Session, body: t.Body, today: date) -> tuple[Seat, ...]:
    """Who holds a seat in a body on a day: the chairs first, substitutes in their order last."""
    rows = session.exec(
        select(t.Mandate, t.Person)
        .join(t.Person, col(t.Person.id) == t.Mandate.person_id)
        .where(t.Mandate.body_id == body.id, t.Mandate.begins_on <= today)
        .where((col(t.Mandate.ends_on).is_(None)) | (col(t.Mandate.ends_on) >= today))
        .order_by(col(t.Mandate.id))
    ).all()
    rows = sorted(rows, key=lambda r: (_ROLES.index(r[0].role), r[0].substitution_order or 0))
    return tuple(Seat(p.name, p.slug, m.party, m.role) for m, p in rows)
