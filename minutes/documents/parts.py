"""Parts of a protocol: each § laid out alone, so that one that is changed costs itself alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from minutes.documents.render import lay_out
from minutes.documents.shelf import Shelf, mark_of
from minutes.documents.templates import written
from minutes.documents.worker import worker
from minutes.domain.pictures import shown_in
from minutes.domain.record import Item

VARIANT = "pdf/a-3a"
_MEGABYTES = 256


@dataclass(frozen=True, slots=True)
class Part:
    """A § as it is laid out alone."""

    html: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        """The checksum of what it is laid out from."""
        return mark_of(json.dumps([self.html, sorted(self.pictures)]).encode())

    def laid_out(self, shelf: Shelf, thing: str = "") -> Path:
        """Its pages without header, footer and numbers. Raises BadDocument.

        `thing` names the §, whatever its words, where newer ones may take the turn of these.
        Raises Superseded then.
        """
        mark = self.mark

        def make() -> bytes:
            return worker().turn(thing or mark, mark, lay_out, self.html, VARIANT, self.pictures)

        return shelf.kept(f"{mark}.part.pdf", make)


def part_of(item: Item, pictures: Mapping[str, bytes], *, is_preliminary: bool = False) -> Part:
    """The § as a part; `pictures` may hold others' too. A number may be preliminary."""
    note = "preliminär" if is_preliminary else ""
    html = written("paragraf", item=item, note=note, styles="protocol")
    shown = shown_in(section.text for section in item.sections)
    return Part(html, {one: pictures[one] for one in shown if one in pictures})


def shelf_of(exports: Path) -> Shelf:
    """Where parts and previews lie; the oldest make room for new ones."""
    return Shelf(exports / "previews", _MEGABYTES * 1_000_000)
