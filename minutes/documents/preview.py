"""The § while it is written: alone, with the look of its pages, as PDF and as pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

import pikepdf

from minutes.documents.finalize import Facts
from minutes.documents.letterhead import SAMPLE, Running
from minutes.documents.pictured import pictured
from minutes.documents.press import Sheet, printed
from minutes.documents.shelf import Shelf, mark_of
from minutes.documents.templates import written
from minutes.documents.worker import worker
from minutes.domain.editions import Edition
from minutes.domain.record import Item
from minutes.domain.wording.days import day

_MEGABYTES = 256


@dataclass(frozen=True, slots=True)
class Place:
    """Where a § belongs: whose meeting of which day, and how far its minutes have come.

    `number` is told for a § that has none yet: the one that it will get if those before it are
    closed in order. It is printed as preliminary.
    """

    body: str
    held_on: date
    edition: Edition
    number: int | None = None


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


def shelf_of(exports: Path) -> Shelf:
    """Where previews lie; the oldest make room for new ones."""
    return Shelf(exports / "previews", _MEGABYTES * 1_000_000)


def _sheet(item: Item, place: Place, pictures: dict[str, bytes]) -> Sheet:
    is_numbered = place.number is None
    shown = item if place.number is None else replace(item, number=place.number)
    told = f"{place.body} {day(place.held_on)}"
    title = f"§ {shown.number}{'' if is_numbered else ' (preliminär)'} {item.title}"
    head = Running(title, told, place.edition.id_and_version, place.edition.is_draft)
    return Sheet(
        html=written(
            "paragraf",
            item=shown,
            document=head,
            note="" if is_numbered else "preliminär",
            styles="protocol",
        ),
        letterhead=written("letterhead", document=head, sample=SAMPLE, kind="PROTOKOLL"),
        facts=Facts(
            title=title,
            author=place.body,
            subject=told,
            created=f"{place.held_on}T00:00:00Z",
            variant="pdf/a-3b",
            is_numbered=False,
        ),
        pictures=pictures,
    )


def item_preview(
    item: Item, place: Place, pictures: dict[str, bytes], exports: Path, thing: str
) -> Preview:
    """The § alone, printed now where these words were not printed before.

    `thing` names the §, as by its key: of several askings for it that wait, the last is printed.
    Raises Superseded for the others, and BadDocument.
    """
    sheet = _sheet(item, place, pictures)
    mark, shelf = mark_of(sheet), shelf_of(exports)
    file = shelf.kept(f"{mark}.pdf", lambda: worker().turn(thing, mark, printed, sheet))
    return Preview(thing, mark, file, shelf)
