"""The roll is called, and mistakes are mended."""

from __future__ import annotations

import pytest

from tests.web.calling import PAGE, close_items
from tests.web.desk import Desk
from tests.web.pages import text


def _quorum(desk: Desk) -> str:
    return text(desk.page.all("p", "quorum")[0])


def _listed(desk: Desk) -> str:
    return text(desk.page.all("ol", "entered")[0])


def test_everybody_who_is_there_is_entered_in_one_go(calling: Desk) -> None:
    calling.send("upprop", officials="Helena Forsgård, regiondirektör\nUlla Ek, jurist, §§ 105–106")

    assert "15 av 15 tjänstgör, beslutför Marie Sandelius (S) leder" in _quorum(calling)
    assert "Elin Hagströmer, sekreterare" in _listed(calling)
    assert "Ulla Ek, jurist, §§ 105–106" in _listed(calling)


def test_substitutes_are_put_in_the_empty_seats_in_their_order(calling: Desk) -> None:
    absent = {"said David Okafor HÄ": "f", "said Leif Oskarsson S": "f"}
    there = {"said Hanna Tegelström S": "p", "said Mattias Fors S": "d", "said Pia Hökberg SD": "p"}
    calling.send("upprop", **absent, **there)

    assert "15 av 15" in _quorum(calling)
    assert "Mattias Fors (S), ersätter Leif Oskarsson (S), på distans" in _listed(calling)
    assert calling.value("upprop", "for Hanna Tegelström S") == "David Okafor (HÄ)"


def test_seats_are_left_empty_where_the_secretary_says_so(calling: Desk) -> None:
    fields = {"said David Okafor HÄ": "f", "said Mattias Fors S": "p"}
    address, filled = calling.form("upprop", **fields)
    calling.post((address.removesuffix("/i-turordning"), filled))

    assert "14 av 15" in _quorum(calling)
    assert "David Okafor (HÄ): Mattias Fors (S)" in calling.page.words


def test_who_serves_out_of_order_serves_for_a_reason(calling: Desk) -> None:
    fields = {
        "said David Okafor HÄ": "f",
        "said Mattias Fors S": "p",
        "said Hanna Tegelström S": "p",
        "for Hanna Tegelström S": "David Okafor (HÄ)",
    }
    page = calling.send("upprop", **fields, expect=422)
    assert "Mattias Fors står före Hanna Tegelström" in page.words
    assert calling.value("upprop", "said Mattias Fors S") == "p"

    calling.send("upprop", **fields, **{"why Hanna Tegelström S": "Enligt överenskommelse."})

    assert "Hanna Tegelström (S), ersätter David Okafor (HÄ)" in _listed(calling)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"officials": "bara ord utan namn 7"}, "går inte att läsa"),
        (
            {"for Mattias Fors S": "Ulla Ek (S)", "said Mattias Fors S": "p"},
            "har ingen plats",
        ),
        ({"officials": "Ulla Ek, jurist, §§ 9–8"}, "kan inte komma före"),
        ({"officials": "x" * 10_001}, "10000"),
    ],
    ids=["no name", "no such seat", "backwards", "too long"],
)
def test_a_roll_that_cannot_be_is_told_and_kept(
    calling: Desk, fields: dict[str, str], sentence: str
) -> None:
    page = calling.send("upprop", **fields, expect=422)

    assert sentence in page.words
    assert calling.value("upprop", "officials") == fields.get("officials", "")


def test_after_the_first_paragraph_the_list_is_mended_person_by_person(calling: Desk) -> None:
    calling.send("upprop")
    calling.send("oppnande")
    close_items(calling.register)
    calling.open(PAGE)
    assert "upprop" not in {form.get("id") for form in calling.page.all("form")}
    own = calling.last_form("rad-")  # the secretary's row

    calling.send(own, spans="fr.o.m. § 106")
    assert "Elin Hagströmer, sekreterare, fr.o.m. § 106" in _listed(calling)
    page = calling.send(own, spans="25:61", expect=422)
    assert "Skriv §§ som" in page.words
    calling.open(PAGE)
    calling.send(own, press="borttagning")
    assert "Elin Hagströmer" not in _listed(calling)


def test_who_reads_the_draft_sees_the_list_and_no_forms(calling: Desk) -> None:
    calling.send("upprop")
    chair = Desk(calling.register, "ordforande@sundevik.example")

    page = chair.open(PAGE)

    assert "15 av 15" in page.words
    assert page.forms == []
