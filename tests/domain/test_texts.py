"""Texts: what may stand in them, and how they are tidied."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.errors import Phrase
from minutes.domain.texts import (
    LONGEST_TEXT,
    clean,
    lower_first,
    require_readable,
    sentence,
    upper_first,
)
from tests.domain.refusals import ALLOWED, refusal


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        pytest.param("A\u030angmanland", "Ångmanland", id="letters with loose rings are joined"),
        pytest.param("ett  \ntvå\t\n", "ett\ntvå", id="space at the ends of lines goes"),
        pytest.param("\n\n  \nett\n\n", "ett", id="blank lines at the ends go"),
        pytest.param("ett\n\ntvå", "ett\n\ntvå", id="a blank line between paragraphs stays"),
        pytest.param("ett\r\ntvå", "ett\ntvå", id="the line ends of Windows become plain"),
        pytest.param("  - punkt", "  - punkt", id="indentation stays"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_text_is_tidied_without_touching_its_words(text: str, tidied: str) -> None:
    assert clean(text) == tidied


@given(text=st.text(alphabet=st.characters(codec="utf-8")))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)

    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not once.startswith("\n")
    assert all(line == line.rstrip() for line in once.split("\n"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("a\x00b", "U+0000", id="a null"),
        pytest.param("a\x0cb", "U+000C", id="a form feed"),
        pytest.param("a\rb", "U+000D", id="a loose carriage return"),
        pytest.param("a\x85b", "U+0085", id="a control character past ASCII"),
        pytest.param("a\ud800b", "U+D800", id="half a surrogate pair"),
        pytest.param("a\ue000b", "U+E000", id="a private character"),
        pytest.param("a\uffffb", "U+FFFF", id="no character at all"),
    ],
)
def test_what_cannot_be_read_back_is_refused_by_name(text: str, code: str) -> None:
    said = refusal(require_readable, text, Phrase("Rubriken"))

    assert said == f"Rubriken innehåller ett osynligt styrtecken ({code}). Ta bort det."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Åtgärd – 1 §, ”så” … 50 %\n\t- punkt", id="Swedish prose with a list"),
        pytest.param("sam\u00adman", id="a soft hyphen"),
        pytest.param("x" * LONGEST_TEXT, id="the longest text"),
        pytest.param("", id="nothing"),
    ],
)
def test_ordinary_text_is_let_through(text: str) -> None:
    assert refusal(require_readable, text, Phrase("Texten")) == ALLOWED


def test_a_text_past_the_limit_is_refused_with_the_way_out() -> None:
    said = refusal(require_readable, "x" * (LONGEST_TEXT + 1), Phrase("Sammanfattningen"))

    assert said == "Sammanfattningen är längre än 200000 tecken. Lägg den som bilaga."


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        pytest.param("anta planen", "anta planen.", id="a full stop is added"),
        pytest.param("anta planen.", "anta planen.", id="but not a second one"),
        pytest.param(" anta planen ", "anta planen.", id="space around goes"),
        pytest.param("Varför?", "Varför?", id="a question keeps its mark"),
        pytest.param("Nu!", "Nu!", id="so does a call"),
        pytest.param("följande:", "följande:", id="a colon leads on"),
        pytest.param("och så vidare…", "och så vidare…", id="an ellipsis"),
        pytest.param("kallad ”planen”", "kallad ”planen”", id="a closing quotation mark"),
        pytest.param("planen (bilaga)", "planen (bilaga)", id="a closing bracket"),
        pytest.param("", "", id="nothing stays nothing"),
        pytest.param("  ", "", id="space alone is nothing"),
    ],
)
def test_a_sentence_has_one_closing_mark(text: str, closed: str) -> None:
    assert sentence(text) == closed


@given(text=st.text(alphabet="abcÅÄÖ .?!:”)"))
def test_a_closed_sentence_stays_as_it_is(text: str) -> None:
    closed = sentence(text)

    assert sentence(closed) == closed
    assert closed[: len(text.strip())] == text.strip()


@pytest.mark.parametrize(
    ("text", "upper", "lower"),
    [
        pytest.param("ärendet om EU", "Ärendet om EU", "ärendet om EU", id="a small letter"),
        pytest.param("Åtgärd i SKR", "Åtgärd i SKR", "åtgärd i SKR", id="a capital letter"),
        pytest.param("3 punkter", "3 punkter", "3 punkter", id="a digit"),
        pytest.param("", "", "", id="nothing"),
    ],
)
def test_only_the_first_letter_changes_its_case(text: str, upper: str, lower: str) -> None:
    assert upper_first(text) == upper
    assert lower_first(text) == lower
