"""What is seen in the field of a signature: printed by our own press, with its fonts inside."""

from __future__ import annotations

from dataclasses import dataclass

from minutes.documents.render import lay_out
from minutes.documents.templates import written

_PLAIN = "pdf/a-3b"
"""The field's tag tells what it is; the stamp has no tags of its own."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The words of a signature: whose, and a line on when and how."""

    name: str
    words: str


def printed_stamp(stamp: Stamp, width: float, height: float) -> bytes:
    """The stamp as a PDF of that size, in points. Raises BadDocument."""
    return lay_out(written("stamp", stamp=stamp, width=width, height=height), _PLAIN)
