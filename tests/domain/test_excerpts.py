"""An excerpt is cut where most of what was looked for stands, and marks it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.excerpts import Excerpt, excerpt, unmarked

LONG = "ord " * 100 + "avgiften höjs " + "ord " * 100


def test_the_words_that_were_looked_for_are_marked() -> None:
    parts = excerpt("Avgiften höjs.", lambda word: word == "avgiften")

    assert parts == (Excerpt("Avgiften", found=True), Excerpt(" höjs."))


def test_a_long_text_is_cut_around_what_was_found() -> None:
    parts = excerpt(LONG, lambda word: word == "avgiften")

    assert Excerpt("avgiften", found=True) in parts
    assert parts[0].words == "… "
    assert parts[-1].words.endswith(" …")
    assert sum(len(part.words) for part in parts) < 240


def test_a_text_without_what_was_looked_for_is_shown_from_its_beginning() -> None:
    assert excerpt("Kort text.", lambda _: False) == (Excerpt("Kort text."),)


def test_marks_of_emphasis_and_tables_are_not_shown() -> None:
    assert unmarked("Det är **bättre**.\n\n| Ort | Tkr |\n| --- | --- |\n") == (
        "Det är bättre. Ort Tkr"
    )


@given(st.text(), st.integers(70, 300))
def test_the_parts_stand_in_the_text_in_their_order(text: str, length: int) -> None:
    parts = excerpt(text, lambda word: len(word) % 2 == 0, length)

    shown = "".join(part.words for part in parts).removeprefix("… ").removesuffix(" …")
    assert shown in text
