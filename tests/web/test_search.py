"""The search, as those who have not signed in use it."""

from __future__ import annotations

import pytest

from tests.web.pages import Visitor

SEARCH = "/sok"


def test_one_searches_from_every_page(citizen: Visitor) -> None:
    fields = citizen.get("/arenden").all("input")

    assert next(field.get("name") for field in fields if field.get("type") == "search") == "q"


def test_an_empty_search_says_what_can_be_looked_for(citizen: Visitor) -> None:
    assert "Vad vill du veta?" in citizen.get(SEARCH).words


def test_hits_are_shown_with_the_words_marked(citizen: Visitor) -> None:
    page = citizen.get(f"{SEARCH}?q=hälsocentralernas")

    assert {mark.text for mark in page.all("mark")} >= {"hälsocentral", "hälsocentraler"}
    assert "35 träffar" in page.words


def test_the_reservations_of_a_party_in_a_year_are_listed(citizen: Visitor) -> None:
    page = citizen.get(f"{SEARCH}?visa=reservationer&parti=V&ar=2025")

    assert "(V)" in page.words
    assert "(S)" not in page.words
    assert len(page.all("li", "hit")) == 20
    assert "Nästa" in page.words


def test_a_paragraph_stands_first_as_people_write_it(citizen: Visitor) -> None:
    page = citizen.get(f"{SEARCH}?q=RS+2025+§+17")

    assert "/regionstyrelsen/2025/17" in [a.get("href") for a in page.all("a")]
    assert "Direkt dit" in page.words


def test_a_matter_stands_first_by_its_case_number(visitor: Visitor) -> None:
    page = visitor.get(f"{SEARCH}?q=dnr+0921-2026")

    assert "/arenden/0921-2026" in [a.get("href") for a in page.all("a")]


def test_a_word_that_is_misspelt_is_answered_with_another(citizen: Visitor) -> None:
    page = citizen.get(f"{SEARCH}?q=hälsosentral")

    assert "Menade du" in page.words
    assert "/sok?q=h%C3%A4lsocentral" in [link.get("href") for link in page.all("a")]


def test_hits_are_ordered_by_day_when_asked(citizen: Visitor) -> None:
    days = [t.get("datetime") or "" for t in
            citizen.get(f"{SEARCH}?q=avtal&ordning=nyast").all("time")]  # fmt: skip

    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("choice", ["organ=xyz", "ar=i+fjol", "visa=allt", "utfall=bra"])
def test_a_choice_that_there_is_not_is_refused_in_words(citizen: Visitor, choice: str) -> None:
    assert "Välj bland" in citizen.get(f"{SEARCH}?q=avtal&{choice}", 400).words


def test_ten_thousand_characters_are_searched_as_far_as_they_are_read(citizen: Visitor) -> None:
    assert "Det var långt." in citizen.get(f"{SEARCH}?q={'avgift+' * 800}").words


def test_a_search_is_suggested_while_its_last_word_is_written(citizen: Visitor) -> None:
    told = citizen.client.get(f"{SEARCH}/forslag.json?q=patientavg").json

    assert told
    assert all({"title", "where", "address"} == set(one) for one in told)
    assert "Patientavgifter 2026" in {one["title"] for one in told}


def test_what_is_not_adjusted_is_found_by_those_who_work_with_it_only(
    citizen: Visitor, visitor: Visitor
) -> None:
    wanted = f"{SEARCH}?organ=regionstyrelsen&ar=2026&q=prognos"

    def places(of: Visitor) -> set[str | None]:
        return {link.get("href") for link in of.get(wanted).all("a")}

    own = {one for one in places(visitor) - places(citizen) if one and "/2026/" in one}
    assert own
    for address in own:
        citizen.get(address, 404)
