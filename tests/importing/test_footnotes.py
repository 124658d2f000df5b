"""Footnotes of other houses: a raised figure, and the note at the foot of the page."""

from __future__ import annotations

import pytest

from minutes.importing.parse import parse
from minutes.importing.read import read_content
from tests.importing.paper import HEAD, LEFT, Row, Word, flow, printed
from tests.importing.written import read_sections

FIRST = "Hyran är 4 mnkr{} per år för lokaler om 200 m2 i Norrhamn, och den betalas i"
AFTER = "\fförskott till ägaren, som är ett bolag i Norrhamn."
WHOLE = "Hyran är 4 mnkr{} per år för lokaler om 200 m2 i Norrhamn, och den betalas i " + AFTER[1:]


def _read(*lines: str) -> str:
    return read_sections("Ärendet\n\n" + "\n".join(lines)).sections[1].text


@pytest.mark.parametrize(
    "foot",
    [
        pytest.param(("____________", "1 Se bilaga 2."), id="under a rule"),
        pytest.param(("", "————————————", "1 Se bilaga 2."), id="under a rule of dashes"),
        pytest.param(("", "1 Se bilaga 2."), id="at the end of the page"),
        pytest.param(("", "¹ Se bilaga 2."), id="raised in the text as well"),
        pytest.param(("____________", "1 Se", "bilaga 2."), id="of two lines"),
    ],
)
def test_a_note_at_the_foot_of_a_page_leaves_the_sentence_that_goes_on_over_it(
    foot: tuple[str, ...],
) -> None:
    mark = "¹" if foot[-1].startswith("¹") else "1"

    text = _read(FIRST.format(mark), *foot, AFTER)

    assert text == WHOLE.format("[^1]") + "\n\n[^1]: Se bilaga 2."


def test_a_note_without_a_mark_is_kept_behind_the_sentence_that_it_stands_in() -> None:
    text = _read(FIRST.format(""), "____________", "1 Se bilaga 2.", "2 Avser 2027.", AFTER)

    assert text == WHOLE.format("") + "\n\n1 Se bilaga 2.\n2 Avser 2027."


def test_two_notes_under_a_rule_stand_in_their_order() -> None:
    lines = (FIRST.format("1"), "förväg.2", "____________", "1 Se bilaga 2.", "2 Avser 2027.")

    assert _read(*lines).endswith("förväg.[^2]\n\n[^1]: Se bilaga 2.\n[^2]: Avser 2027.")


def test_a_note_stands_in_the_section_that_has_its_mark() -> None:
    lines = ("Hyran är 4 mnkr1.", "", "Sammanfattning", "", "Lokalerna hyrs.", "____________")
    item = read_sections("Ärendet\n\n" + "\n".join((*lines, "1 Se bilaga 2.", "\f")))

    assert [section.text for section in item.sections[1:]] == [
        "Hyran är 4 mnkr[^1].\n\n[^1]: Se bilaga 2.",
        "Lokalerna hyrs.",
    ]


def test_a_note_whose_mark_stands_in_another_note_is_kept_as_text() -> None:
    text = _read(FIRST.format("¹"), "____________", "¹ Se bilagan².", "² Den är hemlig.", AFTER)

    assert text == WHOLE.format("[^1]") + "\n\n[^1]: Se bilagan².\n\n² Den är hemlig."


def test_an_area_is_no_mark() -> None:
    text = _read("Lokalerna är 200 m² i Norrhamn.", "____________", "² Se bilaga 2.")

    assert text == "Lokalerna är 200 m² i Norrhamn.\n\n² Se bilaga 2."


def test_numbered_points_under_a_line_stay_where_they_are() -> None:
    text = _read("Förslag", "------------", "1 Lokalerna hyrs.", "", "Hyran betalas i förskott.")

    assert text.index("1 Lokalerna") < text.index("Hyran betalas")


def _printed(*pages: tuple[Row, ...]) -> str:
    content = printed(*(tuple(flow(*rows)) for rows in pages))
    (item,) = parse(read_content("protokoll.pdf", content)).protocol.items
    return next(s.text for s in item.sections if s.heading == "Ärendet")


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(Word(LEFT, 3, "1", size=5), id="raised in the note"),
        pytest.param(Word(LEFT, 0, "1", size=7), id="in the note's own small type"),
    ],
)
def test_on_paper_a_raised_figure_and_the_note_at_the_foot_are_a_footnote(number: Word) -> None:
    marked = (
        Word(LEFT, 0, "Hyran är 4 mnkr"),
        Word(LEFT + 90, 4, "1", size=6.5),
        Word(LEFT + 100, 0, "för lokaler i Norrhamn, och betalas i förväg"),
    )
    note = (number, Word(LEFT + 8, 0, "Se bilaga 2 till avtalet.", size=7))
    decided = ("**Regionstyrelsens beslut**", "", "Regionstyrelsen beslutar att hyra lokalerna.")

    text = _printed((*HEAD, marked, "", note), ("till bolaget.", "", *decided))

    assert text == (
        "Hyran är 4 mnkr[^1] för lokaler i Norrhamn, och betalas i förväg till bolaget.\n\n"
        "[^1]: Se bilaga 2 till avtalet."
    )
