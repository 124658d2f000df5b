"""Sub-headings within a section of a text with blank lines between all its lines."""

from __future__ import annotations

import pytest

from minutes.importing.blocks import blocks
from minutes.importing.lines import Line, from_text
from minutes.importing.page import page_of

WRAPPED = [
    "Regionen bedriver verksamhet i egna lokaler och i lokaler som",
    "hyrs av andra. För att möta framtida behov av lokaler behöver",
    "förutsättningarna för en samlokalisering av dem alla utredas.",
]
AFTER = ["I dag finns fyrtio avtal om hyra, fördelade på tjugo hus i", "hela området."]


def _lines(texts: list[str]) -> list[Line]:
    spaced = [text for one in texts for text in (one, "")]
    return [from_text(number, 1, text) for number, text in enumerate(spaced, 1)]


def _paragraphs(texts: list[str]) -> list[str]:
    lines = _lines(texts)
    return [block.text for block in blocks(lines, page_of(lines))]


def test_a_short_line_after_an_ended_sentence_is_a_paragraph_of_its_own() -> None:
    before, head, after = _paragraphs([*WRAPPED, "Bakgrund", *AFTER])

    assert before.endswith("utredas.")
    assert head == "Bakgrund"
    assert after.endswith("i hela området.")


@pytest.mark.parametrize(
    ("line", "after"),
    [
        pytest.param("Det är bråttom.", AFTER, id="it ends as a sentence does"),
        pytest.param("och det är bråttom", AFTER, id="it begins with a small letter"),
        pytest.param("Bakgrunden är", ["att hyran höjs."], id="what follows goes on with it"),
        pytest.param(
            "Hyran för lokalerna i området höjs enligt chefen Ann", ["Beata Ek."], id="full"
        ),
    ],
)
def test_a_line_that_goes_on_with_the_paragraph_heads_nothing(line: str, after: list[str]) -> None:
    first, *_ = _paragraphs([*WRAPPED, line, *after])

    assert line in first
