"""The runs of text on a page of a PDF, each with its place and type."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

_BOLD = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_NAME_BYTES = 128
_NEAR = 2.0
"""How far from where a run begins, in points, its first letter is looked for."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one type, in points from the page's lower left corner.

    `size` is the type's, `base` the line that its letters stand on; 0 where they are not told.
    """

    left: float
    bottom: float
    right: float
    top: float
    text: str
    bold: bool = False
    size: float = 0.0
    base: float = 0.0


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


def _run(text_page: pypdfium2.PdfTextPage, index: int) -> Run:
    left, bottom, right, top = text_page.get_rect(index)
    text = text_page.get_text_bounded(left, bottom, right, top).replace("\r\n", " ")
    middle = (bottom + top) / 2
    letter = pdfium.FPDFText_GetCharIndexAtPos(text_page, left, middle, _NEAR, _NEAR)
    if letter < 0:
        return Run(left, bottom, right, top, text)
    return Run(left, bottom, right, top, text, *_type_of(text_page, letter))


def runs(page: pypdfium2.PdfPage) -> list[Run]:
    """The runs of a page that hold something, in the order in which they were painted."""
    text_page = page.get_textpage()
    found = (_run(text_page, index) for index in range(text_page.count_rects()))
    return [run for run in found if run.text.strip()]
