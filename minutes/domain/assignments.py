"""Assignments that a decision point hands to somebody, chiefly the director."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.texts import require_line, require_readable

DIRECTOR = "Regiondirektören"
"""Who is given most of them, as minutes write it."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """An assignment; `point` is its decision point, counted from 1.

    The time limit is a date (`deadline`), an event in words (`event`), or missing.
    """

    point: int
    assignee: str
    deadline: date | None = None
    event: str = ""
    text: str = ""


class AssignmentStatus(StrEnum):
    """Where an assignment stands; only a later § closes it."""

    OPEN = "open"
    REPORTED = "reported"
    PROPOSED_FOR_CLOSING = "proposed_for_closing"
    CLOSED = "closed"


def require_deadline_after(decided_on: date, deadline: date | None) -> None:
    """Raise RuleBroken for a time limit before the decision itself."""
    if deadline is not None and deadline < decided_on:
        raise RuleBroken(
            "Tidsfristen {deadline} ligger före beslutet {decided_on}. Ange en senare dag.",
            deadline=deadline,
            decided_on=decided_on,
        )


def lacks_limit(assignment: Assignment) -> bool:
    """Whether neither date nor event says when it is to be done; auditors ask for one."""
    return assignment.deadline is None and not assignment.event


def is_overdue(deadline: date | None, today: date, status: AssignmentStatus) -> bool:
    """Whether the date has passed and the assignment is not closed."""
    return deadline is not None and deadline < today and status is not AssignmentStatus.CLOSED


def require_assignment(decided_on: date, given: Assignment) -> None:
    """Refuse one that tells nobody or nothing, or that was due before it was given.

    Raises RuleBroken.
    """
    require_line(given.assignee, Phrase("Mottagaren av uppdraget"))
    require_line(given.event, Phrase("Tidsfristen"))
    if not given.assignee.strip() or not given.text.strip():
        raise RuleBroken("Skriv vem som får uppdraget, och vad som ska göras.")
    require_readable(given.text, Phrase("Uppdraget"))
    require_deadline_after(decided_on, given.deadline)


def is_director(name: str, director: str = DIRECTOR) -> bool:
    """Whether a name says the director, with or without the definite form's ending."""
    stem = director.casefold().removesuffix("en")
    return re.search(rf"\b{re.escape(stem)}(?:en)?\b", name.casefold()) is not None
