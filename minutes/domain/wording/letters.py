"""The words of the letters that ask somebody to act; nothing of what the minutes say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from minutes.domain.adjustment import due_on, warn_from
from minutes.domain.wording.days import day


@dataclass(frozen=True, slots=True)
class About:
    """Which minutes a letter is about, and the address of Paragraf where it is known."""

    body: str
    held_on: date
    address: str = ""

    @property
    def which(self) -> str:
        """As "Regionstyrelsen 11 mars 2026"."""
        return f"{self.body} {day(self.held_on)}"


def _letter(about: About, words: str, path: str) -> str:
    link = f"\n{about.address}{path}\n" if about.address else ""
    return f"Hej!\n\n{words}\n{link}\nParagraf, på uppdrag av {about.body}\n"


def to_adjust(about: About) -> tuple[str, str]:
    """Subject and words for somebody whose signature the minutes wait for."""
    words = (
        f"Protokollet från {about.which} väntar på att du läser det och justerar det. "
        f"Det ska vara justerat senast den {day(due_on(about.held_on))}."
    )
    return f"Protokoll att justera: {about.which}", _letter(about, words, "/justering")


def reminder(about: About, today: date) -> tuple[str, str] | None:
    """Subject and words of the reminder of that day; None before the tenth day.

    The first comes when four days are left of the fourteen (KL 5:69), the second when none is.
    """
    last = due_on(about.held_on)
    if today < warn_from(about.held_on):
        return None
    if today <= last:
        words = f"Protokollet från {about.which} ska vara justerat senast den {day(last)}."
        subject = f"Påminnelse: protokoll att justera, {about.which}"
    else:
        words = f"Protokollet från {about.which} skulle ha varit justerat den {day(last)}."
        subject = f"Försenat: protokoll att justera, {about.which}"
    return subject, _letter(about, f"{words} Din underskrift saknas.", "/justering")


def refused(about: About) -> tuple[str, str]:
    """Subject and words for the secretary, when somebody refuses a §."""
    words = (
        f"En paragraf i protokollet från {about.which} har inte godtagits av en av dem som "
        "justerar det. Skälet står i Paragraf. Sänd en ny version, eller låt organet godkänna "
        "paragrafen vid sitt nästa sammanträde."
    )
    return f"Paragraf som inte justeras: {about.which}", _letter(about, words, "/arbete")


def adjusted(about: About) -> tuple[str, str]:
    """Subject and words for the secretary, when the last signature stands (KL 8:12)."""
    words = (
        f"Protokollet från {about.which} är justerat. Justeringen ska tillkännages på "
        "anslagstavlan senast den andra dagen därefter."
    )
    return f"Justerat, att anslå: {about.which}", _letter(about, words, "/arbete")
