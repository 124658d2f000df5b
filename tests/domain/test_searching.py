"""What somebody looks for is understood as people write it, whatever signs stand in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.searching import MOST_WORDS, Citation, initials_of, understood


@pytest.mark.parametrize(
    ("typed", "citation"),
    [
        ("§ 170/2020", Citation(170, 2020)),
        ("§170/2020", Citation(170, 2020)),
        ("§ 170, 2020", Citation(170, 2020)),
        ("RS 2020 § 170", Citation(170, 2020, "rs")),
        ("rs 2020:§170", Citation(170, 2020, "rs")),
        ("RS § 170/2020", Citation(170, 2020, "rs")),
        ("RUN 170/2020", Citation(170, 2020, "run")),
        ("paragraf 170 2020", Citation(170, 2020)),
        ("vad blev det av § 170/2020?", Citation(170, 2020)),
        ("§ 170", Citation(170)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_paragraph_is_referred_to_in_many_ways(typed: str, citation: Citation) -> None:
    assert understood(typed).citation == citation


@pytest.mark.parametrize("typed", ["budget 2020", "1338-2020", "19 kap. 3 § OSL", "§", "§ 12345"])
def test_what_is_no_reference_to_a_paragraph_is_none(typed: str) -> None:
    assert understood(typed).citation is None


@pytest.mark.parametrize("typed", ["dnr 1338-2020", "1338-2020", "RS 2020-1338", "RS/1338/2020"])
def test_a_case_number_is_looked_for_as_it_may_stand_in_the_register(typed: str) -> None:
    assert "1338-2020" in understood(typed).dnr


def test_words_in_quotation_marks_are_looked_for_as_they_stand() -> None:
    query = understood("”god och nära vård” budget")

    assert query.phrases == (("god", "och", "nära", "vård"),)
    assert query.words == ("budget",)


def test_words_that_every_text_has_narrow_nothing() -> None:
    assert understood("avgift för resor i länet").words == ("avgift", "resor", "länet")


def test_a_name_is_read_without_accents_but_with_its_swedish_letters() -> None:
    assert understood("Tornéus Åsa").words == ("torneus", "åsa")


def test_a_case_number_is_a_phrase_in_the_texts() -> None:
    assert understood("dnr 1338-2020").phrases == (("1338", "2020"),)


@pytest.mark.parametrize(
    "typed",
    ["avgift*", '"avgift', "avgift)", "avgift^2", "head:avgift", "avgift'; DROP TABLE item; --"],
)
def test_syntax_is_read_as_plain_words(typed: str) -> None:
    query = understood(typed)

    words = (*query.words, *(word for phrase in query.phrases for word in phrase))
    assert "avgift" in words
    assert all(word.isalnum() for word in words)


def test_of_ten_thousand_characters_the_first_are_looked_for() -> None:
    query = understood("avgift resor " * 800)

    assert query.words == ("avgift", "resor")
    assert query.is_cut


@given(st.text())
def test_whatever_is_typed_is_words(typed: str) -> None:
    query = understood(typed)

    words = (*query.words, *(word for phrase in query.phrases for word in phrase))
    assert all(word.isalnum() and word == word.lower() for word in words)
    assert len(query.words) + len(query.phrases) <= MOST_WORDS


@pytest.mark.parametrize(
    ("body", "initials"),
    [
        ("Regionstyrelsen", "rs"),
        ("Regionfullmäktige", "rf"),
        ("Regionala utvecklingsnämnden", "run"),
        ("Hälso- och sjukvårdsnämnden", "hsn"),
        ("Nämnden", "n"),
    ],
)
def test_a_body_is_known_by_its_initials(body: str, initials: str) -> None:
    assert initials_of(body) == initials
