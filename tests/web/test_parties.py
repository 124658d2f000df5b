"""Parties, what they did in a year, and how they vote."""

from __future__ import annotations

import pytest

from tests.web.pages import Visitor

VOTED = "/omrostningar{}?organ=regionfullmaktige&ar=2026"


def test_the_parties_are_told_with_what_each_did_in_a_year(citizen: Visitor) -> None:
    data = citizen.data("/partier.json?ar=2025")

    (left,) = [one for one in data["parties"] if one["abbreviation"] == "V"]
    found = citizen.data("/reservationer.json?parti=V&ar=2025")["paging"]["total"]
    of_party = citizen.data("/partier/v.json?ar=2025")["years"]
    assert (left["name"], left["reservations"]) == ("Vänsterpartiet", found)
    assert {"year": 2025, "reservations": found, "proposals": left["proposals"]} in of_party
    assert "/reservationer?parti=V&ar=2025" in citizen.get("/partier?ar=2025").links()


def test_the_way_from_a_party_to_a_members_reservations_of_a_year(citizen: Visitor) -> None:
    assert "/partier" in citizen.get("/").links()
    assert "/partier/v" in citizen.get("/partier").links()
    assert "/reservationer?parti=V&ar=2025" in citizen.get("/partier/v").links()
    year = citizen.get("/partier/v?ar=2025")
    assert "/personer/nadia-el-khoury?visa=reservationer&ar=2025" in year.links()


def test_a_partys_proposals_are_drawn_by_what_became_of_them(citizen: Visitor) -> None:
    page, data = citizen.get("/partier/v?ar=2025"), citizen.data("/partier/v.json?ar=2025")

    (drawn,) = page.all("figure", "fates")
    assert sum(one["count"] for one in data["fates"]) == next(
        one["proposals"] for one in data["years"] if one["year"] == 2025
    )
    for one in data["fates"]:
        assert str(one["count"]) in "".join(drawn.itertext())


def test_a_party_whose_letters_are_not_those_of_addresses_has_one(citizen: Visitor) -> None:
    assert citizen.get("/partier/ha").heading == "Hela Älvmark (HÄ)"


def test_who_voted_otherwise_than_the_party_is_told_with_the_line(citizen: Visitor) -> None:
    page, data = citizen.get(VOTED.format("")), citizen.data(VOTED.format(".json"))

    told = {(d["person"]["name"], d["choice"], d["line"]) for d in data["dissents"]}
    assert ("Sten-Åke Norlin", "abstain", "yes") in told
    assert sum(line["dissents"] for line in data["lines"]) == len(data["dissents"])
    for one in data["dissents"]:
        assert one["person"]["name"] in page.words


def test_a_picture_of_who_votes_alike_has_the_same_figures_in_its_table(citizen: Visitor) -> None:
    page, data = citizen.get(VOTED.format("")), citizen.data(VOTED.format(".json"))

    drawn = [e for e in page.root.iter() if "cell" in (e.get("class") or "").split()]
    assert len(drawn) == 2 * (len(data["parties"]) + len(data["pairs"]))
    tables = {e.get("id") for e in page.all("table")}
    pictures = [e for e in page.root.iter() if e.get("role") == "img"]
    assert {e.get("aria-describedby") for e in pictures} == tables - {None}


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        pytest.param(
            "/partier?ar=1999", 400, "Välj bland: 2026, 2025", id="a year without minutes"
        ),
        pytest.param("/partier/v?ar=abc", 400, "finns inte att välja", id="no year"),
        pytest.param("/partier/xx", 404, "inget parti", id="no such party"),
        pytest.param("/omrostningar?organ=månen", 400, "Välj bland", id="no such body"),
    ],
)
def test_what_cannot_be_chosen_is_refused_in_words(
    citizen: Visitor, address: str, status: int, words: str
) -> None:
    assert words in citizen.get(address, status=status).words


def test_before_anything_is_recorded_the_pages_say_so(first_visitor: Visitor) -> None:
    assert "Inga partier än" in first_visitor.get("/partier").words
    assert "Inga omröstningar med namn" in first_visitor.get("/omrostningar").words
