"""Tables leave as workbooks and as text with separators, word for word."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from minutes.documents.separated import separated
from minutes.documents.tables import Cell
from minutes.documents.workbooks import workbook
from tests.documents.tabled import table

_ROW: tuple[Cell, ...] = (12, date(2026, 3, 4), "Åtgärder för hälso- och sjukvård", None)
_FORMULAS = ["=1+1", "+46 920", "-2 mnkr", "@SUM(A1)", "\t=1", "\r=1", ' =HYPERLINK("x")']


def _opened(content: bytes) -> list[list[object]]:
    [sheet] = load_workbook(io.BytesIO(content)).worksheets
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def _read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_a_workbook_has_numbers_as_numbers_and_days_as_days() -> None:
    assert _opened(workbook([table(_ROW)])) == [
        ["§", "Datum", "Rubrik", "Emot"],
        [12, datetime(2026, 3, 4), "Åtgärder för hälso- och sjukvård", None],
    ]


@pytest.mark.parametrize("words", _FORMULAS)
def test_no_words_become_a_formula_in_a_workbook(words: str) -> None:
    [sheet] = load_workbook(io.BytesIO(workbook([table((1, None, words, None))]))).worksheets

    assert (sheet["C2"].data_type, sheet["C2"].value) == ("s", words.replace("\r", "_x000D_"))


@pytest.mark.parametrize("words", _FORMULAS)
def test_no_words_become_a_formula_in_text_with_separators(words: str) -> None:
    assert _read(separated(table((1, None, words, None))))[1][2] == f"'{words}"


def test_words_longer_than_a_cell_are_cut_where_one_sees_it() -> None:
    [_, row] = _opened(workbook([table((1, None, "å" * 40_000, None))]))

    assert row[2] == "å" * 32_766 + "…"


def test_a_table_without_rows_is_a_workbook_all_the_same() -> None:
    assert _opened(workbook([table()]))[0] == ["§", "Datum", "Rubrik", "Emot"]


def test_each_table_has_its_sheet() -> None:
    book = load_workbook(io.BytesIO(workbook([table(), table(title="Motioner")])))

    assert book.sheetnames == ["Beslutsregister 2026  allt  1 2", "Motioner"]


def test_a_workbook_prints_its_headings_on_every_page_and_names_itself() -> None:
    book = load_workbook(io.BytesIO(workbook([table(_ROW)])))
    [sheet] = book.worksheets

    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$1:$1", "landscape")
    assert book.properties.title == "Beslutsregister 2026: allt [1/2]"
    assert next(iter(sheet.tables.values())).ref == "A1:D2"


def test_the_same_table_gives_the_same_bytes() -> None:
    assert workbook([table(_ROW)]) == workbook([table(_ROW)])


def test_text_with_separators_is_marked_as_utf_8_and_parted_by_semicolons() -> None:
    content = separated(table(_ROW))

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines() == [
        "§;Datum;Rubrik;Emot",
        "12;2026-03-04;Åtgärder för hälso- och sjukvård;",
    ]


def test_a_cell_with_semicolon_quotes_and_lines_comes_back_whole() -> None:
    words = 'Rubrik; "så" sagd\npå två rader'

    assert _read(separated(table((1, None, words, None))))[1][2] == words
