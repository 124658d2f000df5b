"""Who may: drafts and accounts are there only for those who may see them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from minutes.demonstration.accounts import ACCOUNTS
from minutes.domain.access import READS_DRAFTS
from tests.databases import Register
from tests.web.pages import Visitor

DRAFT = "/regionstyrelsen/2026-10-28"
OF_DRAFT = (
    DRAFT,
    f"{DRAFT}.json",
    f"{DRAFT}.pdf",
    "/regionstyrelsen/2026/88",
    "/regionstyrelsen/2026/88.json",
)
SIGNED_IN = ("/konto", "/konto/losenord", "/konto/reservkoder", "/konto/nycklar")


def _status(visitor: Visitor, address: str) -> int:
    with visitor.client.get(address) as answer:
        return answer.status_code


BOARD = "Regionstyrelsen"


def _of(register: Register, email: str) -> Visitor:
    register.app.config["CLOCK"] = lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)
    return Visitor(register.app, email)


@pytest.mark.parametrize("address", OF_DRAFT)
def test_a_draft_is_not_there_for_the_public(citizen: Visitor, address: str) -> None:
    assert _status(citizen, address) == 404


@pytest.mark.parametrize(
    "one", [one for one in ACCOUNTS if one.body in {None, BOARD}], ids=lambda one: one.duty.value
)
def test_a_draft_is_there_for_those_who_work_with_it(demo_register: Register, one: object) -> None:
    from minutes.demonstration.accounts import AccountOf

    assert isinstance(one, AccountOf)
    expected = 200 if one.duty in READS_DRAFTS else 404
    assert _status(_of(demo_register, one.email), "/regionstyrelsen/2026/88") == expected


def test_a_secretary_of_one_body_does_not_read_the_drafts_of_another(
    demo_register: Register, tmp_path: Path
) -> None:
    secretary = _of(demo_register, "sekreterare@sundevik.example")

    assert "Ej justerat" in secretary.get("/regionstyrelsen").words
    assert "Ej justerat" not in Visitor(demo_register.app).get("/regionstyrelsen").words


def test_a_picture_belongs_to_no_meeting_and_is_there_for_everybody(
    citizen: Visitor, visitor: Visitor
) -> None:
    (picture,) = visitor.get("/regionstyrelsen/2026/88").all("img")

    assert _status(citizen, picture.get("src") or "") == 200


def test_no_list_counts_what_is_not_public(citizen: Visitor, visitor: Visitor) -> None:
    for address in (
        "/",
        "/arenden",
        "/reservationer?ar=2026",
        "/uppdrag?visa=alla",
        "/personer",
        "/beslutsregister?sida=4",
    ):
        page = citizen.get(address)
        assert "/regionstyrelsen/2026/88" not in page.links(), address
    everything = visitor.data("/uppdrag.json?visa=alla")["counts"]["total"]
    assert citizen.data("/uppdrag.json?visa=alla")["counts"]["total"] < everything


def test_what_only_a_draft_has_closed_is_open_to_the_public(
    citizen: Visitor, visitor: Visitor
) -> None:
    def closed(who: Visitor) -> set[int]:
        return {one["id"] for one in who.data("/uppdrag.json?visa=avslutade")["assignments"]}

    by_draft = closed(visitor) - closed(citizen)
    public = citizen.data("/uppdrag.json?visa=alla")["assignments"]

    assert by_draft
    assert {one["status"] for one in public if one["id"] in by_draft} <= {"open", "reported"}


@pytest.mark.parametrize("address", SIGNED_IN)
def test_an_account_is_there_for_its_owner_only(
    citizen: Visitor, visitor: Visitor, address: str
) -> None:
    assert _status(citizen, address) == 404
    assert visitor.get(address).status == 200
