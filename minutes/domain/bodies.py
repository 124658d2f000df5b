"""The deciding bodies of a region: assembly, board and committees."""

from __future__ import annotations

from enum import StrEnum


class BodyKind(StrEnum):
    """The kinds that the Local Government Act (KL 3:1-4) tells apart."""

    ASSEMBLY = "assembly"
    BOARD = "board"
    COMMITTEE = "committee"


def kind_of(name: str) -> BodyKind:
    """The kind that the Swedish name of a body says: fullmäktige, styrelse, else committee."""
    folded = name.casefold()
    if "fullmäktige" in folded:
        return BodyKind.ASSEMBLY
    if folded.endswith(("styrelse", "styrelsen")) and "personal" not in folded:
        return BodyKind.BOARD
    return BodyKind.COMMITTEE
