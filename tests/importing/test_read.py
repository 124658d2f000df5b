"""A file becomes lines, in whatever encoding it is written, or is refused in a sentence."""

from __future__ import annotations

import codecs
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from minutes.importing.parse import parse_lines
from minutes.importing.problems import Refused
from minutes.importing.read import read, read_content
from tests.importing.files import locked_pdf, picture_pdf, text_pdf, truncated_pdf
from tests.importing.written import protocol


def _archive(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return held.getvalue()


UNREADABLE = (
    pytest.param(b"", "Filen är tom. Kontrollera att rätt fil angavs.", id="empty"),
    pytest.param(b" \r\n\t\n", "Filen är tom. Kontrollera", id="nothing but space"),
    pytest.param(codecs.BOM_UTF8, "Filen är tom. Kontrollera", id="nothing but a mark"),
    pytest.param(
        "\u00a0\u2003\n\ufeff\f".encode("utf-16"), "Filen är tom.", id="space of other kinds"
    ),
    pytest.param(picture_pdf(), "har inget textlager, bara bilder", id="a PDF of pictures"),
    pytest.param(locked_pdf(protocol()), "är skyddad med lösenord", id="a PDF with a password"),
    pytest.param(truncated_pdf(protocol()), "är skadad eller avhuggen", id="a PDF cut off"),
    pytest.param(
        _archive("[Content_Types].xml", "word/document.xml"),
        "Filen är ett Word-dokument. Spara den som PDF",
        id="a Word file",
    ),
    pytest.param(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        "Filen är ett Word-dokument. Spara den som PDF",
        id="an old Word file",
    ),
    pytest.param(
        _archive("protokoll.txt"), "Filen är ett arkiv eller ett kontorsdokument", id="an archive"
    ),
    pytest.param(rb"{\rtf1\ansi Protokoll}", "Filen är i RTF-format", id="rich text"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(64), "Filen är en bild", id="a picture"),
    pytest.param(b"\x7fELF" + bytes(512), "varken PDF eller text", id="a program"),
)
ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "latin-1",
    "cp1252",
    "mac_roman",
    "cp850",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
)


@pytest.mark.parametrize(("content", "sentence"), UNREADABLE)
def test_what_cannot_be_read_is_refused_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_content("fil", content)

    assert sentence in refusal.value.sentence


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_encoding_of_a_text_is_recognised(encoding: str) -> None:
    text = protocol().replace("–", "-")

    lines = read_content("protokoll.txt", text.encode(encoding)).lines

    assert "\n".join(line.text for line in lines).strip() == text.strip()


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16"])
def test_a_dash_and_quotation_marks_survive_their_encoding(encoding: str) -> None:
    text = protocol().replace("färdtjänst.", "”färdtjänst” – på prov.")

    lines = read_content("protokoll.txt", text.encode(encoding)).lines

    assert "att höja avgiften för ”färdtjänst” – på prov." in "\n".join(x.text for x in lines)


@pytest.mark.parametrize("newline", ["\r\n", "\r"], ids=["Windows", "old Macintosh"])
def test_lines_end_as_in_any_system(newline: str) -> None:
    unix = read_content("protokoll.txt", protocol().encode())

    other = read_content("protokoll.txt", protocol().replace("\n", newline).encode())

    assert other.lines == unix.lines


def test_a_pdf_gives_the_record_that_its_text_gives() -> None:
    text = protocol()

    of_pdf = parse_lines(read_content("protokoll.pdf", text_pdf(text))).protocol
    of_text = parse_lines(read_content("protokoll.txt", text.encode())).protocol

    assert of_pdf == of_text


def test_form_feeds_part_the_pages_of_a_text() -> None:
    lines = read_content("protokoll.txt", b"ett\ntv\xc3\xa5\n\ftre\n").lines

    assert [(line.number, line.page) for line in lines] == [(1, 1), (2, 1), (3, 2)]


def test_a_file_that_is_not_there_is_named_with_what_to_check(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        read(tmp_path / "borta.pdf")

    assert "borta.pdf går inte att läsa: den finns inte, kontrollera" in refusal.value.sentence


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        read(tmp_path)

    assert "det är en mapp, ange filerna i den" in refusal.value.sentence


def test_reading_a_text_loads_neither_reader_of_pdf_nor_database(tmp_path: Path) -> None:
    """Starting costs as much as reading; what a text does not need is not loaded."""
    (tmp_path / "protokoll.txt").write_text(protocol(), encoding="utf-8")
    program = (
        "import sys; from pathlib import Path\n"
        "from minutes.importing.parse import parse; from minutes.importing.read import read\n"
        "parse(read(Path(sys.argv[1])))\n"
        "print({'pypdfium2', 'pikepdf', 'charset_normalizer', 'sqlmodel', 'flask', 'weasyprint'}"
        " & set(sys.modules))"
    )
    command = [sys.executable, "-c", program, tmp_path / "protokoll.txt"]

    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert loaded.strip() == "set()"
