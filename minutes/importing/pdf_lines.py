"""The lines of a PDF, read from its text layer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from minutes.importing.lines import Cell, Line, from_cells
from minutes.importing.problems import Refused

_COLUMN_GAP = 9.0
"""Points between two runs on a line that make them cells of their own."""
_PARAGRAPH_GAP = 0.75
"""Share of a line's height between two lines that makes an empty line."""


@dataclass(frozen=True, slots=True)
class _Run:
    left: float
    bottom: float
    right: float
    top: float
    text: str


def open_pdf(content: bytes) -> pypdfium2.PdfDocument:
    """The document, or Refused with the reason in a sentence."""
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise Refused(
                "PDF-filen är skyddad med lösenord. Öppna den, spara en kopia utan lösenord "
                "och läs in kopian."
            ) from error
        raise Refused(
            "PDF-filen är skadad eller avhuggen: den går inte att öppna. Hämta den på nytt."
        ) from error


def _runs(page: pypdfium2.PdfPage) -> list[_Run]:
    text_page = page.get_textpage()
    found = []
    for index in range(text_page.count_rects()):
        left, bottom, right, top = text_page.get_rect(index)
        text = text_page.get_text_bounded(left, bottom, right, top)
        if text.strip():
            found.append(_Run(left, bottom, right, top, text.replace("\r\n", " ")))
    return found


def _same_line(line: list[_Run], run: _Run) -> bool:
    top, bottom = line[0].top, line[0].bottom
    overlap = min(top, run.top) - max(bottom, run.bottom)
    return overlap > 0.35 * min(top - bottom, run.top - run.bottom)


def _grouped(runs: list[_Run]) -> list[list[_Run]]:
    """The runs of a page as lines from top to bottom, each from left to right."""
    groups: list[list[_Run]] = []
    for run in sorted(runs, key=lambda r: (-(r.top + r.bottom), r.left)):
        home = next((g for g in reversed(groups[-3:]) if _same_line(g, run)), None)
        if home is None:
            groups.append([run])
        else:
            home.append(run)
    return [sorted(group, key=lambda r: r.left) for group in groups]


def _cells(line: list[_Run]) -> Iterator[Cell]:
    start, text = line[0], line[0].text
    left, right = start.left, start.right
    for run in line[1:]:
        gap = run.left - right
        if gap > _COLUMN_GAP:
            yield Cell(left, right, text)
            left, text = run.left, run.text
        else:
            text += ("" if gap < 1.0 or text.endswith(" ") else " ") + run.text
        right = max(run.right, right)
    yield Cell(left, right, text)


def _page_lines(runs: list[_Run], number: int, page: int) -> Iterator[Line]:
    """The page's lines; a wide gap between two lines stands as a blank one."""
    bottom: float | None = None
    for group in _grouped(runs):
        top, height = max(r.top for r in group), max(r.top - r.bottom for r in group)
        if bottom is not None and bottom - top > _PARAGRAPH_GAP * max(height, 8.0):
            yield Line(number, page, ())
            number += 1
        yield from_cells(number, page, _cells(group))
        number += 1
        bottom = min(r.bottom for r in group)


def read_pdf(content: bytes) -> tuple[Line, ...]:
    """The document's lines. Raises Refused where it has no text layer."""
    document = open_pdf(content)
    lines: list[Line] = []
    for page in range(len(document)):
        runs = _runs(document[page])
        lines.extend(_page_lines(runs, len(lines) + 1, page + 1))
    if not any(not line.is_blank for line in lines):
        raise Refused(
            "PDF-filen har inget textlager, bara bilder (inskannat). Kör texttolkning (OCR) "
            "på den och läs in resultatet."
        )
    return tuple(lines)
