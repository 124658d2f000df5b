"""Reservations are looked up by person, party, body, year and words."""

from typing import Any
from urllib.parse import quote

import pytest

from tests.web.pages import Visitor, text


def _found(visitor: Visitor, query: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visitor.data(f"/reservationer.json?{query}")["reservations"]
    assert found
    return found


def test_by_party(visitor: Visitor) -> None:
    assert {one["party"] for one in _found(visitor, "parti=SD")} == {"SD"}


def test_by_year_and_body(visitor: Visitor) -> None:
    found = _found(visitor, "ar=2025&organ=regionfullmaktige")

    assert {(one["address"]["year"], one["address"]["slug"]) for one in found} == {
        (2025, "regionfullmaktige")
    }


def test_by_a_part_of_a_name_whatever_its_case(visitor: Visitor) -> None:
    found = _found(visitor, "person=ÖLUND")

    assert all("Ölund" in one["name"] for one in found)


def test_by_words_each_of_which_must_stand_there(visitor: Visitor) -> None:
    every = _found(visitor, "")
    both = _found(visitor, "ord=budget+2027")

    assert len(both) < len(every)
    for one in both:
        address = "/{slug}/{year}/{number}.json".format(**one["address"])
        moved = [p["text"] for p in visitor.data(address)["item"]["proposals"]]
        told = " ".join([one["title"], one["motivation"], one["in_favour_of"], *moved]).lower()
        assert "budget" in told
        assert "2027" in told


def test_what_a_reservation_is_in_favour_of_is_told_in_its_own_words(visitor: Visitor) -> None:
    found = _found(visitor, "ord=patientavgifter+2027")

    assert {one["proposal"] for one in found} == {
        "avgiften för uteblivet besök inom psykiatrin tas bort."
    }
    assert (
        "uteblivet besök inom psykiatrin"
        in visitor.get("/reservationer?ord=patientavgifter+2027").words
    )


def test_a_party_is_found_however_it_is_written(visitor: Visitor) -> None:
    assert _found(visitor, "parti=sd") == _found(visitor, "parti=SD")


@pytest.mark.parametrize("words", ["%", "_", "'; drop table item; --", "100 %"])
def test_signs_that_mean_something_to_a_database_are_only_signs(
    visitor: Visitor, words: str
) -> None:
    found = visitor.data("/reservationer.json?ord=" + quote(words))["reservations"]

    assert all(words.split(maxsplit=1)[0] in f"{one['motivation']}{one['title']}" for one in found)


def test_a_long_list_is_turned_like_pages(visitor: Visitor) -> None:
    first, second = (
        visitor.get("/reservationer?ar=2026"),
        visitor.get("/reservationer?ar=2026&sida=2"),
    )

    [ahead] = [e.get("href") for e in first.all("a") if e.get("rel") == "next"]
    assert ahead in {"/reservationer?sida=2&ar=2026", "/reservationer?ar=2026&sida=2"}
    assert first.words != second.words


def test_a_page_beyond_the_last_is_the_last(visitor: Visitor) -> None:
    paging = visitor.data("/reservationer.json?sida=9999")["paging"]

    assert paging["page"] == paging["pages"] > 1


def test_what_was_asked_stands_in_the_fields(visitor: Visitor) -> None:
    page = visitor.get("/reservationer?ord=vård&parti=M&ar=2026")

    chosen = [text(e) for e in page.all("option") if "selected" in e.attrib]
    words = [e.get("value") for e in page.all("input") if e.get("id") == "ord"]
    assert (chosen, words) == (["M", "Alla organ", "2026"], ["vård"])


def test_nothing_found_says_what_to_do(visitor: Visitor) -> None:
    assert "Ta bort något av det du söker på" in visitor.get("/reservationer?ord=xyzzy").words


@pytest.mark.parametrize("query", ["ar=1066", "ar=abc", "parti=ZZ", "organ=ingen"])
def test_what_cannot_be_chosen_is_refused_with_what_can(visitor: Visitor, query: str) -> None:
    page = visitor.get(f"/reservationer?{query}", status=400)

    assert "finns inte att välja. Välj bland:" in page.words


@pytest.mark.parametrize("word", ["endpoint", "_anchor", "_method", "_scheme", "_external"])
def test_a_word_that_addresses_are_built_with_is_asked_for_in_vain(
    visitor: Visitor, word: str
) -> None:
    page = visitor.get(f"/reservationer?ar=2026&{word}=x")

    assert not [link for link in page.links() if word in link]
