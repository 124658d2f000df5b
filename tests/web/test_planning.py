"""The meetings of a body's year are planned, moved, cancelled and taken back."""

from __future__ import annotations

import pytest

from tests.web.brought import brought
from tests.web.desk import Desk

BOARD = "/arbete/regionstyrelsen"


@pytest.fixture
@brought
def planning(desk: Desk) -> Desk:
    """The board's secretary, about to plan the next year."""
    desk.open(f"{BOARD}?ar=2027")
    return desk


def _year(desk: Desk) -> str:
    return desk.open(f"{BOARD}?ar=2027").words


def test_the_desk_tells_what_each_body_waits_for(desk: Desk) -> None:
    page = desk.open("/arbete")

    assert "Regionstyrelsen" in page.words
    assert "Utkast som väntar" in page.words
    assert "28 oktober 2026" in page.words


def test_who_has_a_duty_finds_the_way_to_it(desk: Desk) -> None:
    assert "/arbete" in desk.open("/").links()


def test_a_year_is_planned_at_once(planning: Desk) -> None:
    planning.send("plan", days="2027-01-13\n2027-02-10 13:00 Sal B", begins_at="9", place="Sal A")

    words = _year(planning)
    assert "onsdag 13 januari 2027 kl. 09:00 Sal A" in words
    assert "onsdag 10 februari 2027 kl. 13:00 Sal B" in words


def test_a_rule_fills_in_the_days(planning: Desk) -> None:
    planning.open(f"{BOARD}?ar=2027&vecka=2&dag=2&manad=1&manad=2")

    assert planning.value("plan", "days").split() == ["2027-01-13", "2027-02-10"]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        pytest.param("", "Ingen dag", id="nothing"),
        pytest.param("2026-11-21", "redan varit", id="a day that has been"),
        pytest.param("2026-10-28", "redan varit", id="a day that has been and is taken"),
        pytest.param("2027-01-13\n2027-01-13", "sammanträder redan", id="a day twice"),
        pytest.param("2027-01-13 25:00", "inget klockslag", id="a wrong time"),
        pytest.param("<script>alert(1)</script>", "ingen dag", id="markup"),
        pytest.param("2027-01-13 😀", "", id="emoji in the place"),
        pytest.param("x" * 200_000, "ingen dag", id="200 kB"),
        pytest.param("2027-01-13 " + "x" * 300, "högst 200", id="too long a place"),
    ],
)
def test_what_cannot_be_planned_is_told_and_the_words_are_kept(
    planning: Desk, days: str, said: str
) -> None:
    page = planning.send("plan", days=days, expect=422 if said else 200)

    assert said in page.words
    if said:
        assert planning.value("plan", "days").strip() == days.strip()
        assert "januari 2027" not in _year(planning)


def test_an_odd_day_is_hinted_at(planning: Desk) -> None:
    planning.send("plan", days="2027-01-06\n2027-01-16")

    words = _year(planning)
    assert "Helgdag" in words
    assert "Lördag" in words


@pytest.fixture
@brought
def planned(planning: Desk) -> Desk:
    """A meeting that is planned."""
    planning.send("plan", days="2027-01-13 09:00 Sal A\n2027-02-10")
    _year(planning)
    return planning


def test_a_meeting_is_moved(planned: Desk) -> None:
    planned.send(planned.first_form("flytt-"), held_on="2027-01-20", begins_at="10.30", place="")

    assert "onsdag 20 januari 2027 kl. 10:30" in _year(planned)


@pytest.mark.parametrize(
    ("held_on", "said"),
    [
        pytest.param("2027-02-10", "sammanträder redan", id="taken"),
        pytest.param("2026-01-10", "redan varit", id="has been"),
        pytest.param("snart", "ingen dag", id="no day"),
        pytest.param("", "ingen dag", id="nothing"),
    ],
)
def test_a_meeting_is_not_moved_to_a_day_that_cannot_be(
    planned: Desk, held_on: str, said: str
) -> None:
    page = planned.send(planned.first_form("flytt-"), held_on=held_on, expect=422)

    assert said in page.words


def test_a_meeting_is_cancelled_and_taken_back(planned: Desk) -> None:
    planned.send(planned.first_form("installning-"))
    cancelled = _year(planned)
    planned.send(planned.first_form("ater-"))

    assert "Inställt" in cancelled
    assert "Inställt" not in _year(planned)


def test_who_moves_a_meeting_that_another_has_moved_is_told(planned: Desk) -> None:
    late = planned.form(planned.first_form("flytt-"), held_on="2027-01-27")
    planned.send(planned.first_form("flytt-"), place="Sal C")

    page = planned.post(late, expect=409)

    assert "Någon annan" in page.words


def test_a_form_sent_twice_plans_once(planned: Desk) -> None:
    form = planned.form("plan", days="2027-03-10")

    planned.post(form)
    planned.post(form)

    page = planned.open(f"{BOARD}?ar=2027")
    assert page.words.count("onsdag 10 mars 2027") == 1


def test_the_year_is_a_calendar(planned: Desk) -> None:
    answer = planned.visitor.client.get(f"{BOARD}/2027.ics")

    assert answer.mimetype == "text/calendar"
    assert answer.text.count("BEGIN:VEVENT") == 2


def test_another_body_is_not_planned(desk: Desk) -> None:
    page = desk.visitor.client.get("/arbete/regionfullmaktige")

    assert page.status_code == 404


def test_standing_items_are_chosen_ordered_and_added_to(desk: Desk) -> None:
    desk.open(f"{BOARD}/staende-punkter")
    rows = desk.rows("punkter")
    rows["title"] = [*rows["title"][:-1], "Övriga frågor"]
    rows["last"] = [*rows["last"], str(len(rows["title"]) - 1)]

    desk.send("punkter", **rows)
    desk.send("punkter", **desk.rows("punkter"), move="0 down")

    titles = desk.rows("punkter")["title"]
    assert titles[:2] == ["Fastställande av föredragningslistan", "Val av justerare"]
    assert titles[-2:] == ["Övriga frågor", ""]
