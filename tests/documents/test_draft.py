"""The draft, joined from its §§: the same as laid out whole, but quicker after a change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import outloud
import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf

from minutes.documents.draft import draft_file
from minutes.documents.press import printed
from minutes.documents.protocol import protocol_sheet
from minutes.documents.worker import worker
from minutes.domain.record import Protocol
from tests.documents.made import DRAFT, small_protocol
from tests.documents.reading import pages
from tests.documents.rich import CHECKSUM, PICTURE, rich_protocol
from tests.documents.vera import verdicts

PICTURES = {CHECKSUM: PICTURE}


@pytest.fixture(scope="module", autouse=True)
def _worker() -> Iterator[None]:
    yield
    worker().end()


def _draft(protocol: Protocol, exports: Path) -> Path:
    return draft_file(protocol, DRAFT, "pdf/a-3a", PICTURES, exports)


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("exports")


@pytest.fixture(scope="module")
def joined(exports: Path) -> Path:
    """The draft of minutes with all that Markdown can hold, joined."""
    return _draft(rich_protocol(), exports)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, laid out as a whole."""
    file = tmp_path_factory.mktemp("whole") / "whole.pdf"
    file.write_bytes(printed(protocol_sheet(rich_protocol(), DRAFT, pictures=PICTURES)))
    return file


def test_every_page_reads_as_in_the_whole(joined: Path, whole: Path) -> None:
    assert pages(joined) == pages(whole)


def _tags(pdf: Pdf) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/Type") == Name.StructElem:
            found[str(one.S)] = found.get(str(one.S), 0) + 1
    return found


def test_it_has_the_tags_of_the_whole(joined: Path, whole: Path) -> None:
    with pikepdf.open(joined) as mine, pikepdf.open(whole) as theirs:
        assert _tags(mine) == _tags(theirs)


def _outline(pdf: Pdf) -> list[tuple[str, int]]:
    with pdf.open_outline() as outline:
        return [(i.title, pikepdf.Page(i.destination[0]).index) for i in outline.root]


def test_its_bookmarks_lead_where_those_of_the_whole_lead(joined: Path, whole: Path) -> None:
    with pikepdf.open(joined) as mine, pikepdf.open(whole) as theirs:
        assert _outline(mine) == _outline(theirs)


def _links(pdf: Pdf) -> list[tuple[int, str, int]]:
    tree = pikepdf.NameTree(pdf.Root.Names.Dests)
    return [
        (number, str(link.Contents), pikepdf.Page(tree[str(link.Dest)][0]).index)
        for number, page in enumerate(pdf.pages)
        for link in page.get("/Annots", [])
        if "/Dest" in link
    ]


def test_its_links_and_footnotes_lead_where_those_of_the_whole_lead(
    joined: Path, whole: Path
) -> None:
    with pikepdf.open(joined) as mine, pikepdf.open(whole) as theirs:
        assert _links(mine) == _links(theirs)
        assert any("Fotnot" in link for link in _links(mine))


def test_it_is_pdf_a_3a_and_pdf_ua_1_and_reads_well_aloud(joined: Path) -> None:
    said = verdicts((joined, "3a"), (joined, "ua1"))

    assert [line.split()[:2] for line in said.splitlines()] == [["3a", "PASS"], ["ua1", "PASS"]]
    assert outloud.check(str(joined)).findings == []


def test_it_carries_its_record_and_pictures(joined: Path, whole: Path) -> None:
    with pikepdf.open(joined) as mine, pikepdf.open(whole) as theirs:
        carried = [
            {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
            for pdf in (mine, theirs)
        ]

    assert carried[0] == carried[1]
    assert len(carried[0]) == 2


def test_a_change_lays_out_its_own_paragraph_alone(joined: Path, exports: Path) -> None:
    before = {file.name for file in joined.parent.glob("*.part.pdf")}
    first, *rest = rich_protocol().items
    changed = replace(rich_protocol(), items=(replace(first, title="Val av någon annan"), *rest))

    other = _draft(changed, exports)

    assert "Val av någon annan" in " ".join(line for page in pages(other) for line in page)
    assert len({file.name for file in other.parent.glob("*.part.pdf")} - before) == 1


def test_the_same_words_are_the_same_bytes(joined: Path, tmp_path: Path) -> None:
    again = _draft(rich_protocol(), tmp_path)

    assert again.name == joined.name
    assert again.read_bytes() == joined.read_bytes()


def test_a_meeting_without_items_has_its_front(tmp_path: Path) -> None:
    empty = _draft(replace(small_protocol(), items=()), tmp_path)

    (front, listed) = pages(empty)
    assert "Regionhuset, Sundevik" in front
    assert "Ärenden" in listed
