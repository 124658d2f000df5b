"""Letters (e-mail): what one may hold, and when one that could not be handed in is tried again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.texts import require_line, require_readable

_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+\.[^\s@<>,;:\"()\[\]\\.]+")
LONGEST_ADDRESS = 254
"""Of a path in SMTP (RFC 5321 4.5.3.1.3, less its angle brackets)."""
_PAUSES = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 240, 720, 1440))
"""RFC 5321 4.5.4.1 asks for four or five days; here a person must know before that."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Who it is to, and its words. `to` is an address, `name` whose it is.

    `html` are the same words as they are to be seen, `unsubscribe` is the address that stops such
    letters by one press (RFC 8058); both may be empty. It leaves the house unsealed: nothing secret
    may stand in it, not in its subject either.
    """

    to: str
    name: str
    subject: str
    words: str
    html: str = ""
    unsubscribe: str = ""


def is_address(text: str) -> bool:
    """Whether a letter can be sent there."""
    return len(text) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(text) is not None


def require_address(text: str) -> None:
    """Raise RuleBroken for what is no address."""
    if not is_address(text):
        raise RuleBroken(
            "”{address}” är ingen e-postadress. Skriv den som namn@exempel.se.", address=text
        )


def require_sendable(letter: Letter) -> None:
    """Raise RuleBroken for what no server takes, and for a subject or name of several lines."""
    require_address(letter.to)
    require_line(letter.subject, Phrase("Brevets ämne"))
    if letter.name:
        require_line(letter.name, Phrase("Mottagarens namn"))
    require_readable(letter.words, Phrase("Brevet"))


def next_try_after(tries: int) -> timedelta | None:
    """How long to wait after so many tries that failed; None where it is given up."""
    return _PAUSES[tries - 1] if tries <= len(_PAUSES) else None
