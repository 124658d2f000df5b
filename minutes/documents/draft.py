"""The draft of a protocol: its §§ are laid out one by one, and those not changed are there."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import pikepdf

from minutes.documents.finalize import finalize
from minutes.documents.joined import join
from minutes.documents.parts import part_of, shelf_of
from minutes.documents.press import Sheet, letterhead_of, packed, with_pictures
from minutes.documents.protocol import protocol_sheet
from minutes.documents.render import lay_out
from minutes.documents.shelf import mark_of
from minutes.documents.worker import worker
from minutes.domain.editions import Edition
from minutes.domain.record import Protocol


def _page_count(file: Path) -> int:
    with pikepdf.open(file) as pdf:
        return len(pdf.pages)


def printed_draft(sheet: Sheet, parts: Sequence[Path]) -> bytes:
    """The sheet, which keeps places, with its parts. Raises BadDocument."""
    front = lay_out(sheet.html, sheet.facts.variant)
    whole = join(front, [part.read_bytes() for part in parts])
    return finalize(whole, letterhead_of(sheet.letterhead), with_pictures(sheet))


def draft_file(
    protocol: Protocol,
    edition: Edition,
    variant: str,
    pictures: Mapping[str, bytes],
    exports: Path,
) -> Path:
    """The draft as PDF, made now where these words were not. Raises BadDocument."""
    shelf = shelf_of(exports)
    parts = [part_of(item, pictures).laid_out(shelf) for item in protocol.items]
    places = {
        item.number: _page_count(part) for item, part in zip(protocol.items, parts, strict=True)
    }
    sheet = protocol_sheet(protocol, edition, variant, pictures, places=places)
    mark = mark_of(packed(sheet), json.dumps([part.name for part in parts]).encode())
    make = partial(worker().turn, mark, mark, printed_draft, sheet, parts)
    return shelf.kept(f"{mark}.pdf", make)
