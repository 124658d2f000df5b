"""The § while it is written: alone, with the look of its pages, as PDF and as pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path

import pikepdf

from minutes.documents.finalize import Facts, finalize
from minutes.documents.letterhead import SAMPLE, Running
from minutes.documents.parts import VARIANT, part_of, shelf_of
from minutes.documents.pictured import pictured
from minutes.documents.press import letterhead_of
from minutes.documents.shelf import Shelf, mark_of
from minutes.documents.templates import written
from minutes.documents.worker import worker
from minutes.domain.editions import Edition
from minutes.domain.record import Item
from minutes.domain.wording.days import day


@dataclass(frozen=True, slots=True)
class Place:
    """Where a § belongs: whose meeting of which day, and how far its minutes have come.

    The number of a § that is not closed is preliminary, and printed so.
    """

    body: str
    held_on: date
    edition: Edition
    is_preliminary: bool = False


@dataclass(frozen=True)
class Preview:
    """A § as PDF, under the mark of all that it was printed from."""

    thing: str
    mark: str
    file: Path
    shelf: Shelf

    @cached_property
    def pages(self) -> int:
        """How many pages it has."""
        with pikepdf.open(self.file) as pdf:
            return len(pdf.pages)

    def page(self, number: int) -> Path:
        """A page as PNG, two dots a CSS pixel. Raises IndexError, Superseded and BadDocument."""
        if not 1 <= number <= self.pages:
            raise IndexError(number)
        name = f"{self.mark}-{number}.png"
        return self.shelf.kept(
            name,
            lambda: worker().turn(f"{self.thing} {number}", self.mark, pictured, self.file, number),
        )


def _printed(part: Path, letterhead: str, facts: Facts) -> bytes:
    return finalize(part.read_bytes(), letterhead_of(letterhead), facts)


def item_preview(
    item: Item, place: Place, pictures: Mapping[str, bytes], exports: Path, thing: str
) -> Preview:
    """The § alone, printed now where these words were not printed before.

    `thing` names the §, as by its key: of several askings for it that wait, the last is printed.
    Raises Superseded for the others, and BadDocument.
    """
    shelf = shelf_of(exports)
    part = part_of(item, pictures, is_preliminary=place.is_preliminary).laid_out(shelf, thing)
    told = f"{place.body} {day(place.held_on)}"
    head = Running(told, told, place.edition.id_and_version, place.edition.is_draft)
    letterhead = written("letterhead", document=head, sample=SAMPLE, kind="PROTOKOLL")
    facts = Facts(
        title=f"§ {item.number} {item.title}",
        author=place.body,
        subject=told,
        created=f"{place.held_on}T00:00:00Z",
        variant=VARIANT,
        is_numbered=False,
    )
    mark = mark_of(part.name.encode(), letterhead.encode(), repr(facts).encode())
    make = partial(worker().turn, thing, mark, _printed, part, letterhead, facts)
    return Preview(thing, mark, shelf.kept(f"{mark}.pdf", make), shelf)
