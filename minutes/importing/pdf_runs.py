"""The runs of text on a page of a PDF, each with its place and type."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

_BOLD = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_NAME_BYTES = 128
_UNTOLD = (False, 0.0, 0.0)
_IN, _NEAR = 0.3, 2.0
"""Where in a run, in points, its first letter is looked for, and how far around."""


Box = tuple[float, float, float, float]
"""Left, bottom, right and top."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one type, in points from the page's lower left corner.

    `size` is the type's, `base` the line that its letters stand on; 0 where they are not told.
    One that `follows` goes straight on with the run before it, and has a space where there is one.
    """

    left: float
    bottom: float
    right: float
    top: float
    text: str
    bold: bool = False
    size: float = 0.0
    base: float = 0.0
    follows: bool = False


def _is_bold(text_page: pypdfium2.PdfTextPage, letter: int) -> bool:
    name, flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, letter, name, _NAME_BYTES, ctypes.byref(flags))
    return _BOLD.search(name.value) is not None


def _type_of(text_page: pypdfium2.PdfTextPage, letter: int) -> tuple[bool, float, float]:
    """Whether a letter is bold, its size and its base line."""
    scale, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetMatrix(text_page, letter, ctypes.byref(scale))
    pdfium.FPDFText_GetCharOrigin(text_page, letter, ctypes.byref(x), ctypes.byref(y))
    size = pdfium.FPDFText_GetFontSize(text_page, letter) * abs(scale.d)
    return _is_bold(text_page, letter), round(size, 1), y.value


def _letters(text_page: pypdfium2.PdfTextPage, boxes: Sequence[Box]) -> list[int]:
    """The number of each box's first letter, -1 where it is not found."""
    at = pdfium.FPDFText_GetCharIndexAtPos
    return [
        at(text_page, left + _IN, (bottom + top) / 2, _NEAR, top - bottom)
        for left, bottom, _, top in boxes
    ]


def _text(text_page: pypdfium2.PdfTextPage, box: Box, letter: int, after: int) -> str:
    """The letters up to the next box; where that is not told, whatever touches this one."""
    if 0 <= letter < after:
        return str(text_page.get_text_range(letter, after - letter))
    return str(text_page.get_text_bounded(*box))


def runs(page: pypdfium2.PdfPage) -> list[Run]:
    """The runs of a page that hold something, in the order in which they were painted."""
    text_page = page.get_textpage()
    boxes: list[Box] = [text_page.get_rect(index) for index in range(text_page.count_rects())]
    letters = [*_letters(text_page, boxes), text_page.count_chars()]
    found: list[Run] = []
    follows = False
    for box, letter, after in zip(boxes, letters, letters[1:], strict=False):
        text = _text(text_page, box, letter, after)
        if text.strip():
            told = _type_of(text_page, letter) if letter >= 0 else _UNTOLD
            found.append(
                Run(*box, text.rstrip("\r\n").replace("\r\n", " "), *told, follows=follows)
            )
        follows = 0 <= letter < after and not text.endswith("\n")
    return found
