"""What §§ report in lists is looked up: decisions of delegates, and communications."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from openpyxl import load_workbook

from minutes.actions.history import Act
from minutes.actions.publishing import approve_copy, rule_on
from minutes.domain.publishing import Publishing, Ruling
from minutes.store.session import session, writing
from minutes.store.tables import Body, Item, Meeting
from tests.databases import opened
from tests.web.conftest import NOW
from tests.web.desk import Desk
from tests.web.pages import Visitor

DECISIONS, COMMUNICATIONS = "/delegationsbeslut", "/meddelanden"
PAGE = "/arbete/regionstyrelsen/meddelanden"
TOLD = {"sender": "Skogsrådet", "subject": "Fråga om vedeldning", "received_on": "2026-10-02"}


def _found(visitor: Visitor, address: str) -> list[dict[str, Any]]:
    path, _, query = address.partition("?")
    data = visitor.data(f"{path}.json?{query}")
    found: list[dict[str, Any]] = data[{DECISIONS: "decisions"}.get(path, "communications")]
    return found


def test_a_decision_is_listed_with_delegate_day_number_ground_and_paragraph(
    citizen: Visitor,
) -> None:
    [one] = _found(citizen, f"{DECISIONS}?ord=energimarknad")

    assert (one["delegate"], one["decided_on"]) == ("Regiondirektören", "2026-06-25")
    assert (one["dnr"], one["ground"]) == ("0466-2026", "punkt 2.4")
    assert one["reported_in"]["number"] == 63


def test_a_communication_is_listed_with_sender_day_number_and_paragraph(citizen: Visitor) -> None:
    [one] = _found(citizen, f"{COMMUNICATIONS}?vem=arbetsmiljö&ar=2026&ord=larm")

    assert (one["sender"], one["received_on"]) == ("Arbetsmiljöverket", "2026-07-02")
    assert (one["dnr"], one["reported_in"]["number"]) == ("0474-2026", 64)


@pytest.mark.parametrize(
    ("address", "all_meet"),
    [
        pytest.param(
            f"{DECISIONS}?organ=regionala-utvecklingsnamnden",
            lambda one: one["slug"] == "regionala-utvecklingsnamnden",
            id="body",
        ),
        pytest.param(
            f"{DECISIONS}?ar=2025",
            lambda one: (one["decided_on"] or one["reported_in"]["held_on"])[:4] == "2025",
            id="year",
        ),
        pytest.param(
            f"{DECISIONS}?vem=ekonomi", lambda one: "Ekonomi" in one["delegate"], id="delegate"
        ),
        pytest.param(
            f"{COMMUNICATIONS}?organ=regionstyrelsen&ar=2025&paragraf=§+5",
            lambda one: one["reported_in"]["number"] == 5,
            id="§",
        ),
    ],
)
def test_a_list_is_narrowed(citizen: Visitor, address: str, all_meet: Any) -> None:
    found = _found(citizen, address)

    assert found
    assert all(map(all_meet, found))


def test_what_waits_to_be_reported_is_seen_by_those_who_work_with_it(citizen: Visitor) -> None:
    waits = f"{DECISIONS}?ord=skrivare"

    assert not _found(citizen, waits)
    [one] = _found(Visitor(citizen.app, "registrator@sundevik.example"), waits)
    assert (one["reported_in"], one["notice"]) == (None, None)
    [announced] = _found(citizen, f"{DECISIONS}?ord=uthyrning")
    assert announced["announced_on"] == "2026-11-13"


def test_what_a_draft_reports_is_hidden_with_it(citizen: Visitor) -> None:
    assert not _found(citizen, f"{DECISIONS}?ord=kortare+arbetstid+nattarbetande")
    assert _found(
        Visitor(citizen.app, "registrator@sundevik.example"),
        f"{DECISIONS}?ord=kortare+arbetstid+nattarbetande",
    )


@pytest.mark.parametrize("address", [DECISIONS, COMMUNICATIONS])
def test_a_list_is_handed_out(citizen: Visitor, address: str) -> None:
    answer = citizen.client.get(f"{address}.csv?ar=2026")
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))
    total = citizen.data(f"{address}.json?ar=2026")["paging"]["total"]
    book = load_workbook(io.BytesIO(citizen.client.get(f"{address}.xlsx?ar=2026").data))

    assert len(rows) == total == book.worksheets[0].max_row - 1


@pytest.mark.parametrize("address", [DECISIONS, COMMUNICATIONS])
@pytest.mark.parametrize("asked", ["organ=ingen", "ar=1899", "paragraf=x", "paragraf=" + "9" * 9])
def test_what_cannot_be_chosen_is_refused(citizen: Visitor, address: str, asked: str) -> None:
    assert citizen.client.get(f"{address}?{asked}").status_code == 400


def test_an_empty_list_says_what_to_do(first_visitor: Visitor) -> None:
    for address in (DECISIONS, COMMUNICATIONS):
        assert "Ta bort något av det du söker på" in first_visitor.get(address).words


def test_a_paragraph_leads_to_what_it_reports(citizen: Visitor) -> None:
    page = citizen.get("/regionstyrelsen/2026/63")

    [address] = [link for link in page.links() if link.startswith(DECISIONS)]
    assert len(citizen.get(address).all("tr")) == 9


def test_a_communication_is_entered_mended_and_taken_out(desk: Desk) -> None:
    desk.open(PAGE)
    desk.send("meddelande-nytt", **TOLD)
    form = desk.form_with("Fråga om vedeldning", "meddelande-")
    desk.send(form, dnr="0077-2026", item=str(desk.item_of("regionstyrelsen", 2026, 64)))
    [one] = _found(Visitor(desk.app), f"{COMMUNICATIONS}?ord=vedeldning")
    assert (one["dnr"], one["reported_in"]["number"]) == ("0077-2026", 64)

    desk.send(form, press="/borttagning")

    assert "vedeldning" not in desk.page.words


def test_the_communications_of_a_paragraph_are_fetched_once(desk: Desk) -> None:
    desk.open(PAGE)
    item = str(desk.item_of("regionstyrelsen", 2026, 64))
    desk.send(desk.form_with("Tack för ambulansstationen", "meddelande-"), press="/borttagning")

    desk.send("hamta", item=item)

    assert "Tack för ambulansstationen" in desk.page.words
    assert "inga meddelanden att hämta" in desk.send("hamta", item=item, expect=422).words
    assert "Välj den paragraf" in desk.send("hamta", item="", expect=422).words


def test_words_that_are_masked_in_the_minutes_are_masked_in_the_list(desk: Desk) -> None:
    item = desk.item_of("regionstyrelsen", 2026, 64)
    with opened(desk.register):
        writing()
        meeting = session().get_one(Meeting, session().get_one(Item, item).meeting_id)
        body, by = session().get_one(Body, meeting.body_id), Act("provet", NOW)
        body.publishing, body.publishing_decision = Publishing.REVIEWED, "Fullmäktige § 1"
        rule_on(session(), by, meeting, "Rune Ask", Ruling.MASKED, "Privatperson")
        approve_copy(session(), by, meeting)
        session().commit()
    desk.open(PAGE)
    desk.send("meddelande-nytt", **{**TOLD, "subject": "Brev från Rune Ask", "item": str(item)})

    [one] = _found(Visitor(desk.app), f"{COMMUNICATIONS}?vem=skogsrådet")

    assert one["subject"] == "Brev från [maskat]"
    assert not _found(Visitor(desk.app), f"{COMMUNICATIONS}?ord=rune")
