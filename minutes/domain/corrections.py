"""Corrections (rättelser): what was mended after adjustment, in the open (JO 581-2013)."""

from __future__ import annotations

from dataclasses import dataclass

from minutes.domain.persons import Person


@dataclass(frozen=True, slots=True)
class Correction:
    """A certified correction.

    `certified_by` are the signers and `certified_on` their dates as printed, in the same order
    (real protocols leave them half empty). `after` quotes the words next to which it stands.
    """

    certified_by: tuple[Person, ...] = ()
    certified_on: tuple[str, ...] = ()
    after: str = ""
    old: str = ""
    new: str = ""
    reason: str = ""
