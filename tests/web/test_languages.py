"""The language of the screen is the account's, or what the visitor chose; Swedish otherwise."""

from __future__ import annotations

import pytest
from werkzeug.test import TestResponse

from tests.web.pages import Visitor, text


def test_a_page_is_swedish_whatever_the_browser_asks_for(citizen: Visitor) -> None:
    answer = citizen.client.get("/", headers={"Accept-Language": "en"})

    assert '<html lang="sv"' in answer.text


def test_a_visitor_who_chooses_english_reads_english_from_then_on(citizen: Visitor) -> None:
    answer = citizen.client.get("/sprak/en", headers={"Referer": "http://localhost/arenden?ord=a"})

    assert (answer.status_code, answer.location) == (303, "http://localhost/arenden?ord=a")
    page = citizen.get("/")
    assert page.root.get("lang") == "en"
    assert "This page as data" in text(page.all("footer")[0])


def test_a_visitor_may_choose_swedish_again(citizen: Visitor) -> None:
    citizen.client.get("/sprak/en")

    citizen.client.get("/sprak/sv")

    assert citizen.get("/").root.get("lang") == "sv"


@pytest.mark.parametrize("referrer", ["http://elsewhere.example/", "http://localhost.example/", ""])
def test_choosing_leads_to_no_other_site(citizen: Visitor, referrer: str) -> None:
    answer = citizen.client.get("/sprak/en", headers={"Referer": referrer} if referrer else {})

    assert answer.location == "/"


def test_a_language_that_is_not_offered_is_not_there(citizen: Visitor) -> None:
    citizen.get("/sprak/fr", 404)


def test_the_accounts_language_decides_for_who_has_signed_in(visitor: Visitor) -> None:
    visitor.client.get("/sprak/en")

    assert visitor.get("/").root.get("lang") == "sv"


def _choose(visitor: Visitor, language: str) -> TestResponse:
    token = visitor.client.get("/konto").text.split('name="csrf_token" value="')[1].split('"')[0]
    return visitor.post("/konto/sprak", csrf_token=token, language=language)


def test_who_has_signed_in_chooses_on_the_page_of_the_account(visitor: Visitor) -> None:
    try:
        answer = _choose(visitor, "en")

        page = visitor.get(answer.location)
        assert page.heading == "Your account"
        assert "The language is changed." in page.words
        assert Visitor(visitor.app, visitor.email).get("/").root.get("lang") == "en"
    finally:
        _choose(visitor, "sv")


def test_a_language_that_is_not_offered_is_not_chosen(visitor: Visitor) -> None:
    answer = _choose(visitor, "fr")

    assert answer.status_code == 400
    assert "Välj ett av språken." in answer.text


@pytest.fixture
def english(citizen: Visitor) -> Visitor:
    """Somebody who has chosen English."""
    citizen.client.get("/sprak/en")
    return citizen


@pytest.mark.parametrize(
    ("address", "heading", "word"),
    [
        pytest.param("/", "Minutes and decisions", "open assignments", id="start"),
        pytest.param("/regionstyrelsen", "Regionstyrelsen", "Members (ledamöter) today", id="body"),
        pytest.param(
            "/regionstyrelsen/2026-04-08",
            "Regionstyrelsen 8 April 2026",
            "Adjusted (justerat)",
            id="meeting",
        ),
        pytest.param("/arenden", "Matters", "the latest treated first", id="matters"),
        pytest.param("/reservationer", "Reservations (reservationer)", "decision point", id="rest"),
        pytest.param("/uppdrag", "Assignments (uppdrag)", "Time limit", id="assignments"),
        pytest.param("/uppdrag/1", "", "Responsible", id="assignment"),
        pytest.param("/personer", "Persons", "by family name", id="persons"),
        pytest.param("/logga-in", "Sign in", "E-mail address", id="signing in"),
    ],
)
def test_a_page_is_english_with_the_swedish_word_for_a_legal_term(
    english: Visitor, address: str, heading: str, word: str
) -> None:
    page = english.get(address)

    assert page.root.get("lang") == "en"
    assert page.heading.startswith(heading)
    assert word in page.words


def test_what_stands_in_the_minutes_stays_swedish_and_says_so(english: Visitor) -> None:
    page = english.get("/regionstyrelsen/2026/28")

    [article] = page.all("article", "paragraf")
    assert article.get("lang") == "sv"
    assert "Regionstyrelsen" in page.words


def test_an_error_is_told_in_the_visitors_language(english: Visitor) -> None:
    page = english.get("/regionstyrelsen/1999/1", 404)

    assert page.heading == "The page is not there"
    assert "The register has no § 1 of the year 1999 in this body." in page.words


def test_what_cannot_be_chosen_is_told_in_the_visitors_language(english: Visitor) -> None:
    page = english.get("/uppdrag?visa=nagra", 400)

    assert "Show “nagra” cannot be chosen. Choose among: Open, Overdue," in page.words


def test_a_failed_sign_in_is_told_in_the_visitors_language(english: Visitor) -> None:
    page = english.client.get("/logga-in").text
    token = page.split('name="csrf_token" value="')[1].split('"')[0]

    answer = english.post("/logga-in", csrf_token=token, email="a@b.example", password="wrong")

    assert "The e-mail address or the password is wrong. Try again." in answer.text
