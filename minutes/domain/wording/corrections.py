"""Corrections in prose: what was mended, why, and who certified it when."""

from __future__ import annotations

from itertools import zip_longest

from minutes.domain.corrections import Correction
from minutes.domain.wording.names import person


def correction_text(made: Correction) -> str:
    """What was mended, then the signers with their dates: two paragraphs."""
    mended = f"”{made.old}” har rättats till ”{made.new}”. {made.reason}".strip()
    signed = zip_longest(map(person, made.certified_by), made.certified_on, fillvalue="")
    return f"{mended}\n\n{', '.join(' '.join(part for part in one if part) for one in signed)}"
