"""The § while it is written: as it will stand in the whole, on paper and as pictures."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from minutes.documents.preview import Place, Preview, item_preview
from minutes.documents.render import BadDocument
from minutes.documents.shelf import Shelf
from minutes.documents.worker import worker
from minutes.domain.sections import Section, SectionKind
from tests.documents.made import BOARD, DRAFT, HELD_ON, small_protocol
from tests.documents.reading import pages
from tests.documents.rich import CHECKSUM, PICTURE

PLACE = Place(BOARD, HELD_ON, DRAFT)
DEBATED = small_protocol().items[1]


@pytest.fixture(scope="module", autouse=True)
def _worker() -> Iterator[None]:
    yield
    worker().end()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Preview:
    return item_preview(DEBATED, PLACE, {}, tmp_path_factory.mktemp("exports"), "18")


def test_the_paragraph_alone_reads_as_in_the_whole_but_for_page_numbers(
    preview: Preview, draft: Path
) -> None:
    whole = pages(draft)
    first = next(n for n, page in enumerate(whole) if "§ 18" in page[4:6])

    alone = pages(preview.file)

    expected = whole[first : first + preview.pages]
    assert alone == [[x for x in page if not x.startswith("Sida ")] for page in expected]


def test_its_pages_bear_that_they_are_not_adjusted(preview: Preview) -> None:
    assert all("EJ JUSTERAT" in page for page in pages(preview.file))


def test_a_page_is_a_picture_two_dots_a_pixel(preview: Preview) -> None:
    picture = preview.page(1).read_bytes()

    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (1588, 2246), "A4 is 794 by 1123 CSS pixels"


@pytest.mark.parametrize("number", [0, -1, 99])
def test_a_page_that_it_has_not_is_refused(preview: Preview, number: int) -> None:
    with pytest.raises(IndexError):
        preview.page(number)


def test_the_same_words_are_printed_once(preview: Preview) -> None:
    preview.file.write_bytes(kept := preview.file.read_bytes() + b"%")

    again = item_preview(DEBATED, PLACE, {}, preview.shelf.folder.parent, "18")

    assert (again.mark, again.file) == (preview.mark, preview.file)
    assert again.file.read_bytes() == kept


def test_other_words_have_another_mark(preview: Preview) -> None:
    changed = replace(DEBATED, title="Månadsrapport mars 2026")

    other = item_preview(changed, PLACE, {}, preview.shelf.folder.parent, "18")

    assert other.mark != preview.mark
    assert "Månadsrapport mars 2026" in pages(other.file)[0]


def test_a_paragraph_without_number_has_the_one_to_come_as_preliminary(tmp_path: Path) -> None:
    place = replace(PLACE, is_preliminary=True)

    alone = item_preview(DEBATED, place, {}, tmp_path, "18")

    assert "§ 18 (preliminär)" in pages(alone.file)[0]


def test_a_picture_of_the_text_is_shown_and_one_that_is_not_there_refused(tmp_path: Path) -> None:
    text = f"![Karta](bild/{CHECKSUM})"
    item = replace(DEBATED, sections=(Section(SectionKind.BACKGROUND, "Ärendet", text),))

    shown = item_preview(item, PLACE, {CHECKSUM: PICTURE}, tmp_path, "18")

    assert b"/Image" in shown.file.read_bytes()
    with pytest.raises(BadDocument):
        item_preview(item, PLACE, {}, tmp_path, "18")


def test_what_lay_longest_unused_makes_room(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, bound=25)
    for day, name in enumerate(("first", "second")):
        os.utime(shelf.kept(name, lambda: b"ten bytes."), (day, day))

    for name in ("first", "third"):
        shelf.kept(name, lambda: b"ten bytes.")

    assert {file.name for file in tmp_path.iterdir()} == {"first", "third"}
