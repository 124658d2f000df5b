"""What the file says of itself and carries inside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from minutes.documents.protocol import protocol_sheet
from minutes.domain.persons import Person
from minutes.domain.pictures import file_name
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.record_json import RECORD_NAME, dumps, loads
from minutes.importing.read import read
from tests.documents.made import ADJUSTED, small_protocol
from tests.documents.rich import PICTURE

CARRIED = replace(small_protocol(), edition=ADJUSTED)
EDITIONS = ["adjusted", "draft", "without_attachment", "rich"]


@pytest.fixture
def pdf(adjusted: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(adjusted) as opened:
        yield opened


def test_the_record_attached_is_the_record(pdf: pikepdf.Pdf) -> None:
    record = pdf.attachments[RECORD_NAME].get_file()

    assert loads(record.read_bytes()) == CARRIED
    assert record.mime_type == "application/json"


def test_the_record_is_attached_as_the_documents_data(pdf: pikepdf.Pdf) -> None:
    associated = pdf.Root.AF.as_list()

    assert [(str(a.UF), str(a.AFRelationship)) for a in associated] == [(RECORD_NAME, "/Data")]


def test_the_attached_record_is_what_parse_prints(pdf: pikepdf.Pdf) -> None:
    attached = pdf.attachments[RECORD_NAME].get_file().read_bytes()

    assert json.loads(attached) == json.loads(dumps(CARRIED))


def test_the_pictures_go_with_the_record(rich: Path) -> None:
    with pikepdf.open(rich) as pdf:
        carried = pdf.attachments[file_name(PICTURE)].get_file()
        kinds = {str(a.UF): str(a.AFRelationship) for a in pdf.Root.AF.as_list()}

        assert (carried.read_bytes(), carried.mime_type) == (PICTURE, "image/png")
        assert kinds == {RECORD_NAME: "/Data", file_name(PICTURE): "/Supplement"}
    assert read(rich).pictures == (PICTURE,)


def test_a_withdrawn_proposal_is_not_carried() -> None:
    moved = Proposal((Person("Li Öst", "C"),), ProposalKind.TABLE, withdrawn=True)
    first, *rest = small_protocol().items
    kept = replace(first, proposals=(moved,))
    withdrawn = replace(small_protocol(), items=(kept, *rest))

    (carried,) = protocol_sheet(withdrawn, ADJUSTED).facts.attachments

    assert loads(carried.content) == CARRIED


def test_an_archive_that_takes_no_attachments_gets_none(without_attachment: Path) -> None:
    with pikepdf.open(without_attachment) as pdf:
        assert list(pdf.attachments) == []
        assert "/AF" not in pdf.Root


def test_title_language_and_author_are_told(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.docinfo.Title) == "Protokoll Regionstyrelsen 4 mars 2026"
    assert str(pdf.docinfo.Author) == "Region Älvmark"
    assert str(pdf.Root.Lang) == "sv"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_the_title_is_the_same_in_the_metadata(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == str(pdf.docinfo.Title)
        assert metadata["pdfaid:part"] == "3"
        assert metadata["pdfaid:conformance"] == "A"
        assert metadata["pdfuaid:part"] == "1"


def test_the_bookmarks_are_the_list_of_items_and_the_items(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        titles = [" ".join(entry.title.split()) for entry in outline.root]

    assert titles == [
        "Protokoll Regionstyrelsen",
        "Ärenden",
        "§ 17 Val av justerare",
        "§ 18 Månadsrapport februari 2026 för Region Älvmark",
        "§ 19 Meddelanden",
    ]


def _fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    objects = (o for o in pdf.objects if isinstance(o, pikepdf.Dictionary))
    return [o for o in objects if o.get("/Type") == "/Font"]


@pytest.mark.parametrize("name", EDITIONS)
def test_every_font_is_ours_embedded_and_maps_to_text(
    name: str, request: pytest.FixtureRequest
) -> None:
    with pikepdf.open(request.getfixturevalue(name)) as pdf:
        composite = [f for f in _fonts(pdf) if f.Subtype == "/Type0"]
        families = {str(f.BaseFont).split("+")[-1].split("-")[0] for f in composite}
        descriptors = [f.DescendantFonts[0].FontDescriptor for f in composite]

        assert len(composite) > 1
        assert families <= {"Literata", "Source"}, "a font of the machine came in"
        assert all("/ToUnicode" in f for f in composite)
        assert all("/FontFile2" in d or "/FontFile3" in d for d in descriptors)


def test_links_say_where_they_lead(pdf: pikepdf.Pdf) -> None:
    annotations = [a for page in pdf.pages for a in page.get("/Annots", [])]

    assert list(dict.fromkeys(str(a.Contents) for a in annotations)) == [
        "§ 17 Val av justerare",
        "§ 18 Månadsrapport februari 2026 för Region Älvmark",
        "§ 19 Meddelanden",
    ]
