"""The pictures of a protocol that is taken in: carried by its file, or kept already."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sqlmodel import Session, select

from minutes.actions.enclosures import File, keep_document
from minutes.actions.history import Act
from minutes.domain.pictures import file_name, media_type, shown_in
from minutes.domain.record import Item, Protocol
from minutes.importing.lines import Source
from minutes.importing.problems import Problem
from minutes.store.tables import Document, DocumentKind


def _kept(session: Session) -> set[str]:
    of_kind = select(Document.sha256).where(Document.kind == DocumentKind.PICTURE)
    return set(session.exec(of_kind))


def _shown(item: Item) -> set[str]:
    return set(shown_in(section.text for section in item.sections))


def lacking_pictures(session: Session, source: Source, protocol: Protocol) -> tuple[Problem, ...]:
    """The §§ that show a picture which neither the register keeps nor the file carries."""
    at_hand = _kept(session) | {hashlib.sha256(one).hexdigest() for one in source.pictures}
    return tuple(
        Problem(
            f"§ {item.number} visar en bild som varken registret eller filen har. Ta in "
            "protokollets PDF/A-3, som bär sina bilder, eller ta bort bilden ur texten."
        )
        for item in protocol.items
        if _shown(item) - at_hand
    )


def keep_pictures(
    session: Session, act: Act, source: Source, protocol: Protocol, exports: Path
) -> None:
    """Keep the pictures that the file carries and its texts show, each once."""
    wanted = {x for item in protocol.items for x in _shown(item)} - _kept(session)
    for content in source.pictures:
        kind = media_type(content)
        if kind is not None and hashlib.sha256(content).hexdigest() in wanted:
            file = File(content, DocumentKind.PICTURE, file_name(content), kind)
            keep_document(session, act, file, exports=exports)
