"""Extracts are certified and sent to those whom each § concerns."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime

import pikepdf
import pytest
from sqlmodel import select

from minutes.demonstration.corrections import correct
from minutes.store.session import session
from minutes.store.tables import Dispatch, Extract, Item, Letter
from tests.databases import opened
from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.pages import text
from tests.web.sealed import seal

MEETING = "/arbete/regionstyrelsen/2026-09-09"
CORRECTED = "/arbete/regionstyrelsen/2026-02-11"
CERTIFIERS = ("Marie Sandelius", "Kristina Elfving", "Annelie Kvist")
MORNING = datetime(2026, 11, 22, tzinfo=UTC)
DRAFT = "/arbete/regionstyrelsen/2026-10-28"


@pytest.fixture
@brought
def sending(desk: Desk) -> Desk:
    """The secretary at the sendings of adjusted minutes."""
    desk.open(f"{MEETING}/expediering")
    return desk


def _first(desk: Desk) -> str:
    """The form of the first recipient."""
    return next(f.get("id", "") for f in desk.page.all("form") if f.get("class") == "send")


def _rows(desk: Desk) -> tuple[list[Extract], list[Dispatch], list[Letter]]:
    """What was certified, sent and written today."""
    with opened(desk.register):
        here = session()
        return (
            list(here.exec(select(Extract).where(Extract.certified_at > MORNING))),
            list(here.exec(select(Dispatch).where(Dispatch.sent_at > MORNING))),
            list(here.exec(select(Letter).where(Letter.written_at > MORNING))),
        )


def test_an_extract_is_certified_by_sending_it(sending: Desk) -> None:
    page = sending.send(_first(sending), channel="email", email="ekonomi@sundevik.example")

    assert "E-post till ekonomi@sundevik.example" in page.words
    assert "bestyrkt av" in page.words
    (extract,), (sent,), (letter,) = _rows(sending)
    assert sent.extract_id == extract.id
    assert letter.id == sent.letter_id
    assert letter.document_id == extract.document_id
    assert sent.recipient not in letter.words


def test_the_letter_tells_which_paragraph_and_nothing_of_what_it_says(sending: Desk) -> None:
    sending.send(_first(sending), channel="email", email="ekonomi@sundevik.example")

    (extract,), _, (letter,) = _rows(sending)
    with opened(sending.register):
        item = session().get_one(Item, extract.item_id)
    assert f"§ {item.number}" in letter.subject
    assert item.title not in letter.subject + letter.words


def test_the_extract_holds_the_paragraph_and_who_certified_it(sending: Desk) -> None:
    sending.send(_first(sending), channel="post")
    link = next(one for one in sending.page.links() if one.endswith("utdrag.pdf"))

    with sending.visitor.client.get(link) as answer:
        kept = answer.data

    assert answer.mimetype == "application/pdf"
    with pikepdf.open(io.BytesIO(kept)) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("Protokollsutdrag Regionstyrelsen")
        assert list(pdf.attachments)


def test_what_was_sent_keeps_the_version_that_it_was_taken_from(desk: Desk) -> None:
    before = desk.open(f"{CORRECTED}/expediering").words
    again = {
        "item": "Regionstyrelsen 2026 § 19",
        "proposed_on": date(2026, 11, 20),
        "old": "högst 90 minuter",
        "new": "högst 60 minuter",
        "reason": "Skrivfel.",
        "certified": dict.fromkeys(CERTIFIERS, date(2026, 11, 20)),
    }
    with opened(desk.register):
        correct(session(), [again])
        session().commit()

    after = desk.send(f"bestyrk-{desk.item_of('regionstyrelsen', 2026, 19)}").words

    assert all("5 mars 2026 16:00, version 2" in page for page in (before, after))
    assert [one.version for one in _rows(desk)[0]] == [3]


def test_sending_twice_sends_once(sending: Desk) -> None:
    form = sending.form(_first(sending), channel="post")
    sending.post(form)
    sending.open(f"{MEETING}/expediering")
    sending.post((form[0], {**form[1], "form_key": "another"}))

    extracts, sent, letters = _rows(sending)
    assert (len(extracts), len(sent), len(letters)) == (1, 1, 0)


def test_an_address_that_is_remembered_is_offered_and_used_for_all(sending: Desk) -> None:
    first = _first(sending)
    sending.send(first, channel="email", email="rd@sundevik.example")
    name = sending.value(first, "recipient")
    others = [
        f.get("id", "")
        for f in sending.page.all("form")
        if f.get("class") == "send"
        and f.get("id") != first
        and sending.value(f.get("id", ""), "recipient") == name
    ]
    assert others
    assert all(sending.value(one, "email") == "rd@sundevik.example" for one in others)

    sending.send("skicka-alla")

    _, sent, letters = _rows(sending)
    assert len(sent) == len(letters) == len(others) + 1
    sending.send("skicka-alla")
    assert len(_rows(sending)[1]) == len(sent)


@pytest.mark.parametrize("email", ["", "ekonomi", "a@b.example, c@d.example"])
def test_what_is_no_address_is_refused_and_kept(sending: Desk, email: str) -> None:
    form = _first(sending)

    page = sending.send(form, channel="email", email=email, expect=422)

    assert "ingen e-postadress" in page.words
    assert sending.value(form, "email") == email
    assert _rows(sending) == ([], [], [])


def test_a_secret_paragraph_does_not_go_by_email(sending: Desk) -> None:
    form = _first(sending)
    seal(sending, int(form.split("-")[1]))

    page = sending.send(form, channel="email", email="rd@sundevik.example", expect=422)

    assert "skickas inte med e-post" in page.words
    assert _rows(sending) == ([], [], [])


def test_before_adjustment_there_is_nothing_to_send(desk: Desk) -> None:
    page = desk.open(f"{DRAFT}/expediering")

    assert "Ingen paragraf är justerad än" in page.words
    assert not [f for f in page.all("form") if f.get("class") == "send"]


def test_a_paragraph_that_is_not_adjusted_is_not_certified(desk: Desk, sending: Desk) -> None:
    item = desk.item_of("regionstyrelsen", 2026, 88)
    _, fields = sending.form("skicka-alla")

    page = sending.post((f"{DRAFT}/expediering/punkt/{item}/utdrag", fields), 422)

    assert "inte justerad" in text(page.root)
    assert _rows(sending) == ([], [], [])
