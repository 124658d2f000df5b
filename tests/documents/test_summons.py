"""The summons: one file with bookmarks, the agenda's pages, and the annexes' own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import outloud
import pikepdf
import pytest
from pikepdf import Dictionary, Name, OutlineItem, Pdf

from minutes.documents.enclosing import Enclosed, enclose
from minutes.documents.press import printed
from minutes.documents.summons import Summons, summons_file, summons_sheet
from minutes.documents.worker import worker
from tests.documents.reading import pages, words
from tests.documents.summoned import LANDSCAPE, LARGE, SMALL, paper, points, summoned
from tests.documents.vera import verdicts
from tests.once import made_once

A4 = (595, 842)


def _made(summons: Summons) -> bytes:
    return enclose(printed(summons_sheet(summons)), summons.enclosed)


@pytest.fixture(scope="session")
def file(run_folder: Path) -> Path:
    """The invented summons with its papers."""

    def write(file: Path) -> None:
        file.write_bytes(_made(summoned(*points())))

    return made_once(run_folder / "summons.pdf", write)


@pytest.fixture
def pdf(file: Path) -> Iterator[Pdf]:
    with pikepdf.open(file) as pdf:
        yield pdf


def _sizes(pdf: Pdf) -> list[tuple[int, int]]:
    return [(round(p.mediabox[2]), round(p.mediabox[3])) for p in pdf.pages]


def _page(pdf: Pdf, found: pikepdf.Object) -> int:
    return pikepdf.Page(found).index + 1


def test_the_front_tells_who_is_called_where_and_when(file: Path) -> None:
    front = pages(file)[0]

    for line in (
        "KALLELSE", "Region Älvmark", "4 mars 2026", "09:00", "Regionhuset, Sundevik",
        "Eva Ek (S)", "Åsa Lind", "Max Ruiz (V)", "Helena Forsgård, regiondirektör",
        "Anmäl förhinder till kansliet.", "Sida 1 (14)",
    ):  # fmt: skip
        assert line in front


def test_annexes_keep_their_own_pages_behind_their_point(pdf: Pdf) -> None:
    landscape, others = [LANDSCAPE] * 3, [SMALL, SMALL]

    assert _sizes(pdf) == [*[A4] * 4, *landscape, LARGE, *others, *landscape, A4]


def test_the_agenda_tells_on_which_page_the_papers_begin(file: Path) -> None:
    agenda = " ".join(pages(file)[1])

    assert (
        "1 Val av justerare 2 Månadsrapport februari 2026 3 3 Meddelanden 9 4 Budget 2027 14"
    ) in agenda, "the first has no papers, and no page"
    assert "Dnr 0112-2026 · Föredragande: Ulla Ny, ekonomidirektör" in agenda


def test_a_points_pages_tell_on_which_page_each_annex_begins(file: Path) -> None:
    assert "Bilagor • Månadsrapport februari 2026 5 • Karta över Älvmark 8" in words(file)


def test_the_page_labels_are_the_pages_that_are_told(pdf: Pdf) -> None:
    assert [page.label for page in pdf.pages] == [str(n) for n in range(1, 15)]


def test_bookmarks_lead_to_points_their_paper_and_each_annex(pdf: Pdf) -> None:
    def told(item: OutlineItem) -> tuple[object, ...]:
        return item.title, _page(pdf, item.destination[0]), *map(told, item.children)

    with pdf.open_outline() as outline:
        found = [told(item) for item in outline.root]

    report = "Månadsrapport februari 2026"
    assert found == [
        ("Kallelse Regionstyrelsen", 1),
        ("Föredragningslista", 2),
        (f"2. {report}", 3, ("Underlag", 3), (report, 5), ("Karta över Älvmark", 8)),
        ("3. Meddelanden", 9, ("Meddelanden", 9), (report, 11)),
        ("4. Budget 2027", 14),
    ]


def test_every_link_leads_to_the_page_of_its_point_or_annex(pdf: Pdf) -> None:
    tree = pikepdf.NameTree(pdf.Root.Names.Dests)
    led = {
        str(link.Contents): _page(pdf, tree[str(link.Dest)][0])
        for page in list(pdf.pages)[:4]
        for link in page.get("/Annots", [])
    }

    assert led == {
        "2. Månadsrapport februari 2026": 3,
        "3. Meddelanden": 9,
        "4. Budget 2027": 14,
        "Bilaga: Månadsrapport februari 2026": 5,
        "Bilaga: Karta över Älvmark": 8,
    }


def test_no_page_lies_in_the_file_beside_those_that_are_shown(pdf: Pdf) -> None:
    shown = {page.objgen for page in pdf.pages}

    lies = [o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/Type") == Name.Page]

    assert {page.objgen for page in lies} == shown


def test_annexes_do_nothing_by_themselves(pdf: Pdf) -> None:
    enclosed = [
        page for page in pdf.pages if "/Brevhuvud" not in page.resources.get("/XObject", {})
    ]

    assert len(enclosed) == 9
    assert not any("/AA" in page or "/StructParents" in page for page in enclosed)
    done = [m.A.S if "/A" in m else None for page in enclosed for m in page.Annots]
    assert done == [Name.URI, None] * 9


def test_a_paper_that_is_enclosed_twice_lies_there_once(pdf: Pdf) -> None:
    assert pdf.pages[4].Contents.objgen == pdf.pages[10].Contents.objgen


def test_it_has_title_and_language_and_claims_no_standard(pdf: Pdf) -> None:
    assert str(pdf.Root.Lang) == "sv"
    assert '<rdf:li xml:lang="x-default">Kallelse Regionstyrelsen 4 mars 2026<' in (
        pdf.Root.Metadata.read_bytes().decode()
    )
    assert b"pdfuaid:part>" not in pdf.Root.Metadata.read_bytes()
    assert b"pdfaid:part>" not in pdf.Root.Metadata.read_bytes()


def test_without_annexes_it_is_pdf_a_3a_and_pdf_ua_1(tmp_path: Path) -> None:
    alone = tmp_path / "alone.pdf"
    alone.write_bytes(_made(summoned(*(replace(point, enclosed=()) for point in points()))))

    assert verdicts((alone, "3a"), (alone, "ua1")) == "3a PASS alone.pdf\nua1 PASS alone.pdf"
    assert outloud.check(str(alone)).findings == []


def test_the_same_summons_gives_the_same_bytes(file: Path) -> None:
    assert _made(summoned(*points())) == file.read_bytes()


def test_it_is_printed_once_and_its_annexes_may_lie_in_files(file: Path, tmp_path: Path) -> None:
    lies = tmp_path / "karta.pdf"
    lies.write_bytes(paper(LARGE))
    asked = points()
    map_in_file = (asked[1].enclosed[0], Enclosed("Karta över Älvmark", lies))
    summons = summoned(asked[0], replace(asked[1], enclosed=map_in_file), *asked[2:])

    found = summons_file(summons, tmp_path)

    assert found.read_bytes() == file.read_bytes()
    assert summons_file(summoned(*asked), tmp_path) == found
    worker().end()


def test_an_agenda_without_points_says_so(tmp_path: Path) -> None:
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(_made(summoned()))

    assert "Föredragningslista Inga ärenden är anmälda." in words(empty)
