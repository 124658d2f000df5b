"""What becomes of an assignment: who handles it, what was done, and the § that ends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from minutes.domain.assignments import AssignmentStatus
from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.texts import require_line, require_readable


@dataclass(frozen=True, slots=True)
class Handling:
    """Who answers for an assignment in the administration, and when it is reported on next.

    `supplements` is the key of the assignment that it was given to supplement, `goal` that of the
    goal that it serves.
    """

    handler: str = ""
    division: str = ""
    report_on: date | None = None
    supplements: int | None = None
    goal: int | None = None


def status_of(*, is_closed: bool, proposals: Sequence[bool]) -> AssignmentStatus:
    """Where an assignment stands.

    `proposals` tells of each report, in their order, whether it proposed closing: a later report
    without that takes the proposal back.
    """
    if is_closed:
        return AssignmentStatus.CLOSED
    if not proposals:
        return AssignmentStatus.OPEN
    return AssignmentStatus.PROPOSED_FOR_CLOSING if proposals[-1] else AssignmentStatus.REPORTED


def require_open(status: AssignmentStatus) -> None:
    """Raise RuleBroken for an assignment that is closed."""
    if status is AssignmentStatus.CLOSED:
        raise RuleBroken("Uppdraget är avslutat. Ge ett nytt uppdrag i stället.")


def require_measure(text: str, decided_on: date, held_on: date) -> None:
    """Refuse a report that tells nothing, or at a meeting before the decision. Raises RuleBroken.

    `held_on` is the day of the meeting that it is made to.
    """
    if not text.strip():
        raise RuleBroken("Skriv vad som har gjorts, eller varför inget har hänt.")
    require_readable(text, Phrase("Redovisningen"))
    if held_on < decided_on:
        raise RuleBroken(
            "Uppdraget gavs {decided_on}, efter sammanträdet {held_on}. "
            "Redovisa till ett senare sammanträde.",
            decided_on=decided_on,
            held_on=held_on,
        )


def require_handling(handling: Handling, decided_on: date) -> None:
    """Refuse names of several lines, and a report before the decision. Raises RuleBroken."""
    require_line(handling.handler, Phrase("Handläggaren"))
    require_line(handling.division, Phrase("Divisionen"))
    if handling.report_on is not None and handling.report_on < decided_on:
        raise RuleBroken(
            "Nästa redovisning {report_on} ligger före beslutet {decided_on}. Ange en senare dag.",
            report_on=handling.report_on,
            decided_on=decided_on,
        )


def require_supplement(own: tuple[int, date], other: tuple[int, date]) -> None:
    """Refuse that an assignment supplements itself, or a later one. Raises RuleBroken.

    Each is a key with the day of its decision.
    """
    if own[0] == other[0] or other[1] > own[1]:
        raise RuleBroken("Ett tilläggsuppdrag hör till ett tidigare uppdrag. Välj ett annat.")
