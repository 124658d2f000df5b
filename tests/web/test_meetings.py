"""A body's and a meeting's pages."""

from tests.web.pages import Visitor, text


def test_a_body_shows_its_meetings_the_latest_first(visitor: Visitor) -> None:
    page, data = visitor.get("/regionstyrelsen"), visitor.data("/regionstyrelsen.json")

    days = [meeting["held_on"] for meeting in data["meetings"]]
    shown = [e.get("datetime") for e in page.all("time")]
    assert shown == days == sorted(days, reverse=True)


def test_a_body_shows_who_holds_its_seats_today(visitor: Visitor) -> None:
    data = visitor.data("/regionstyrelsen.json")

    serving = [m for m in data["members"] if m["role"] != "substitute"]
    assert len(serving) == data["seats"] == 15
    assert serving[0]["role"] == "chair"


def test_a_meeting_lists_its_items_in_order(visitor: Visitor) -> None:
    page = visitor.get("/regionstyrelsen/2026-10-28")

    numbers = [text(e) for e in page.all("span", "number")]
    assert numbers == [f"§ {n}" for n in range(79, 100)]


def test_a_meeting_tells_who_served_and_where(visitor: Visitor) -> None:
    words = visitor.get("/regionstyrelsen/2026-10-28").words

    assert "Marie Sandelius (S), ordförande" in words
    assert "ersätter" in words
    assert "Sammanträdesrum Forsen" in words


def test_an_adjusted_meeting_tells_until_when_to_appeal(visitor: Visitor) -> None:
    page = visitor.get("/regionstyrelsen/2026-09-09")

    assert "Justerat" in page.words
    assert "Överklagandetiden går ut" in page.words
    assert "Ej justerat" not in page.words


def test_the_meetings_before_and_after_are_a_click_away(visitor: Visitor) -> None:
    page = visitor.get("/regionstyrelsen/2026-09-09")

    ways = {e.get("rel"): e.get("href") for e in page.all("a") if e.get("rel")}
    assert ways == {
        "prev": "/regionstyrelsen/2026-05-20",
        "next": "/regionstyrelsen/2026-10-28",
    }


def test_those_present_can_be_followed(visitor: Visitor) -> None:
    assert "/personer/marie-sandelius" in visitor.get("/regionstyrelsen/2026-10-28").links()


def test_a_year_leads_to_the_bodys_meetings_of_it(visitor: Visitor) -> None:
    answer = visitor.client.get("/regionstyrelsen/2025")

    assert (answer.status_code, answer.location) == (302, "/regionstyrelsen#ar-2025")


def test_a_meeting_that_is_not_there_is_told_of_by_its_day(visitor: Visitor) -> None:
    page = visitor.get("/regionstyrelsen/2026-10-27", status=404)

    assert "inget sammanträde den 27 oktober 2026" in page.words


def test_a_day_that_no_calendar_has_is_no_address(visitor: Visitor) -> None:
    visitor.get("/regionstyrelsen/2026-02-30", status=404)


def test_the_protocol_is_a_click_away_as_pdf(visitor: Visitor) -> None:
    page = visitor.get("/regionala-utvecklingsnamnden/2026-03-18")
    [address] = [link for link in page.links() if link.endswith(".pdf")]

    with visitor.client.get(address) as answer:
        assert answer.mimetype == "application/pdf"
        assert answer.data.startswith(b"%PDF-")
        assert (
            "regionala-utvecklingsnamnden-2026-03-18.pdf" in answer.headers["Content-Disposition"]
        )


def test_a_protocol_of_no_meeting_is_not_there(visitor: Visitor) -> None:
    visitor.get("/regionstyrelsen/2026-10-27.pdf", status=404)
