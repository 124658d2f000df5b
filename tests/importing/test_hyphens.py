"""Words broken at the end of a line: which hyphens are their own."""

from __future__ import annotations

import pytest

from minutes.importing.hyphens import Words, join
from minutes.importing.lines import from_text
from minutes.importing.page import page_of

NONE = Words(())


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        pytest.param("en förutsätt-", "ning för", "en förutsättning för", id="broken by the line"),
        pytest.param("i EU-", "program", "i EU-program", id="initials keep theirs"),
        pytest.param("med e-", "post", "med e-post", id="a letter keeps its"),
        pytest.param("i covid-", "19-vården", "i covid-19-vården", id="so does what has figures"),
        pytest.param("Ann-", "Sofie Ek", "Ann-Sofie Ek", id="and a double name"),
        pytest.param("tolv ja-", "röster", "tolv ja-röster", id="ja-röster"),
        pytest.param("andra att-", "satsen", "andra att-satsen", id="att-satsen"),
        pytest.param("mars-", "maj", "mars-maj", id="a span of months"),
        pytest.param("hälso-", "och sjukvård", "hälso- och sjukvård", id="what is left out"),
        pytest.param("Norrhamn -", "Sund", "Norrhamn - Sund", id="a dash between spaces"),
        pytest.param("åren 2027–", "2030", "åren 2027–2030", id="a span of years"),
        pytest.param("1 maj –", "3 juni", "1 maj – 3 juni", id="a span with spaces"),
        pytest.param("Övrigt–", "och mer", "Övrigt– och mer", id="a dash before a joining word"),
        pytest.param("plus/", "minus", "plus/minus", id="a slash"),
        pytest.param("hyra och/", "eller köp", "hyra och/eller köp", id="a slash in och/eller"),
        pytest.param("hyra /", "köp", "hyra / köp", id="a slash between spaces"),
        pytest.param("", "hyra", "hyra", id="nothing before it"),
        pytest.param("hyran och-", "avgiften", "hyran och avgiften", id="a slip behind och"),
        pytest.param("planen 2026-", "05-12", "planen 2026-05-12", id="a date"),
        pytest.param("en 7-", "mannaplan", "en 7-mannaplan", id="a word that begins with figures"),
    ],
)
def test_two_lines_of_a_paragraph_are_joined(first: str, second: str, whole: str) -> None:
    assert join(first, second, NONE) == whole


def test_a_word_keeps_the_hyphen_that_the_document_writes_it_with() -> None:
    words = Words(["All covid-vård är planerad."])

    assert join("covid-", "vård", words) == "covid-vård"
    assert join("covid-", "vård", NONE) == "covidvård"


def test_a_word_broken_in_the_document_says_nothing_of_its_hyphen() -> None:
    assert join("covid-", "vård", Words(["All covid-", "vård"])) == "covidvård"


@pytest.mark.parametrize(
    ("following", "is_full"),
    [
        pytest.param("18 400 kronor", True, id="a whole number would not have fitted"),
        pytest.param("18 kronor", False, id="a short one would"),
        pytest.param("Ek (SD) reserverar sig", True, id="nor a name with its party"),
        pytest.param("Ek reserverar sig", False, id="a short name would"),
    ],
)
def test_a_line_is_full_where_what_belongs_together_did_not_fit(
    following: str, is_full: bool
) -> None:
    edge, early = (from_text(number, 1, "n" * width) for number, width in ((1, 60), (2, 55)))

    page = page_of([edge, edge, early])

    assert page.is_full(early, from_text(3, 1, following)) is is_full


def test_a_name_with_a_capital_within_is_joined_where_the_document_writes_it_whole() -> None:
    words = Words(["Skrivelse om NordReg och dess uppgifter"])

    assert join("Nord-", "Reg", words) == "NordReg"
    assert join("Nord-", "Reg", NONE) == "Nord-Reg"
