"""Members are called, and what they were sent is kept as it was."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pikepdf
import pytest

from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.planned import AGENDA, PLACE, files, key, paper, plan


@pytest.fixture
@brought
def calling(desk: Desk) -> Desk:
    """A meeting whose agenda has an item with words and an annex."""
    plan(desk, "Bussar")
    desk.open(f"{PLACE}/punkt/{key(desk, 'Bussar')}/underlag")
    desk.send("avsnitt-summary", text="Bussarna är slitna.")
    desk.send("bilagor-nya", **files((paper("Karta", 2), "karta.pdf")))
    desk.open(AGENDA)
    return desk


def _bytes(desk: Desk, address: str) -> bytes:
    with desk.visitor.client.get(address) as answer:
        assert answer.mimetype == "application/pdf"
        return answer.data


def _sent(desk: Desk) -> list[str]:
    return [link for link in desk.open(AGENDA).links() if "/kallelser/" in link]


def test_the_summons_encloses_agenda_papers_and_annexes(calling: Desk) -> None:
    content = io.BytesIO(_bytes(calling, f"{PLACE}/kallelse.pdf"))
    with pikepdf.open(content) as pdf, pdf.open_outline() as outline:
        titles = {one.title for entry in outline.root for one in [entry, *entry.children]}

    assert any("Bussar" in title for title in titles)


def test_calling_keeps_what_was_sent(calling: Desk) -> None:
    page = calling.send("kallelse", message="Anmäl förhinder till kansliet.")
    first = _sent(calling)
    before = _bytes(calling, first[0])
    calling.send("arende", title="Vård")

    assert "Kallat 22 november 2026" in page.words
    assert _bytes(calling, first[0]) == before
    assert "Ändrat sedan dess" not in page.words


def test_what_is_changed_after_calling_is_told_and_can_be_sent_again(calling: Desk) -> None:
    calling.send("kallelse")
    _later(calling)
    page = calling.send("arende", title="Vård")
    changed = "Ändrat sedan dess" in page.words

    calling.send("kallelse")

    assert changed
    assert len(_sent(calling)) == 2
    assert "Ändrat sedan dess" not in calling.page.words


def _later(desk: Desk) -> None:
    """An hour passes."""
    desk.app.config["CLOCK"] = lambda: datetime(2026, 11, 22, 13, tzinfo=UTC)


def test_nobody_is_called_to_an_empty_agenda(desk: Desk) -> None:
    plan(desk)

    page = desk.send("kallelse", expect=422)

    assert "Föredragningslistan är tom" in page.words


def test_a_summons_of_another_meeting_is_not_there(calling: Desk) -> None:
    calling.send("kallelse")
    number = _sent(calling)[0].rpartition("/")[2]

    answer = calling.visitor.client.get(f"/arbete/regionstyrelsen/2026-10-28/kallelser/{number}")

    assert answer.status_code == 404
