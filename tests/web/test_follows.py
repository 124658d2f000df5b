"""With an account one follows by one press, and is told of what is new once."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.documents.mailing import send_due
from minutes.store.session import writing
from minutes.store.tables import Follow, FollowNews, History, Letter
from tests.databases import opened
from tests.documents.mailed import Box, served
from tests.web.desk import Desk
from tests.web.followed import (
    AFTER,
    BEFORE,
    BEGUN,
    LATER,
    MATTER,
    PERSON,
    SEARCH,
    digests,
    let_send,
    letters,
    rows,
)

MEMBER = "ledamot@sundevik.example"


@pytest.fixture
def reader(desk: Desk) -> Desk:
    """A member who follows nothing yet, where letters can be sent."""
    let_send(desk.register)
    return Desk(desk.register, MEMBER)


@pytest.mark.parametrize("page", [f"/personer/{PERSON}", f"/sok?{SEARCH}"])
def test_one_press_begins_to_follow_and_one_ends_it(reader: Desk, page: str) -> None:
    reader.open(page)

    assert "Du följer det här" in reader.send("folj").words
    assert "Sluta följa" in reader.open("/bevakningar").words
    reader.open(page)
    assert "Du följer det här" not in reader.send("folj").words
    assert "Du följer inget än" in reader.open("/bevakningar").words


def test_a_search_is_saved_by_a_name_and_opened_from_the_list(reader: Desk) -> None:
    reader.open(f"/sok?{SEARCH}")
    reader.send("folj", namn="Det som rör hälsocentraler")

    page = reader.open("/bevakningar")

    assert "Det som rör hälsocentraler" in page.words
    [address] = [one for one in page.links() if one.startswith("/sok?")]
    assert "träff" in reader.open(address).words


def test_the_same_search_is_the_same_however_it_is_asked(reader: Desk) -> None:
    reader.open(f"/sok?{SEARCH}")
    reader.send("folj")

    assert "Du följer det här" in reader.open("/sok?visa=reservationer&sida=2&q=hälsocentral").words


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"sok": ""}, 422),
        ({"sok": "utfall=bra"}, 400),
        ({"arende": "9999-9999"}, 404),
        ({"arende": MATTER, "rytm": "ofta"}, 400),
        ({"sok": "q=avgift", "namn": "a" * 201}, 422),
    ],
    ids=["no search", "no such search", "no such matter", "no such rhythm", "a long name"],
)
def test_what_cannot_be_followed_is_refused(
    reader: Desk, fields: dict[str, str], status: int
) -> None:
    address, form = reader.form_of_page(f"/arenden/{MATTER}", "folj")
    form.pop("arende")

    reader.post((address, {**form, **fields}), status)

    assert rows(reader.register, Follow) == []


def test_nobody_ends_what_another_follows(reader: Desk) -> None:
    reader.open(f"/arenden/{MATTER}")
    reader.send("folj")
    form = reader.form_of_page(f"/arenden/{MATTER}", "folj")

    other = Desk(reader.register)
    _, own = other.form_of_page(f"/arenden/{MATTER}", "folj")
    other.post((form[0], own), 404)

    assert len(rows(reader.register, Follow)) == 1


def test_what_is_new_is_told_once_and_only_when_its_day_has_come(reader: Desk) -> None:
    reader.open(f"/personer/{PERSON}")
    reader.send("folj")

    assert digests(reader.register, BEFORE) == 0
    assert [digests(reader.register, AFTER), digests(reader.register, AFTER)] == [1, 0]
    assert digests(reader.register, LATER) == 1
    told = rows(reader.register, FollowNews)
    assert len({one["item_id"] for one in told}) == len(told)
    assert {one["told_on"] for one in told} == {AFTER, LATER}
    first, second = (one["words"] for one in letters(reader.register))
    assert "Röst: " in first
    assert not {a for a in first.split() if "/2025/" in a} & set(second.split())


def test_a_letter_leads_to_the_address_of_the_settings_and_tells_of_the_account_page(
    reader: Desk,
) -> None:
    reader.open(f"/arenden/{MATTER}")
    reader.send("folj")
    digests(reader.register, AFTER)

    [letter] = letters(reader.register)
    assert letter["to_address"] == MEMBER
    assert f"https://protokoll.example/arenden/{MATTER}" in letter["html"]
    assert "https://protokoll.example/bevakningar\n" in letter["words"]


def test_news_that_are_read_here_only_are_not_sent(reader: Desk) -> None:
    reader.open(f"/arenden/{MATTER}")
    reader.send("folj")
    key = rows(reader.register, Follow)[0]["id"]
    reader.open("/bevakningar")
    reader.send(f"bevakning-{key}-rytm", rytm="never")

    assert digests(reader.register, AFTER) == 0
    assert "Inget nytt sedan" not in reader.open("/bevakningar").words


def test_without_a_server_for_letters_what_is_new_stands_on_the_page(desk: Desk) -> None:
    let_send(desk.register)
    desk.app.config["MINUTES"] = desk.register.settings
    desk.open(f"/arenden/{MATTER}")
    desk.send("folj")

    assert digests(desk.register, AFTER) == 0
    page = desk.open("/bevakningar")
    assert "Härifrån skickas inga brev" in page.words
    assert any("/2025/" in link for link in page.links())


def test_nothing_is_told_that_everybody_may_not_read(reader: Desk) -> None:
    secretary = Desk(reader.register)
    secretary.open("/sok?organ=regionstyrelsen&ar=2026&q=prognos")
    secretary.send("folj")
    digests(reader.register, BEGUN.date().replace(year=2026, month=11, day=22))

    told = {one["item_id"] for one in rows(reader.register, FollowNews)}
    drafts = {secretary.item_of("regionstyrelsen", 2026, 88)}
    assert not told & drafts


def test_a_letter_that_was_sent_is_not_kept_and_one_that_was_not_is_tried_again(
    reader: Desk, tmp_path: Path
) -> None:
    reader.open(f"/arenden/{MATTER}")
    reader.send("folj")
    digests(reader.register, AFTER)
    before = len(rows(reader.register, History))
    box = Box()
    box.answers.append("451 later")

    with served(box) as mail, opened(reader.register):
        assert send_due(writing, mail, tmp_path, lambda: BEGUN.replace(year=2026)) == (0, 1)
        assert send_due(writing, mail, tmp_path, lambda: BEGUN.replace(year=2027)) == (1, 0)

    [message] = box.messages
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letters(reader.register) == []
    assert len(rows(reader.register, History)) == before
    assert all(MEMBER not in str(one) for one in rows(reader.register, Letter))
