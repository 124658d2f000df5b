"""Publishing on the web: what may be there, who has said so, and until when."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.texts import require_line

LONGEST_DECISION = 200


class Publishing(StrEnum):
    """How a body's adjusted minutes come to the web."""

    NEVER = "never"
    REVIEWED = "reviewed"
    UNREVIEWED = "unreviewed"


class Ruling(StrEnum):
    """What a person has said of words that were found or marked."""

    MASKED = "masked"
    STAYS = "stays"


def require_decision(publishing: Publishing, decision: str) -> None:
    """Refuse to publish what the assembly has not decided may be (EU 2016/679 article 6.1 e).

    Raises RuleBroken.
    """
    require_line(decision, Phrase("Fullmäktiges beslut"), LONGEST_DECISION)
    if publishing is not Publishing.NEVER and not decision.strip():
        raise RuleBroken(
            "Skriv när fullmäktige beslutade att protokollen får publiceras, som 2026-06-17 § 45."
        )


def require_publishable(
    publishing: Publishing, decision: str | None, *, adjusted: bool, undecided: int
) -> None:
    """Refuse to approve a copy that may not be published, or that nobody has gone through.

    Raises RuleBroken.
    """
    if publishing is Publishing.NEVER or not decision:
        raise RuleBroken(
            "Organets protokoll publiceras inte förrän fullmäktige har beslutat det. "
            "Ange beslutet på organets sida för publicering."
        )
    if not adjusted:
        raise RuleBroken("Protokollet är inte justerat och publiceras inte.")
    if undecided:
        raise RuleBroken(
            "Ta ställning till varje fynd innan kopian godkänns. Det återstår {undecided}.",
            undecided=undecided,
        )


def expiry(published_on: date, years: int) -> date:
    """The day on which a copy is on the web for the last time."""
    try:
        return published_on.replace(year=published_on.year + years)
    except ValueError:
        return published_on.replace(year=published_on.year + years, day=28)


def require_expiry(expires_on: date | None, today: date) -> date:
    """Refuse a copy without an end, and one that has passed. Raises RuleBroken."""
    if expires_on is None or expires_on <= today:
        raise RuleBroken("Ange en dag som kommer, då kopian tas bort från webben.")
    return expires_on
