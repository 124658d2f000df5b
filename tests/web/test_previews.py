"""The § while it is written: what the browser is told of it, and whom it is there for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlmodel import col, select
from werkzeug.test import TestResponse

from minutes.documents.worker import worker
from minutes.store.session import session
from minutes.store.tables import Item, Meeting
from tests.web.pages import Visitor

HELD_ON = date(2026, 10, 28)
AT = f"/arbete/regionstyrelsen/{HELD_ON}/punkt"


@pytest.fixture(scope="module", autouse=True)
def _worker() -> Iterator[None]:
    yield
    worker().end()


def _item(visitor: Visitor, number: int) -> int:
    """The key of a § of that year's board."""
    with visitor.app.app_context():
        of_day = select(Item.id).join(Meeting, col(Meeting.id) == Item.meeting_id)
        return session().exec(of_day.where(Meeting.held_on == HELD_ON, Item.number == number)).one()


def _get(visitor: Visitor, path: str, **headers: str) -> TestResponse:
    return visitor.client.get(f"{AT}/{path}", headers=headers, buffered=True)


def test_a_paragraph_is_shown_as_pdf_that_no_other_keeps(visitor: Visitor) -> None:
    answer = _get(visitor, f"{_item(visitor, 79)}.pdf")

    assert answer.status_code == 200
    assert answer.data.startswith(b"%PDF-1.7")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.cache_control.private
    assert answer.cache_control.no_cache


def test_a_page_is_shown_as_a_picture_and_sent_once_for_the_same_words(visitor: Visitor) -> None:
    path = f"{_item(visitor, 79)}/sida-1.png"
    answer = _get(visitor, path)

    again = _get(visitor, path, **{"If-None-Match": answer.headers["ETag"]})

    assert answer.data.startswith(b"\x89PNG")
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        pytest.param("{item}/sida-99.png", "ingen sådan sida", id="a page that it has not"),
        pytest.param("999999.pdf", "inget sådant ärende", id="an item that is not there"),
    ],
)
def test_what_is_not_there_is_told(visitor: Visitor, path: str, told: str) -> None:
    answer = _get(visitor, path.format(item=_item(visitor, 79)))

    assert answer.status_code == 404
    assert told in answer.get_data(as_text=True)


def test_an_item_is_not_shown_at_another_meeting(visitor: Visitor) -> None:
    answer = visitor.client.get(
        f"/arbete/regionstyrelsen/2026-09-09/punkt/{_item(visitor, 79)}.pdf", buffered=True
    )

    assert answer.status_code == 404


def test_a_draft_is_not_there_for_a_citizen(visitor: Visitor, citizen: Visitor) -> None:
    assert _get(citizen, f"{_item(visitor, 79)}.pdf").status_code == 404
