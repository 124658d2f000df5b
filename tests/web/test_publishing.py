"""A copy is reviewed, masked, approved and withdrawn by those who may."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.databases import Register
from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.pages import Visitor

MEETING = "/regionstyrelsen/2026-04-08"
PAGE = f"/arbete{MEETING}/publicering"
ITEM = "/regionstyrelsen/2026/28"


@pytest.fixture
@brought
def publishing(desk: Desk) -> Desk:
    """The board's secretary at the publishing of adjusted minutes."""
    desk.open(PAGE)
    return desk


def _status(desk: Desk, address: str) -> int:
    with Visitor(desk.app).client.get(address) as answer:
        return answer.status_code


def test_what_is_taken_off_the_web_is_not_read_there_and_the_meeting_is_still_told_of(
    publishing: Desk,
) -> None:
    assert _status(publishing, ITEM) == 200

    publishing.send("borttagning")

    assert _status(publishing, ITEM) == _status(publishing, f"{MEETING}.pdf") == 404
    page = Visitor(publishing.app).get(MEETING)
    assert "Inte publicerat på webben" in page.words
    assert not page.all("ol", "items")
    assert publishing.open(ITEM).status == 200


def test_a_copy_is_gone_on_the_day_after_its_last(publishing: Desk) -> None:
    publishing.send("godkann", expires_on="2026-11-23")
    statuses = []
    for day in (23, 24):
        publishing.app.config["CLOCK"] = lambda d=day: datetime(2026, 11, d, 12, tzinfo=UTC)
        statuses.append(_status(publishing, ITEM))

    assert statuses == [200, 404]


def test_what_is_found_is_masked_or_stays_with_one_press(publishing: Desk) -> None:
    publishing.send("maska", words="Finansplan", item="28", reason="Prov")
    assert "Finansplan" in publishing.page.words

    publishing.send(publishing.last_form("avgjort-"))

    assert "Inget är avgjort än" in publishing.page.words


def test_the_version_that_was_approved_is_given_as_it_was_approved(publishing: Desk) -> None:
    publishing.send("maska", words="Finansplan", item="28", reason="Prov")
    publishing.send("godkann")
    client = Visitor(publishing.app).client

    files = [client.get(f"{MEETING}{which}.pdf") for which in ("", "/version-1")]

    assert files[0].data == files[1].data
    assert client.get(f"{MEETING}/version-2.pdf").status_code == 404
    for file in files:
        file.close()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({"words": "Marie Sandelius", "reason": "x"}, "förtroendevald", id="elected"),
        pytest.param({"words": "S", "reason": "x"}, "parti", id="a party"),
        pytest.param({"words": "", "reason": "x"}, "Skriv de ord", id="no words"),
        pytest.param({"words": "Sundevik", "reason": ""}, "Skriv varför", id="no reason"),
    ],
)
def test_what_may_not_be_masked_is_refused_with_a_sentence(
    publishing: Desk, fields: dict[str, str], said: str
) -> None:
    page = publishing.send("maska", expect=422, **fields)

    assert said in page.words
    assert publishing.value("maska", "words") == fields["words"]


def test_the_same_words_are_ruled_on_once(publishing: Desk) -> None:
    publishing.send("maska", words="Sundevik", reason="Prov")

    page = publishing.send("maska", words="Sundevik", reason="Prov", expect=422)

    assert "redan avgjort" in page.words


def test_a_copy_that_somebody_saw_before_another_masked_words_is_not_approved(
    publishing: Desk,
) -> None:
    form = publishing.form("godkann")
    publishing.send("maska", words="Sundevik", reason="Prov")

    publishing.post(form, expect=409)


@pytest.mark.parametrize("day", ["", "2020-01-01"])
def test_a_copy_without_an_end_to_come_is_refused(publishing: Desk, day: str) -> None:
    assert "Ange en dag" in publishing.send("godkann", expires_on=day, expect=422).words


def test_who_has_not_just_shown_who_they_are_approves_nothing(publishing: Desk) -> None:
    with publishing.visitor.client.session_transaction() as kept:
        kept["fs_paa"] = 0

    page = publishing.send("godkann", expect=422)

    assert "Bekräfta att det är du" in page.words


def test_drafts_are_not_approved(desk: Desk) -> None:
    page = desk.open("/arbete/regionstyrelsen/2026-10-28/publicering")

    assert "Protokollet är inte justerat" in page.words


def test_a_body_whose_assembly_has_not_decided_it_publishes_nothing(publishing: Desk) -> None:
    publishing.open("/arbete/regionstyrelsen/publicering")
    publishing.send("publicering", publishing="never", decision="")

    publishing.open(PAGE)

    assert "Fullmäktige har inte beslutat" in publishing.page.words
    assert "godkann" not in [form.get("id") for form in publishing.page.all("form")]


def test_publishing_without_review_shows_what_is_adjusted(publishing: Desk) -> None:
    publishing.send("borttagning")
    publishing.open("/arbete/regionstyrelsen/publicering")

    publishing.send("publicering", publishing="unreviewed", decision="2023-02-15 § 21")

    assert _status(publishing, ITEM) == 200


def test_a_way_of_publishing_needs_the_decision_of_the_assembly(publishing: Desk) -> None:
    publishing.open("/arbete/regionstyrelsen/publicering")

    page = publishing.send("publicering", decision="", expect=422)

    assert "Skriv när fullmäktige beslutade" in page.words


def test_who_saw_another_way_of_publishing_does_not_choose(publishing: Desk) -> None:
    publishing.open("/arbete/regionstyrelsen/publicering")
    form = publishing.form("publicering", decision="2024-01-01 § 1")
    publishing.send("publicering", decision="2025-01-01 § 1")

    publishing.post(form, expect=409)


@pytest.mark.parametrize(
    ("email", "forms"),
    [
        pytest.param("ordforande@sundevik.example", False, id="the chair reads"),
        pytest.param("registrator@sundevik.example", True, id="the registrar publishes"),
    ],
)
def test_who_may_publish_is_offered_it(demo_register: Register, email: str, forms: bool) -> None:
    page = Visitor(demo_register.app, email).get(PAGE)

    assert ("godkann" in [form.get("id") for form in page.all("form")]) is forms
