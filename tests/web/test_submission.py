"""Would the auditor pass this: findings on the screen and for the whole, and sending to adjust."""

from __future__ import annotations

import pytest

from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.pages import Visitor

BOARD = "/arbete/regionstyrelsen/2026-10-28"


@pytest.fixture
@brought
def audited(desk: Desk) -> Desk:
    """The secretary at the audit of the board's draft."""
    desk.open(f"{BOARD}/granskning")
    return desk


def test_what_is_to_be_thought_of_is_told_by_item_with_the_place(audited: Desk) -> None:
    places = [link for link in audited.page.links() if "#" in link]

    assert "Att tänka på:" in audited.page.words
    assert places
    for link in places[:3]:
        page = audited.visitor.get(link.split("#")[0])
        assert link.split("#")[1] in {e.get("id") for e in page.root.iter()}


def test_sound_minutes_are_sent_closed_and_taken_back(audited: Desk) -> None:
    audited.send("till-justering")
    assert "sänt till justering" in audited.page.words

    screen = audited.open(f"{BOARD}/punkt/{audited.item_of('regionstyrelsen', 2026, 88)}")
    assert "sänt till justering" in screen.words
    assert not [e for e in screen.all("form") if e.get("method") == "post"]

    audited.open(f"{BOARD}/granskning")
    audited.send("till-justering")
    assert "Sänd till justering" in audited.page.words


def test_a_form_from_before_they_were_sent_is_refused(audited: Desk) -> None:
    item = audited.item_of("regionstyrelsen", 2026, 88)
    audited.open(f"{BOARD}/punkt/{item}")
    stale = audited.form("yrkande-ny", who="elfv", kind="add", text="för sent.")
    audited.open(f"{BOARD}/granskning")
    audited.send("till-justering")

    page = audited.post(stale, expect=422)

    assert "sänt till justering" in page.words


def test_a_gap_on_the_screen_stops_them(desk: Desk) -> None:
    item = desk.item_of("regionstyrelsen", 2026, 88)
    desk.open(f"{BOARD}/punkt/{item}")
    assert "Brister:" not in desk.page.words

    desk.send("yrkande-ny", who="elfv", kind="refer_back", text="kostnaden är okänd.")

    assert "Brister:" in desk.page.words
    desk.open(f"{BOARD}/granskning")
    page = desk.send("till-justering", expect=422)
    assert "Protokollet kan inte gå till justering" in page.words


def test_what_is_adjusted_is_neither_changed_nor_taken_back(desk: Desk) -> None:
    item = desk.item_of("regionstyrelsen", 2026, 28)
    page = desk.open("/arbete/regionstyrelsen/2026-04-08/granskning")
    assert "Protokollet är justerat" in page.words
    token = desk.visitor.client.get(f"{BOARD}/granskning").text.split('csrf-token" content="')[1]
    at = "/arbete/regionstyrelsen/2026-04-08"

    for address in (f"{at}/tillbaka", f"{at}/till-justering", f"{at}/punkt/{item}/text"):
        form = {"csrf_token": token.split('"')[0], "kind": "summary", "text": "För sent."}
        answer = desk.visitor.client.post(address, data=form)
        assert answer.status_code == 422, address


def test_a_reader_sees_what_is_open_but_sends_nothing(desk: Desk) -> None:
    page = Visitor(desk.app, "ordforande@sundevik.example").get(f"{BOARD}/granskning")

    assert "Sänd till justering" not in page.words
