"""Tables as text with separators (CSV), as a Swedish Excel opens it right at a double click."""

from __future__ import annotations

import csv
import io

from minutes.documents.tables import Cell, Table, as_text

MEDIA_TYPE = "text/csv"
_MARK = "\ufeff"
"""Without it Excel reads the letters as Windows-1252, and Å becomes two signs."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet takes words for something to work out, or to fetch."""


def harmless(cell: Cell) -> str:
    """The cell as text; words that would be worked out begin with an apostrophe."""
    text = as_text(cell)
    is_formula = isinstance(cell, str) and text.lstrip(" \n").startswith(_FORMULA)
    return f"'{text}" if is_formula else text


def separated(table: Table) -> bytes:
    """The headings and rows in UTF-8, cells parted by semicolons as the Swedish settings ask."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerow([column.heading for column in table.columns])
    writer.writerows([harmless(cell) for cell in row] for row in table.rows)
    return (_MARK + file.getvalue()).encode()
