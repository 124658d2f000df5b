"""The running header and footer, laid over finished pages as artifacts (ISO 14289-1 7.8).

They are laid out once on a sheet of their own and stamped on every page: a § needs no page
number to be laid out, and a screen reader does not read the header eighty times.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Name, Object, Page, Pdf, String

SAMPLE = "Sida 0123456789()"
"""What the sheet's second page holds: every character of a page number, at its place."""


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every page, and what the file is called.

    Without an id the page has no footer.
    """

    title: str
    running: str
    id_and_version: str
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Number:
    """How page numbers are written: font, size, colour, codes and widths of characters.

    Widths are in thousandths of the size, `colour` is red, green and blue from 0 to 1.
    `right` and `baseline` are in points from the page's lower left corner.
    """

    font: Object
    size: float
    colour: tuple[float, ...]
    codes: dict[str, bytes]
    widths: dict[str, float]
    right: float
    baseline: float

    def written(self, text: str) -> bytes:
        """The content stream that writes the text, its end at the right edge."""
        width = sum(self.widths[c] for c in text) * self.size / 1000
        glyphs = b"".join(self.codes[c] for c in text).hex()
        place = f"{self.right - width:.3f} {self.baseline:.3f}"
        colour = " ".join(f"{part:.3f}" for part in self.colour)
        return f"{colour} rg BT /Sida {self.size:.3f} Tf {place} Td <{glyphs}> Tj ET".encode()


def _widths(font: Object) -> dict[int, float]:
    """Glyph code to width, from the form that lists runs of codes (ISO 32000-1 9.7.4.3)."""
    entries = font.DescendantFonts[0].W.as_list()
    found: dict[int, float] = {}
    for first, run in zip(entries[::2], entries[1::2], strict=True):
        found.update((int(first) + n, float(width)) for n, width in enumerate(run.as_list()))
    return found


def _shown(page: Page) -> Iterator[tuple[str, list[Object]]]:
    """The operators of a page that colour, place and show text, with their operands."""
    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        if name in {"rg", "Tm", "Tf", "TJ"}:
            yield name, list(instruction.operands)


def _number(page: Page, scale: float = 0.75) -> Number:
    """Read off the sample how page numbers are written; `scale` is points in a CSS pixel."""
    shown = dict(_shown(page))
    font = page.Resources.Font[str(shown["Tf"][0])]
    size = float(shown["Tf"][1]) * scale
    colour = tuple(float(x) for x in shown["rg"])
    left, top = (float(x) for x in shown["Tm"][4:])
    pairs = b"".join(bytes(part) for part in shown["TJ"][0].as_list() if isinstance(part, String))
    glyphs = [pairs[n : n + 2] for n in range(0, len(pairs), 2)]
    known = _widths(font)
    by_character = dict(zip(SAMPLE, glyphs, strict=True))
    widths = {c: known[int.from_bytes(code)] for c, code in by_character.items()}
    width = sum(widths[c] for c in SAMPLE) * size / 1000
    height = float(page.mediabox[3])
    right, baseline = left * scale + width, height - top * scale
    return Number(font, size, colour, by_character, widths, right, baseline)


def stamp(pdf: Pdf, sheet: bytes, *, is_numbered: bool = True) -> None:
    """Write header, footer and "Sida n (N)" on each page of `pdf`, as its sheet shows them."""
    with pikepdf.open(io.BytesIO(sheet)) as laid_out:
        head = pdf.copy_foreign(laid_out.pages[0].as_form_xobject())
        number = _number(laid_out.pages[1])
        font = pdf.copy_foreign(number.font)
    total = len(pdf.pages)
    for place, page in enumerate(pdf.pages, 1):
        page.add_resource(head, Name.XObject, Name.Brevhuvud)
        drawn = b"q /Brevhuvud Do Q"
        if is_numbered:
            page.add_resource(font, Name.Font, Name.Sida)
            drawn += b" q " + number.written(f"Sida {place} ({total})") + b" Q"
        page.contents_add(pdf.make_stream(b"/Artifact BMC " + drawn + b" EMC\n"), prepend=True)
