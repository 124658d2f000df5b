"""PDF files made for the tests: with text, with a picture only, locked, cut off."""

from __future__ import annotations

import io

import pikepdf

LINES_A_PAGE = 60


def _page_content(lines: list[str]) -> bytes:
    """Operators that print the lines; what a letter's code cannot hold is left out."""
    shown = [
        f"BT /F1 9 Tf 40 {800 - 12 * n} Td <{_hex(line)}> Tj ET" for n, line in enumerate(lines)
    ]
    return "\n".join(shown).encode()


def _hex(line: str) -> str:
    return line.encode("cp1252", errors="ignore").hex()


def _saved(pdf: pikepdf.Pdf, encryption: pikepdf.Encryption | bool = False) -> bytes:
    written = io.BytesIO()
    pdf.save(written, encryption=encryption)
    return written.getvalue()


def text_pdf(text: str) -> bytes:
    """The text printed in a fixed width, some sixty lines a page."""
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Courier,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    lines = text.split("\n")
    for start in range(0, len(lines), LINES_A_PAGE):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
        page.Contents = pdf.make_stream(_page_content(lines[start : start + LINES_A_PAGE]))
    return _saved(pdf)


def picture_pdf() -> bytes:
    """A page with a grey square for a scanned picture, and no text."""
    pdf = pikepdf.new()
    picture = pdf.make_stream(
        bytes([128]),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=1,
        Height=1,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
    )
    page = pdf.add_blank_page(page_size=(595, 842))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im1=picture))
    page.Contents = pdf.make_stream(b"q 500 0 0 700 40 60 cm /Im1 Do Q")
    return _saved(pdf)


def locked_pdf(text: str) -> bytes:
    """The text as a PDF that asks for a password."""
    with pikepdf.open(io.BytesIO(text_pdf(text))) as pdf:
        return _saved(pdf, pikepdf.Encryption(owner="ägare", user="läsare"))


def truncated_pdf(text: str) -> bytes:
    """The first half of the bytes of such a file."""
    whole = text_pdf(text)
    return whole[: len(whole) // 2]
