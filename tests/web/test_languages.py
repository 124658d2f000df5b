"""The language of the screen is the account's, or what the visitor chose; Swedish otherwise."""

from __future__ import annotations

import pytest

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
