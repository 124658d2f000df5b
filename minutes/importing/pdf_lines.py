"""The lines of a PDF, read from its text layer."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from minutes.importing.lines import Cell, Line, from_cells
from minutes.importing.pdf_runs import Run, runs
from minutes.importing.problems import Refused
from minutes.importing.raised import raised

_COLUMN_GAP = 9.0
"""Points between two runs on a line that make them cells of their own."""
_WORD_GAP = 1.0
"""Points between two runs that make words of their own."""
_SAME_BASE = 0.5
"""Points between the base lines of runs on one line: a full stop does not reach a bullet."""
_PARAGRAPH_GAP = 0.75
"""Share of a line's height between two lines that makes an empty line."""
_LEADING = 1.63
"""The same from base line to base line, in sizes of their type."""


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


def _same_line(line: list[Run], run: Run) -> bool:
    if run.size and any(abs(run.base - other.base) < _SAME_BASE for other in line):
        return True
    top, bottom = line[0].top, line[0].bottom
    overlap = min(top, run.top) - max(bottom, run.bottom)
    return overlap > 0.35 * min(top - bottom, run.top - run.bottom)


def _grouped(found: list[Run]) -> list[list[Run]]:
    """The runs of a page as lines from top to bottom, each from left to right."""
    groups: list[list[Run]] = []
    for run in sorted(found, key=lambda r: (-(r.top + r.bottom), r.left)):
        home = next((g for g in reversed(groups[-3:]) if _same_line(g, run)), None)
        if home is None:
            groups.append([run])
        else:
            home.append(run)
    return [sorted(group, key=lambda r: r.left) for group in groups]


def _is_raised(run: Run, before: Run) -> bool:
    """Whether a run is the mark of a footnote, or the like, beside the one before it."""
    return 0 < run.size < 0.85 * before.size and run.base > before.base + 0.1 * before.size


def _on(text: str, before: Run, run: Run) -> str:
    """A cell's text with the words of one more run."""
    if _is_raised(run, before):
        return text.rstrip() + raised(run.text)
    joined = run.follows or text.endswith(" ") or run.left - before.right < _WORD_GAP
    return text + ("" if joined else " ") + run.text


def _cells(line: list[Run]) -> Iterator[Cell]:
    start, text = line[0], line[0].text
    if len(line) > 1 and _is_raised(start, line[1]):
        text = raised(text)
    left, right = start.left, start.right
    for before, run in itertools.pairwise(line):
        gap = run.left - right
        if gap > _COLUMN_GAP:
            yield Cell(left, right, text)
            left, text = run.left, run.text
        else:
            text = _on(text, before, run)
        right = max(run.right, right)
    yield Cell(left, right, text)


def _is_parted(above: list[Run], below: list[Run]) -> bool:
    """Whether two lines stand further apart than those of a paragraph.

    In one type that is told by their base lines, whatever letters they happen to hold.
    """
    one, other = (max(line, key=lambda r: r.right - r.left) for line in (above, below))
    if one.size and one.size == other.size:
        return one.base - other.base > _LEADING * one.size
    gap = min(run.bottom for run in above) - max(run.top for run in below)
    return gap > _PARAGRAPH_GAP * max(8.0, *(run.top - run.bottom for run in below))


def _page_lines(found: list[Run], number: int, page: int) -> Iterator[Line]:
    """The page's lines; a wide gap between two lines stands as a blank one."""
    above: list[Run] = []
    for group in _grouped(found):
        if above and _is_parted(above, group):
            yield Line(number, page, ())
            number += 1
        bold = all(run.bold for run in group)
        base, size = group[0].base, max(run.size for run in group)
        yield from_cells(number, page, _cells(group), bold=bold, base=base, size=size)
        number += 1
        above = group


def read_pdf(content: bytes) -> tuple[Line, ...]:
    """The document's lines. Raises Refused where it has no text layer."""
    document = open_pdf(content)
    lines: list[Line] = []
    for page in range(len(document)):
        lines.extend(_page_lines(runs(document[page]), len(lines) + 1, page + 1))
    if not any(not line.is_blank for line in lines):
        raise Refused(
            "PDF-filen har inget textlager, bara bilder (inskannat). Kör texttolkning (OCR) "
            "på den och läs in resultatet."
        )
    return tuple(lines)
