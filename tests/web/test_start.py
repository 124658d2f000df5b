"""The start page."""

from tests.web.pages import Visitor, text


def test_the_start_page_leads_to_every_body(visitor: Visitor) -> None:
    page = visitor.get("/")

    assert {"/regionfullmaktige", "/regionstyrelsen", "/regionala-utvecklingsnamnden"} <= set(
        page.links()
    )


def test_minutes_that_are_not_adjusted_are_marked(visitor: Visitor) -> None:
    page = visitor.get("/")

    drafts = [e for e in page.all("li") if "Ej justerat" in text(e)]
    assert [text(e) for e in drafts] == [
        "28 oktober 2026 §§ 79–99 Ej justerat",
        "18 november 2026 §§ 36–38 Ej justerat",
    ]


def test_a_meeting_to_come_is_not_listed_among_the_minutes(visitor: Visitor) -> None:
    assert "16 december 2026" not in visitor.get("/").words
    assert "16 december 2026" not in visitor.get("/regionstyrelsen").words


def test_the_counts_are_those_of_the_register(visitor: Visitor) -> None:
    page, assignments = visitor.get("/"), visitor.data("/uppdrag.json")

    assert f"{assignments['counts']['open']} öppna uppdrag" in page.words
    assert f"{assignments['counts']['overdue']} försenade" in page.words


def test_an_empty_register_says_how_to_fill_it(first_visitor: Visitor) -> None:
    page = first_visitor.get("/")

    assert "Registret är tomt" in page.words
    assert "minutes import" in page.words


def test_the_lists_of_an_empty_register_say_that_nothing_is_there(first_visitor: Visitor) -> None:
    for address, sentence in {
        "/arenden": "Inga ärenden hittades",
        "/reservationer": "Inga reservationer hittades",
        "/uppdrag": "Inga uppdrag att visa",
        "/personer": "Ingen person hittades",
    }.items():
        assert sentence in first_visitor.get(address).words
