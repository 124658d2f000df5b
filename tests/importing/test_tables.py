"""Tables and lists of a text: which lines belong to them, and how they are set."""

from __future__ import annotations

import pytest

from tests.importing.written import read_sections

POSTS = """\
Post                        Utfall     Budget    Avvikelse
Hyra                         1 204        980          224
"""


def _rows(*lines: str) -> list[str]:
    """The lines of Markdown that a table's lines are read as."""
    section = read_sections("Ärendet\n\nKostnaderna fördelas.\n\n" + "\n".join(lines)).sections[1]
    return section.text.split("\n")[2:]


def test_the_words_of_a_first_cell_go_on_in_small_letters() -> None:
    last = "Städning                                  120         -120\n"
    rows = _rows(POSTS + "Flytt och                       35\nåterställning\n" + last)

    assert rows[3:] == ["| Flytt och återställning | 35 | | |", "| Städning | | 120 | -120 |"]


def test_a_row_in_small_letters_does_not_go_on_with_one_in_small_letters() -> None:
    rows = _rows(
        "hyra          12      11\nstädning       3       4\nel\nvatten         1       2\n"
    )

    assert rows[3:] == ["| el | | |", "| vatten | 1 | 2 |"]


def test_a_line_that_heads_the_rows_under_it_is_a_row_of_its_table() -> None:
    hired = "Lokaler                         12         13           -1\n"

    assert _rows(POSTS + "Kostnader\n" + hired)[3:] == [
        "| Kostnader | | | |",
        "| Lokaler | 12 | 13 | -1 |",
    ]


def test_a_sentence_between_two_tables_is_no_row() -> None:
    other = "Lokaler                         12         13           -1\n"

    assert "Beloppen är i tkr." in _rows(POSTS + "Beloppen är i tkr.\n" + other)


def test_words_under_figures_behind_a_blank_line_head_a_table_of_their_own() -> None:
    rows = _rows(POSTS, "Svar                        Antal\nJa                          12\n")

    assert rows[3:] == ["", "| Svar | Antal |", "| --- | --- |", "| Ja | 12 |"]


def test_a_sum_behind_a_blank_line_stays_in_its_table() -> None:
    rows = _rows(POSTS, "Summa                        1 204        980          224\n")

    assert rows[3:] == ["| Summa | 1 204 | 980 | 224 |"]


@pytest.mark.parametrize(
    ("column", "rule"),
    [
        pytest.param(("Budget", "   980", "   120"), "---:", id="right: header and figures"),
        pytest.param(("Antal", "   98", "  120"), "---:", id="right: a figure more"),
        pytest.param(("Antal", "12", " 8"), "---:", id="right: the header stands to the left"),
        pytest.param(("Antal", "12", "8"), "---", id="left: figures begin at one place"),
        pytest.param(("År", "2027", "2028"), "---", id="left: figures of one width"),
        pytest.param(("Svar", "  ja", " nej"), "---", id="left: words a letter apart"),
    ],
)
def test_a_column_stands_where_its_cells_end_at_one_place(
    column: tuple[str, ...], rule: str
) -> None:
    names = zip(("Post", "Hyra", "El"), column, strict=True)
    rows = _rows(*(f"{name:20}{cell}" for name, cell in names))

    assert rows[1] == f"| --- | {rule} |"


def test_letters_that_follow_a_number_stand_under_it() -> None:
    rows = _rows("1. Hyra", "   • ny lokal", "2. Flytt", "   a) utrustning", "   b) arkiv")

    assert rows == ["1. Hyra", "   - ny lokal", "2. Flytt", "   a) utrustning", "   b) arkiv"]


def test_letters_that_follow_no_number_stand_by_themselves() -> None:
    assert _rows("a) utrustning", "b) arkiv") == ["a) utrustning", "b) arkiv"]
