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


def _shares(table: Table) -> list[float]:
    """How wide each column is, in hundredths of the page."""
    whole = sum(column.width for column in table.columns)
    return [round(100 * column.width / whole, 2) for column in table.columns]


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
