"""Sub-headings within a section: told from paragraphs, and all of a rank treated alike."""

from __future__ import annotations

import pytest

from minutes.domain.sections import SectionKind
from minutes.importing.blocks import Block, BlockKind, blocks
from minutes.importing.lines import Line, from_text
from minutes.importing.markdown import markdown
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


LONG = (
    "Regionen bedriver verksamhet i egna lokaler, och i lokaler som hyrs av andra i hela området."
)


def _headings(*texts: str) -> list[str]:
    """The sub-headings of a section of these blocks; what begins with a bullet is an entry."""
    found = [
        Block(BlockKind.BULLET, text[2:], line, "•")
        if text.startswith("• ")
        else Block(BlockKind.PARAGRAPH, text, line)
        for line, text in enumerate(texts, 1)
    ]
    written = markdown(SectionKind.BACKGROUND, found).split("\n")
    return [line[4:] for line in written if line.startswith("### ")]


@pytest.mark.parametrize(
    "under",
    [
        pytest.param(["Målet är nått."], id="a short paragraph under it"),
        pytest.param(["• Hyra", "• El"], id="a list under it"),
        pytest.param(["Bussar", "Målet är nått."], id="another under it"),
    ],
)
def test_a_heading_is_one_as_its_sisters_are(under: list[str]) -> None:
    first, second, *_ = _headings("Lokaler", LONG, "HR", *under)

    assert (first, second) == ("Lokaler", "HR")


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["HR", "Målet är nått."], id="no sister is one"),
        pytest.param(["Lokaler", LONG, "Mål", "Mått", "Värde", "Nått"], id="cells of a table"),
        pytest.param(["Lokaler", LONG, "Bo Ek"], id="nothing stands under it"),
    ],
)
def test_a_short_line_alone_is_no_heading(texts: list[str]) -> None:
    assert set(_headings(*texts)) <= {"Lokaler"}
