"""What was found of a PDF's signatures: plain values, which another process can hand over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from minutes.documents.signing.holders import Holder


class Flaw(StrEnum):
    """What is wrong with a signature, or with the file around it."""

    BROKEN = "broken"
    UNTRUSTED = "untrusted"
    EXPIRED = "expired"
    REVOKED = "revoked"
    UNTIMELY = "untimely"
    CHANGED_AFTER = "changed after"
    INEXACT = "inexact"
    UNCOVERED = "uncovered"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Found:
    """One signature, or a timestamp over the whole file.

    `said_name`, `said_reason` are what its words say; `holder` is whom the certificate names.
    `is_timed` tells that a trusted server told the time, not the signer's own computer.
    `ends_at` is where the bytes that it covers end.
    """

    field: str
    is_timestamp: bool
    holder: Holder
    anchor: str
    said_name: str
    said_reason: str
    at: datetime | None
    is_timed: bool
    ends_at: int
    flaws: tuple[Flaw, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A file's signatures in the order in which they were made, and what is wrong with the file."""

    found: tuple[Found, ...] = ()
    flaws: tuple[Flaw, ...] = ()

    @property
    def signatures(self) -> tuple[Found, ...]:
        """Those of persons and organisations."""
        return tuple(one for one in self.found if not one.is_timestamp)

    @property
    def is_sound(self) -> bool:
        """Whether it is signed, each signature stands, and nothing else was done to the file."""
        return bool(self.signatures) and not self.flaws and not any(o.flaws for o in self.found)
