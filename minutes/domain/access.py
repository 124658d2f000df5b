"""Who may: what an account is trusted with, in which body."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Duty(StrEnum):
    """What somebody signs in to do."""

    SECRETARY = "secretary"
    CHAIR = "chair"
    ADJUSTER = "adjuster"
    MEMBER = "member"
    DIRECTORS_OFFICE = "directors_office"
    REGISTRAR = "registrar"
    ARCHIVIST = "archivist"
    ADMINISTRATOR = "administrator"


READS_DRAFTS = frozenset({Duty.SECRETARY, Duty.CHAIR, Duty.ADJUSTER, Duty.REGISTRAR})
"""Duties that need the minutes before they are adjusted: until then they are working material
and no public document (Tryckfrihetsförordningen 2 kap. 10 and 12 §§)."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A duty in one body, or in all of them where `body` is None; bodies go by their key."""

    duty: Duty
    body: int | None = None


def holds(grants: Iterable[Grant], duties: Iterable[Duty], body: int | None = None) -> bool:
    """Whether one of the duties is held in the body; in any body where `body` is None."""
    wanted = frozenset(duties)
    return any(g.duty in wanted and (body is None or g.body in {None, body}) for g in grants)


def bodies_with_drafts(grants: Iterable[Grant]) -> frozenset[int] | None:
    """The bodies whose drafts may be read; None where it is every body."""
    reading = [g for g in grants if g.duty in READS_DRAFTS]
    if any(g.body is None for g in reading):
        return None
    return frozenset(g.body for g in reading if g.body is not None)
