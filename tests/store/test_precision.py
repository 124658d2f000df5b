"""The search finds the forms and compounds of words, and few others: a floor below what it does."""

from __future__ import annotations

import pytest
from sqlmodel import Session

from benchmarks.precision import cases, ours, scores, words_of


def test_forms_and_compounds_are_found_and_few_other_words(session: Session) -> None:
    of = list(cases())

    told = scores(ours(session.connection(), words_of(of)), of)

    assert len(of) >= 150
    assert told["all"].precision >= 0.93
    assert told["all"].recall >= 0.97
    assert {kind for kind, score in told.items() if score.recall < 0.93} == set()


@pytest.mark.parametrize(("asked", "other"), [("bil", "bild"), ("lag", "anslag"), ("tal", "avtal")])
def test_a_short_word_is_not_found_in_another(session: Session, asked: str, other: str) -> None:
    search = ours(session.connection(), [asked, other])

    assert search(asked) == {asked}
