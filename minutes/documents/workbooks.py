"""Workbooks: tables as spreadsheets, one on a sheet. The only door to XlsxWriter."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from xlsxwriter import Workbook

from minutes.documents.tables import Cell, Table

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_A4 = 9
_LONGEST_CELL = 32_767
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
"""What the name of a sheet may not hold."""


def _name(table: Table) -> str:
    """The sheet's name: the title as far as it fits."""
    return _FORBIDDEN.sub(" ", table.title)[:_LONGEST_NAME].strip(" '")


def _write(sheet: Any, row: int, column: int, cell: Cell, kinds: tuple[Any, Any]) -> None:
    """Write a cell as what it is: words stay words, whatever sign they begin with."""
    words, day = kinds
    if isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), day)
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell, words)
    elif cell and len(cell) > _LONGEST_CELL:
        sheet.write_string(row, column, f"{cell[: _LONGEST_CELL - 1]}…", words)
    elif cell:
        sheet.write_string(row, column, cell, words)
    else:
        sheet.write_blank(row, column, None, words)


def _print_on_paper(sheet: Any, table: Table) -> None:
    """Lying, as wide as the paper, with title, headings and page number on each page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header("&L" + table.title.replace("&", "&&"))
    sheet.set_footer("&RSida &P (&N)")


def _add(book: Any, table: Table, kinds: tuple[Any, Any], heading: Any) -> None:
    sheet = book.add_worksheet(_name(table))
    last = max(1, len(table.rows))
    headings = [{"header": c.heading, "header_format": heading} for c in table.columns]
    look = {"columns": headings, "style": "Table Style Light 15", "banded_rows": False}
    sheet.add_table(0, 0, last, len(headings) - 1, look)
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.width + 3)  # room for the button that filters
    for row, cells in enumerate(table.rows, 1):
        for number, cell in enumerate(cells):
            _write(sheet, row, number, cell, kinds)
    sheet.freeze_panes(1, 0)
    _print_on_paper(sheet, table)


def workbook(tables: Sequence[Table]) -> bytes:
    """The tables as a workbook, in their order; the same bytes for the same tables.

    The titles must differ in what a sheet's name shows of them.
    """
    first, file = tables[0], io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        made = datetime(first.made_on.year, first.made_on.month, first.made_on.day)
        told = {"title": first.title, "author": first.organisation, "comments": first.about}
        book.set_properties({**told, "created": made})
        words = {"text_wrap": True, "valign": "top", "align": "left"}
        kinds = book.add_format(words), book.add_format({**words, "num_format": "yyyy-mm-dd"})
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for table in tables:
            _add(book, table, kinds, heading)
    return file.getvalue()
