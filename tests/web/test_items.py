"""The page of a §."""

from typing import Any

import pytest
from sqlmodel import col, select

from minutes.store.session import session
from minutes.store.tables import Body, Item, Proposal, Reservation, Vote
from tests.web.counting import queries
from tests.web.pages import Visitor, X, text


def _address_with(visitor: Visitor, table: Any) -> str:
    """The address of the first § that has such a row."""
    with visitor.app.app_context():
        found = (
            session()
            .exec(
                select(Body.slug, Item.year, Item.number)
                .join(Item, Item.body_id == Body.id)  # type: ignore[arg-type]  # a column here
                .join(table, table.item_id == Item.id)
            )
            .first()
        )
    assert found is not None
    return "/{}/{}/{}".format(*found)


def test_a_paragraph_is_read_as_it_stands_in_the_minutes(visitor: Visitor) -> None:
    page, data = (
        visitor.get("/regionstyrelsen/2026/88"),
        visitor.data("/regionstyrelsen/2026/88.json"),
    )

    assert page.heading == "§ 88 Delårsrapport augusti 2026 för Region Älvmark"
    for section in data["item"]["sections"]:
        assert section["heading"] in page.words


def test_tables_footnotes_and_pictures_are_shown(visitor: Visitor) -> None:
    page = visitor.get("/regionstyrelsen/2026/88")

    assert page.all("table")
    assert page.all("section", "footnotes")
    [picture] = page.all("img")
    assert picture.get("alt")
    with visitor.client.get(picture.get("src") or "") as answer:
        assert answer.mimetype == "image/png"


def test_who_reserved_themselves_can_be_followed(visitor: Visitor) -> None:
    address = _address_with(visitor, Reservation)
    page, data = visitor.get(address), visitor.data(f"{address}.json")

    slugs = {(p["name"], p["party"]): p["slug"] for p in data["people"]}
    for one in data["item"]["reservations"]:
        assert f"/personer/{slugs[one['name'], one['party']]}" in page.links()


def test_a_vote_shows_its_totals_and_every_ballot(visitor: Visitor) -> None:
    address = _address_with(visitor, Vote)
    page, data = visitor.get(address), visitor.data(f"{address}.json")

    vote = data["item"]["votes"][0]
    totals = text(page.all("p", "totals")[0])
    assert totals.startswith(f"{vote['yes']} ja – {vote['no']} nej")
    for ballot in vote["ballots"]:
        assert ballot["name"] in page.words


def test_the_paragraphs_before_and_after_are_a_click_away(visitor: Visitor) -> None:
    page = visitor.get("/regionstyrelsen/2026/88")

    ways = {e.get("rel"): e.get("href") for e in page.all("a") if e.get("rel")}
    assert ways == {"prev": "/regionstyrelsen/2026/87", "next": "/regionstyrelsen/2026/89"}


def test_what_is_decided_shows_what_became_of_it(visitor: Visitor) -> None:
    closed = next(
        one
        for one in visitor.data("/uppdrag.json?visa=avslutade")["assignments"]
        if one["origin"] is not None
    )
    origin = closed["origin"]["address"]

    page = visitor.get(f"/{origin['slug']}/{origin['year']}/{origin['number']}")

    assert f"/uppdrag/{closed['id']}" in page.links()


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/regionstyrelsen/2026/999", id="a number that was not given"),
        pytest.param("/regionstyrelsen/1999/1", id="a year before the register"),
        pytest.param("/regionstyrelsen/2026/999999999", id="a number that no year reaches"),
    ],
)
def test_a_paragraph_that_is_not_there_is_said_in_a_sentence(
    visitor: Visitor, address: str
) -> None:
    page = visitor.get(address, status=404)

    assert "Registret har ingen §" in page.words
    assert "Registret har ingen §" in visitor.data(f"{address}.json", status=404)["error"]


def test_a_paragraph_of_a_body_that_is_not_there_says_so(visitor: Visitor) -> None:
    assert "inget organ" in visitor.get("/ingen-sadan/2026/1", status=404).words


def test_a_paragraph_shows_where_its_matter_was_before_and_goes_next(visitor: Visitor) -> None:
    page = visitor.get("/regionstyrelsen/2026/28")

    assert {"/regionstyrelsen/2025/29", "/regionfullmaktige/2026/13"} <= set(page.links())
    assert "har ännu inte behandlat" not in page.words


def test_a_proposal_that_the_assembly_has_not_treated_says_so(visitor: Visitor) -> None:
    words = visitor.get("/regionstyrelsen/2026/88").words

    assert "Regionfullmäktige har ännu inte behandlat förslaget" in words


def test_a_motion_that_is_only_proposed_is_not_called_settled(visitor: Visitor) -> None:
    assert "Att-sats 2: föreslås bifallen" in visitor.get("/regionstyrelsen/2026/94").words


def test_the_queries_of_a_meeting_do_not_grow_with_its_items(visitor: Visitor) -> None:
    few = visitor.data("/regionala-utvecklingsnamnden/2026-05-06.json")["items"]
    many = visitor.data("/regionstyrelsen/2026-09-09.json")["items"]

    assert len(few) < len(many)
    asked = [
        len(queries(visitor, address))
        for address in ("/regionala-utvecklingsnamnden/2026-05-06", "/regionstyrelsen/2026-09-09")
    ]
    assert asked[0] == asked[1]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        pytest.param(
            "/regionfullmaktige/2026/13",
            "behålla akutmottagningen öppen dygnet runt",
            id="another plan",
        ),
        pytest.param(
            "/regionstyrelsen/2026/93",
            "varje kvartal redovisa projektets prognos",
            id="an addition, in a draft",
        ),
    ],
)
def test_what_was_withdrawn_is_neither_shown_nor_told(
    visitor: Visitor, address: str, words: str
) -> None:
    """The minutes leave it out (KL 5:67 point 1), and so do the page and its JSON."""
    page, data = visitor.get(address), visitor.data(f"{address}.json")

    assert words not in page.words
    assert words not in str(data)
    assert not any(one["withdrawn"] for one in data["item"]["proposals"])
    with visitor.app.app_context():
        kept = session().exec(select(Proposal).where(col(Proposal.withdrawn_at).is_not(None)))
        assert any(words in one.text for one in kept), "the register keeps it for the secretary"


def test_a_vote_is_drawn_by_party_and_seat_with_the_figures_behind_it(visitor: Visitor) -> None:
    page = visitor.get("/regionstyrelsen/2025/67")
    (vote,) = visitor.data("/regionstyrelsen/2025/67.json")["item"]["votes"]

    (figure,) = page.all("figure", "seats")
    (drawn,) = (e for e in figure.iter() if e.get("role") == "img")
    letters = [text(e) for e in drawn.iter() if e.get("class") in {"yes", "no", "abstain"}]
    counted = {letter: letters.count(letter) for letter in "JNA"}
    assert counted == {"J": vote["yes"], "N": vote["no"], "A": vote["abstain"]}
    rows = [[text(cell) for cell in row] for row in figure.iter(f"{X}tr")][1:]
    assert {"SD", "V", "S", "M"} <= {row[0] for row in rows}
    assert sum(int(row[1]) for row in rows) == vote["yes"]


def test_a_closed_vote_is_not_drawn(visitor: Visitor) -> None:
    assert not visitor.get("/regionala-utvecklingsnamnden/2026/8").all("figure", "seats")
