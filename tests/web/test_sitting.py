"""The one screen: closing items, finding a person, and what others have written."""

from __future__ import annotations

import pytest
from sqlmodel import select

from minutes.actions.agenda import Point, put_on_agenda
from minutes.actions.history import Act
from minutes.store.session import session, writing
from minutes.store.tables import Meeting
from tests.databases import opened
from tests.web.brought import brought
from tests.web.conftest import NOW
from tests.web.desk import Desk
from tests.web.pages import Visitor

BOARD = "/arbete/regionstyrelsen/2026-10-28"


@pytest.fixture
@brought
def added(desk: Desk) -> Desk:
    """The secretary at an item that was added to the agenda of the board's draft."""
    with opened(desk.register):
        writing()
        meeting = (
            session()
            .exec(
                select(Meeting).where(
                    Meeting.id == desk.meeting_of("regionstyrelsen", "2026-10-28")
                )
            )
            .one()
        )
        item = put_on_agenda(session(), Act("Elin", NOW), meeting, Point("Buss till Norrvik"))
        key = item.id
        session().commit()
    desk.open(f"{BOARD}/punkt/{key}")
    return desk


def test_an_item_has_its_number_foreseen_until_it_is_closed(added: Desk) -> None:
    assert added.page.heading == "§ 100 Buss till Norrvik"
    assert "Avsluta § 100" in added.page.words

    added.send("avslut")

    assert "Avsluta §" not in added.page.words
    citizen = Visitor(added.app, "registrator@sundevik.example")
    assert citizen.get("/regionstyrelsen/2026/100").heading.endswith("Buss till Norrvik")


def test_what_is_not_closed_is_not_in_the_register(added: Desk) -> None:
    registrar = Visitor(added.app, "registrator@sundevik.example")

    assert "Norrvik" not in registrar.get("/regionstyrelsen/2026-10-28").words
    registrar.get("/regionstyrelsen/2026/100", status=404)


def test_the_screen_tells_who_leads_and_whether_enough_are_there(added: Desk) -> None:
    assert "14 av 15 tjänstgör, beslutför" in added.page.words


def test_a_person_is_found_with_what_they_do(desk: Desk) -> None:
    page = desk.open(f"{BOARD}/person?namn=elfv")

    assert page.heading == "Kristina Elfving (C)"
    assert "yrkande" in page.words


def test_words_that_mean_nobody_are_told(desk: Desk) -> None:
    assert "Ingen här heter" in desk.open(f"{BOARD}/person?namn=xyz").words


def test_a_page_can_ask_whether_others_have_written(added: Desk) -> None:
    def stand() -> str:
        return added.visitor.client.get(f"{BOARD}/stand").text

    before = stand()
    added.send("avslut")

    assert int(stand()) > int(before)


def test_an_item_of_another_meeting_is_not_there(desk: Desk) -> None:
    item = desk.item_of("regionstyrelsen", 2026, 28)

    desk.open(f"{BOARD}/punkt/{item}", status=404)


def test_the_secretary_of_another_body_is_told_nothing(desk: Desk) -> None:
    assert desk.visitor.client.get("/arbete/regionfullmaktige/2026-04-29").status_code == 404
