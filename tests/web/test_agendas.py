"""The agenda is put up, ordered, mended, and what was put off comes back."""

from __future__ import annotations

import pytest
from sqlmodel import select

from minutes.store.session import writing
from minutes.store.tables import Item, Meeting
from tests.databases import opened
from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.planned import AGENDA, PLACE, key, plan, titles


@pytest.fixture
@brought
def drawing_up(desk: Desk) -> Desk:
    """A meeting with three items on its agenda."""
    return plan(desk, "Budget", "Bussar", "Vård")


def test_standing_items_come_with_one_press_and_stand_in_their_places(drawing_up: Desk) -> None:
    drawing_up.send("staende")

    found = titles(drawing_up)
    assert found[0] == "Val av justerare"
    assert found[3:6] == ["Budget", "Bussar", "Vård"]
    assert found[-1] == "Regiondirektörens rapport"
    assert "staende" not in {e.get("id") for e in drawing_up.page.all("form")}


def test_the_numbers_are_foreseen(drawing_up: Desk) -> None:
    numbers = ["".join(e.itertext()) for e in drawing_up.page.all("span", "foreseen")]

    first = int(numbers[0].removeprefix("§ "))
    assert numbers == [f"§ {first + n}" for n in range(3)]


def test_an_item_has_its_matter_presenter_and_kind(drawing_up: Desk) -> None:
    page = drawing_up.send(
        "arende", title="Val av ombud", dnr="RS 2026/7-3", presenter="Ulla Ny", is_election="y"
    )

    assert "Val av ombud RS 2026/7-3 Ulla Ny Val" in page.words


def test_an_item_is_put_where_it_is_wanted(drawing_up: Desk) -> None:
    drawing_up.send("arende", title="Först", before=key(drawing_up, "Budget"))

    assert titles(drawing_up)[0] == "Först"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({"title": ""}, "Rubriken saknas", id="no title"),
        pytest.param({"title": "x" * 501}, "högst 500", id="too long"),
        pytest.param({"title": "x" * 200_000}, "högst 500", id="200 kB"),
        pytest.param({"title": "Val", "dnr": "7" * 101}, "högst 100", id="a long reference"),
        pytest.param({"title": "Val", "presenter": "x" * 501}, "högst 500", id="a long name"),
    ],
)
def test_an_item_that_cannot_be_is_told_and_its_words_are_kept(
    drawing_up: Desk, fields: dict[str, str], said: str
) -> None:
    page = drawing_up.send("arende", expect=422, **fields)

    assert said in page.words
    assert len(titles(drawing_up)) == 3


def test_what_nobody_sees_is_left_out(drawing_up: Desk) -> None:
    drawing_up.send("arende", title="Val\x00 av\r\n ombud\x1b")

    assert titles(drawing_up)[-1] == "Val av ombud"


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "Åtgärder 😀 & mer", "{{ 7 * 7 }}"])
def test_markup_and_emoji_are_words_as_others(drawing_up: Desk, title: str) -> None:
    drawing_up.send("arende", title=title)

    assert titles(drawing_up)[-1] == title


def test_an_item_is_moved(drawing_up: Desk) -> None:
    vard = key(drawing_up, "Vård")

    drawing_up.send(f"flytt-{vard}", before=key(drawing_up, "Budget"))
    first = titles(drawing_up)
    drawing_up.send(f"flytt-{vard}", before="sist")

    assert first == ["Vård", "Budget", "Bussar"]
    assert titles(drawing_up) == ["Budget", "Bussar", "Vård"]


def test_an_item_is_taken_off_the_agenda_and_put_back(drawing_up: Desk) -> None:
    bussar = key(drawing_up, "Bussar")

    drawing_up.send(f"utgar-{bussar}")
    without = titles(drawing_up)
    drawing_up.send(f"ater-{bussar}")

    assert without == ["Budget", "Vård"]
    assert titles(drawing_up) == ["Budget", "Bussar", "Vård"]


def test_a_form_sent_twice_puts_up_one_item(drawing_up: Desk) -> None:
    form = drawing_up.form("arende", title="En gång")

    drawing_up.post(form)
    drawing_up.post(form)

    assert titles(drawing_up).count("En gång") == 1


@pytest.fixture
@brought
def waiting(drawing_up: Desk) -> Desk:
    """A § of the board's draft was tabled, and waits to come back."""
    with opened(drawing_up.register):
        session = writing()
        item = session.exec(select(Item).where(Item.year == 2026, Item.number == 88)).one()
        item.tabled = True
        session.commit()
    drawing_up.open(AGENDA)
    return drawing_up


def test_what_was_put_off_waits_and_comes_back_with_its_papers(waiting: Desk) -> None:
    tabled = waiting.page.words.partition("Väntar på att tas upp igen")[2]

    page = waiting.send(waiting.first_form("igen-"))

    assert "§ 88/2026 Bordlagt" in tabled.replace("\xa0", " ")
    assert len(titles(waiting)) == 4
    assert "Åter på listan Underlag" in page.words
    assert "§ 88/2026 Bordlagt" not in page.words.replace("\xa0", " ")


def test_what_does_not_wait_is_not_taken_up_again(waiting: Desk) -> None:
    address, fields = waiting.form(waiting.first_form("igen-"))
    item = waiting.item_of("regionstyrelsen", 2026, 1)

    place, _, _ = address.rpartition("/")
    answer = waiting.visitor.client.post(f"{place}/{item}", data=fields)

    assert answer.status_code == 404


def test_a_cancelled_meeting_is_not_prepared(drawing_up: Desk) -> None:
    form = drawing_up.form("arende", title="För sent")
    drawing_up.open("/arbete/regionstyrelsen?ar=2026")
    drawing_up.send(drawing_up.first_form("installning-"))

    page = drawing_up.post(form, expect=422)

    assert "inställt" in page.words


def test_the_agenda_of_a_meeting_under_way_can_still_get_items(drawing_up: Desk) -> None:
    item = int(key(drawing_up, "Budget"))
    with opened(drawing_up.register):
        session = writing()
        meeting = session.get_one(Meeting, session.get_one(Item, item).meeting_id)
        meeting.opened_at = "09:00"
        session.commit()

    page = drawing_up.send("arende", title="Nytt ärende")

    assert "Nytt ärende Tillagt under sammanträdet" in page.words


def test_a_reader_sees_the_agenda_without_its_forms(drawing_up: Desk) -> None:
    chair = Desk(drawing_up.register, "ordforande@sundevik.example")

    page = chair.open(AGENDA)

    assert "Budget" in page.words
    assert page.forms == []


def test_a_long_agenda_is_one_page(desk: Desk) -> None:
    plan(desk, *(f"Ärende {n}" for n in range(60)))

    assert len(titles(desk)) == 60


def test_the_calendar_entry_is_that_of_the_meeting(drawing_up: Desk) -> None:
    answer = drawing_up.visitor.client.get(f"{PLACE}/kallelse.ics")

    assert "DTSTART;TZID=Europe/Stockholm:20261209T090000" in answer.text
