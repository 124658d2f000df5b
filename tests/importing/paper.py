"""Pages laid out for the tests: words in two weights and any size, each at its place."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf

LEFT, TOP, LEADING, GAP = 70.0, 740.0, 13.0, 22.0
HEAD = ("§ 7", "", "Lokaler för folktandvården", "", "Dnr 0044-2027", "", "**Ärendet**", "")


@dataclass(frozen=True, slots=True)
class Word:
    """Words at a place, in points from the page's lower left corner."""

    x: float
    y: float
    text: str
    size: float = 10.0
    bold: bool = False
    ends: bool = False
    """Whether `x` is where the words end."""


def _width(word: Word) -> float:
    """What the words take in a type where all letters are equally wide."""
    return 0.6 * word.size * len(word.text)


def _shown(word: Word) -> str:
    x = word.x - _width(word) if word.ends else word.x
    font, text = ("F2" if word.bold else "F1"), word.text.encode("cp1252").hex()
    return f"BT /{font} {word.size} Tf 1 0 0 1 {x:.2f} {word.y:.2f} Tm <{text}> Tj ET"


def _font(pdf: pikepdf.Pdf, name: str) -> pikepdf.Object:
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name(f"/{name}"),
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    return pdf.make_indirect(font)


def printed(*pages: Sequence[Word]) -> bytes:
    """The pages as a PDF."""
    pdf = pikepdf.new()
    fonts = pikepdf.Dictionary(F1=_font(pdf, "Courier"), F2=_font(pdf, "Courier-Bold"))
    for words in pages:
        page = pdf.add_blank_page(page_size=(595, 842))
        page.Resources = pikepdf.Dictionary(Font=fonts)
        page.Contents = pdf.make_stream("\n".join(map(_shown, words)).encode())
    written = io.BytesIO()
    pdf.save(written)
    return written.getvalue()


Row = str | tuple[Word, ...]


def flow(*rows: Row, top: float = TOP) -> Iterator[Word]:
    """Lines under each other: an empty one is a gap, "**so**" is bold; words keep their `x`."""
    y = top
    for row in rows:
        if row == "":
            y -= GAP - LEADING
            continue
        if isinstance(row, str):
            yield Word(LEFT, y, row.strip("*"), bold=row.startswith("**"))
        else:
            yield from (Word(w.x, y + w.y, w.text, w.size, w.bold, w.ends) for w in row)
        y -= LEADING


def cells(*texts: str, at: Sequence[float], bold: bool = False) -> tuple[Word, ...]:
    """A row of a table; a negative place is where the cell ends."""
    return tuple(
        Word(abs(x), 0, text, bold=bold, ends=x < 0)
        for x, text in zip(at, texts, strict=True)
        if text
    )
