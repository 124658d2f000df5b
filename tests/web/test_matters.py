"""A matter between the bodies: a drawing with a table behind it, and a feed of its own."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

from tests.web.pages import Visitor, text

TO_AND_FRO = "/arenden/0233-2025"
"""Referred back by the board, then by the assembly, and decided at last."""
SVG = "{http://www.w3.org/2000/svg}"
ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_matter_tells_how_it_came_to_each_item(citizen: Visitor) -> None:
    page = citizen.data(f"{TO_AND_FRO}.json")

    assert page["turns"] == [
        "first", "after_referral_back", "forwarded", "after_referral_back", "forwarded",
    ]  # fmt: skip
    assert page["awaits"] is None


def test_the_drawing_has_a_stop_for_each_item_and_a_lane_for_each_body(citizen: Visitor) -> None:
    page = citizen.get(TO_AND_FRO)

    stops = list(page.root.iter(f"{SVG}circle"))
    assert len(stops) == 5
    assert len({stop.get("cx") for stop in stops}) == 2
    assert len(list(page.root.iter(f"{SVG}path"))) == 4


def test_the_drawing_is_told_in_words_and_in_a_table_behind_it(citizen: Visitor) -> None:
    page = citizen.get(TO_AND_FRO)

    [words] = [text(e) for e in page.root.iter(f"{SVG}desc")]
    rows = [text(row) for row in page.all("tr")][1:]
    assert words.count("Återremitterat") == 2
    assert len(rows) == 5
    assert "Åter efter återremiss" in rows[1]
    assert "Förslag från underställt organ" in rows[2]


def test_a_matter_of_one_item_has_no_drawing(citizen: Visitor) -> None:
    matters = citizen.data("/arenden.json")["matters"]
    slug = next(one["slug"] for one in matters if one["items"] == 1)

    page = citizen.get(f"/arenden/{slug}")

    awaited = citizen.data(f"/arenden/{slug}.json")["awaits"]
    assert bool(list(page.root.iter(f"{SVG}svg"))) == bool(awaited)


def test_a_matter_is_followed_in_a_feed_of_what_is_adjusted(
    citizen: Visitor, visitor: Visitor
) -> None:
    answer = citizen.client.get(f"{TO_AND_FRO}.atom")

    assert answer.mimetype == "application/atom+xml"
    entries = fromstring(answer.data).findall(f"{ATOM}entry")
    assert len(entries) == 5
    assert entries[0].findtext(f"{ATOM}title", "").startswith("Regionfullmäktige § 13/2026")
    draft = visitor.data("/regionstyrelsen/2026/88.json")["matters"][0]["slug"]
    assert b"/regionstyrelsen/2026/88" not in visitor.client.get(f"/arenden/{draft}.atom").data


def test_a_matter_that_the_register_has_not_has_no_feed(citizen: Visitor) -> None:
    assert citizen.client.get("/arenden/9999-9999.atom").status_code == 404
