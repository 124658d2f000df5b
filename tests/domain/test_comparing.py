"""Two wordings of a text are compared word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.comparing import Change, Piece, compared, words_changed

TEXTS = st.text(alphabet="ab \n", max_size=40)


def test_what_was_put_in_and_taken_out_stands_in_its_place() -> None:
    assert compared("Avtalet gäller i sju år.", "Avtalet gäller i åtta år.") == (
        Piece(Change.KEPT, "Avtalet gäller i"),
        Piece(Change.REMOVED, " sju"),
        Piece(Change.ADDED, " åtta"),
        Piece(Change.KEPT, " år."),
    )


def test_the_same_words_are_kept_whole() -> None:
    assert compared("Ett.\n\nTvå.", "Ett.\n\nTvå.") == (Piece(Change.KEPT, "Ett.\n\nTvå."),)


def test_a_long_text_that_is_written_anew_replaces_the_other() -> None:
    old, new = "gammalt " * 20_000 + "a", "nytt " * 30_000 + "b"

    assert [piece.change for piece in compared(old, new)] == [Change.REMOVED, Change.ADDED]


def test_words_are_counted() -> None:
    assert words_changed(compared("ett två tre", "ett fyra fem sex tre")) == (3, 1)


@given(TEXTS, TEXTS)
def test_both_wordings_can_be_read_out_of_the_comparison(old: str, new: str) -> None:
    pieces = compared(old, new)

    assert "".join(p.text for p in pieces if p.change is not Change.ADDED) == old
    assert "".join(p.text for p in pieces if p.change is not Change.REMOVED) == new


def test_a_text_of_many_like_lines_is_compared_in_time() -> None:
    old, new = "a\nb\n" * 40_000, "b\na\nc\n" * 30_000

    assert words_changed(compared(old, new)) == (90_000, 80_000)
