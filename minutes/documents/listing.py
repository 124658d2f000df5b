"""A table on paper: lying pages, its headings on each, fit for the archive and read aloud."""

from __future__ import annotations

from pathlib import Path

from minutes.documents.finalize import Facts
from minutes.documents.letterhead import SAMPLE, Running
from minutes.documents.press import Sheet
from minutes.documents.shelf import shelved
from minutes.documents.tables import Table
from minutes.documents.templates import written

_MEGABYTES = 256
_PAGE, _PADDING, _CHARACTER = 261.0, 3.0, 1.35
"""The width of a lying page between its margins, of a cell's padding, and of a character (mm)."""
_NARROW = 16
"""So many characters, a day or a case number, are not broken to make room for longer texts."""


def _shares(table: Table) -> list[float]:
    """How wide each column is, in hundredths of the page; the wide ones share what is left."""
    widths = [column.width for column in table.columns]
    needed = {width: width * _CHARACTER + _PADDING for width in widths if width <= _NARROW}
    left = _PAGE - sum(needed.get(width, 0) for width in widths)
    wide = sum(width for width in widths if width > _NARROW)
    return [round(100 / _PAGE * needed.get(w, left * w / (wide or 1)), 2) for w in widths]


def listing_sheet(table: Table) -> Sheet:
    """The table ready for the press."""
    head = Running(table.title, table.title, "", is_draft=False)
    facts = Facts(
        title=table.title,
        author=table.organisation,
        subject=table.about,
        created=f"{table.made_on}T00:00:00Z",
        variant="pdf/a-3a",
    )
    return Sheet(
        html=written("listing", table=table, shares=_shares(table), facts=facts),
        letterhead=written(
            "letterhead",
            styles="letterhead-lying",
            document=head,
            sample=SAMPLE,
            kind="FÖRTECKNING",
        ),
        facts=facts,
    )


def listing_file(table: Table, exports: Path) -> Path:
    """The table as PDF, made now where it was not made before. Raises BadDocument."""
    return shelved(listing_sheet(table), exports, "lists", _MEGABYTES * 1_000_000)
