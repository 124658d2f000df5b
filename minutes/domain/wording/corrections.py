"""Corrections in prose: what was mended, why, and who certified it when."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from minutes.domain.corrections import Correction
from minutes.domain.sections import Section, SectionKind
from minutes.domain.wording.names import person

HEADING = "Rättelse bestyrks"


def correction_text(made: Correction) -> str:
    """What was mended, then the signers with their dates: two paragraphs."""
    mended = f"”{made.old}” har rättats till ”{made.new}”. {made.reason}".strip()
    signed = zip_longest(map(person, made.certified_by), made.certified_on, fillvalue="")
    return f"{mended}\n\n{', '.join(' '.join(part for part in one if part) for one in signed)}"


def corrections_written(corrections: Iterable[Correction]) -> tuple[Section, ...]:
    """The corrections as they stand below a §'s own sections.

    One that tells no new words was read from minutes whose text has it already.
    """
    return tuple(
        Section(SectionKind.CORRECTION, HEADING, correction_text(made))
        for made in corrections
        if made.new
    )
