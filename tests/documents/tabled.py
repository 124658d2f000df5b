"""A small table with what a spreadsheet could take for something else."""

from __future__ import annotations

from datetime import date

from minutes.documents.tables import Cell, Column, Table

COLUMNS = (Column("§", 6), Column("Datum"), Column("Rubrik", 40), Column("Emot", 20))


def table(*rows: tuple[Cell, ...], title: str = "Beslutsregister 2026: allt [1/2]") -> Table:
    """Those rows of four columns."""
    about = "Vad som beslutades under året."
    return Table(title, "Region Älvmark", about, date(2026, 11, 22), COLUMNS, rows)
