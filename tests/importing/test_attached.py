"""Annexes that are uploaded: whole PDFs are taken, what acts or hides is refused."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Encryption, Name, Pdf, String

from minutes.documents.press import printed
from minutes.documents.protocol import protocol_sheet
from minutes.domain.errors import RuleBroken
from minutes.domain.record_json import RECORD_NAME
from minutes.importing.attached import LARGEST, check_annex
from tests.documents.made import ADJUSTED, small_protocol


def _script(pdf: Pdf) -> pikepdf.Object:
    return Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def saved(pdf: Pdf, encryption: Encryption | None = None) -> bytes:
    written = io.BytesIO()
    pdf.save(written, encryption=encryption or False)
    return written.getvalue()


def made(change: Callable[[Pdf], object] = lambda pdf: None, pages: int = 2) -> bytes:
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
        change(pdf)
        return saved(pdf)


def _annotated(**entries: object) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        link = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **entries)
        pdf.pages[0].Annots = Array([pdf.make_indirect(link)])

    return change


def _at_root(key: str, value: Callable[[Pdf], object]) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        pdf.Root[key] = value(pdf)

    return change


def _carrying(name: str, content: bytes) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        pdf.attachments[name] = AttachedFileSpec(pdf, content, filename=name)

    return change


def _pinned(pdf: Pdf) -> None:
    spec = AttachedFileSpec(pdf, b"MZ", filename="x.exe")
    _annotated(Subtype=Name.FileAttachment, FS=spec.obj)(pdf)


def _link(kind: str, **entries: object) -> Callable[[Pdf], None]:
    return _annotated(Subtype=Name.Link, A=Dictionary(S=Name("/" + kind), **entries))


ACTING = {
    "a script at the opening": (_at_root("/OpenAction", _script), "av sig självt"),
    "a script by name": (
        _at_root("/Names", lambda pdf: Dictionary(JavaScript=Dictionary(Names=Array([])))),
        "skript",
    ),
    "a script where none belongs": (_at_root("/PieceInfo", _script), "skript"),
    "a script as address": (_link("URI", URI=String("JavaScript:alert(1)")), "skript"),
    "a place on the page that acts": (
        _annotated(Subtype=Name.Link, AA=Dictionary(E=Dictionary(S=Name.Named))),
        "av sig självt",
    ),
    "an opening that hides": (
        _at_root("/OpenAction", lambda pdf: Dictionary(S=Name.Hide)),
        "av sig självt",
    ),
    "a program to start": (_link("Launch", F=String("calc.exe")), "startar ett program"),
    "a form to send": (_link("SubmitForm", F=String("https://x.example")), "skickar"),
    "a form to fill from elsewhere": (_link("ImportData", F=String("x.fdf")), "skickar"),
    "a link to another file": (_link("GoToR", F=String("\\\\x\\y.pdf")), "annan fil"),
    "a film": (_annotated(Subtype=Name.Movie), "film"),
    "rich media": (_annotated(Subtype=Name.RichMedia), "film"),
    "a model": (_annotated(Subtype=Name("/3D")), "film"),
    "an XFA form": (
        _at_root("/AcroForm", lambda pdf: Dictionary(XFA=pdf.make_stream(b"<xdp/>"))),
        "XFA",
    ),
    "a program inside": (_carrying("x.exe", b"MZ"), "en annan fil inuti"),
    "a table inside": (_carrying("x.csv", b"a;b"), "en annan fil inuti"),
    "a program called as our record": (_carrying(RECORD_NAME, b"MZ"), "en annan fil inuti"),
    "a program pinned to a page": (_pinned, "en annan fil inuti"),
}


@pytest.mark.parametrize("name", ACTING)
def test_a_file_that_acts_or_hides_is_refused(name: str) -> None:
    change, words = ACTING[name]

    with pytest.raises(RuleBroken, match=words) as broken:
        check_annex(made(change), "bilaga.pdf")
    assert "Skriv ut den till PDF på nytt" in broken.value.sentence


def _zipped() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return written.getvalue()


WHOLE = made()
NO_PDF = {
    "an empty file": (b"", "är tom"),
    "an archive by another name": (_zipped(), "ingen PDF"),
    "a page of the web": (b"<!doctype html><title>x</title>", "ingen PDF"),
    "something before": (b"<script>alert(1)</script>" + WHOLE, "något annat före"),
    "something behind": (WHOLE + _zipped(), "något annat före eller efter"),
    "cut off at half": (WHOLE[: len(WHOLE) // 2], "avhuggen"),
    "its table lost": (WHOLE.replace(b"startxref\n", b"startxref\n9"), "skadad"),
    "no page": (made(pages=0), "inga sidor"),
    "too large": (b"%PDF-" + bytes(LARGEST), "högst 50 MB"),
}


@pytest.mark.parametrize("name", NO_PDF)
def test_what_is_no_whole_pdf_is_refused(name: str) -> None:
    content, words = NO_PDF[name]

    with pytest.raises(RuleBroken, match=words):
        check_annex(content, "bilaga.pdf")


def test_a_file_locked_against_reading_is_refused() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        locked = saved(pdf, Encryption(user="hemligt", owner="hemligt"))

    with pytest.raises(RuleBroken, match="låst med lösenord"):
        check_annex(locked, "bilaga.pdf")


def test_a_file_locked_only_against_changes_is_taken() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        locked = saved(pdf, Encryption(user="", owner="hemligt"))

    assert check_annex(locked, "bilaga.pdf").pages == 1


def _titled(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = "Budget  2027"
    pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])


def test_a_whole_file_is_taken_with_its_pages_title_checksum_and_size() -> None:
    content = made(_titled)

    attached = check_annex(content, "bilaga.pdf")

    assert attached.pages == 2
    assert attached.title == "Budget 2027"
    assert attached.sha256 == hashlib.sha256(content).hexdigest()
    assert attached.size == len(content)


def test_a_file_without_title_is_called_by_its_name() -> None:
    assert check_annex(WHOLE, "Budget 2027.pdf").title == "Budget 2027"


def test_a_link_to_the_web_is_no_action() -> None:
    linked = made(_link("URI", URI=String("https://www.sundevik.example")))

    assert check_annex(linked, "bilaga.pdf").pages == 2


def test_a_protocol_of_ours_is_taken_with_the_record_it_carries() -> None:
    sheet = protocol_sheet(small_protocol(), ADJUSTED)
    content = printed(sheet)

    attached = check_annex(content, "protokoll.pdf")

    assert attached.pages > 1
    assert attached.title.startswith("Protokoll")
