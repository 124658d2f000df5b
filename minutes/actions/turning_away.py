"""A signature that was not accepted leaves its entry, and nothing else."""

from __future__ import annotations

from sqlmodel import Session

from minutes.actions.history import Act, record
from minutes.store.tables import EditionSigner


def turn_away(session: Session, act: Act, signer: EditionSigner, why: str) -> EditionSigner:
    """Enter that somebody's signature of an edition was not accepted, and the reason."""
    record(session, act, "turned away", signer, {"name": signer.name, "why": why})
    return signer
