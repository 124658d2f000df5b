"""The secretary posts notices, enters that they came down, and that they were down."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from minutes.actions.adjustments import adjust
from minutes.actions.history import Act
from minutes.store.session import session, writing
from minutes.store.tables import Meeting
from tests.databases import opened
from tests.web.desk import Desk
from tests.web.pages import Visitor

DAY = "2026-10-28"
PAGE = f"/arbete/regionstyrelsen/{DAY}/anslag"


def _at(desk: Desk, month: int, day: int) -> None:
    """Let it be another day, on which the secretary signs in anew."""
    desk.app.config["CLOCK"] = lambda: datetime(2026, month, day, 12, tzinfo=UTC)
    desk.visitor = Visitor(desk.app, "sekreterare@sundevik.example")


@pytest.fixture
def adjusted(desk: Desk) -> Desk:
    """The board's secretary; its minutes were adjusted on 10 November."""
    key = desk.meeting_of("regionstyrelsen", DAY)
    with opened(desk.register):
        meeting = writing().get_one(Meeting, key)
        at = datetime(2026, 11, 10, 9, tzinfo=UTC)
        adjust(session(), Act("Sekreteraren", at), meeting, told_on=at.date())
        session().commit()
    _at(desk, 11, 11)
    return desk


def test_nothing_is_announced_before_the_adjustment(desk: Desk) -> None:
    page = desk.open(PAGE)

    assert "Inget att anslå än" in page.words
    assert not [e for e in page.all("form") if (e.get("id") or "").startswith("anslag")]


def test_a_notice_is_posted_with_a_press(adjusted: Desk) -> None:
    page = adjusted.open(PAGE)
    assert "senast 12 november 2026, andra dagen efter justeringen" in page.words

    adjusted.send("anslag-hela")

    assert "Sista dag att överklaga 2 december 2026" in adjusted.page.words
    words = Visitor(adjusted.app).get("/anslagstavla").words
    assert "Regionstyrelsen 28 oktober 2026 §§ 79–" in words
    assert "Förvaltningsrätten i Sundevik" in words


def test_a_late_notice_is_posted_with_a_remark(adjusted: Desk) -> None:
    _at(adjusted, 11, 13)
    page = adjusted.open(PAGE)
    assert "skulle ha suttit uppe senast 12 november 2026" in page.words

    page = adjusted.send("anslag-hela", expect=422)
    assert "skriv varför det dröjde" in page.words
    adjusted.send("anslag-hela", remark="Webbplatsen låg nere.")

    words = Visitor(adjusted.app).get("/anslagstavla").words
    assert "Sent uppsatt" in words
    assert "Anmärkning: Webbplatsen låg nere." in words


def test_a_notice_comes_down_when_its_time_is_over_with_its_proof(adjusted: Desk) -> None:
    adjusted.open(PAGE)
    adjusted.send("anslag-hela")
    key = adjusted.first_form("avbrott-").removeprefix("avbrott-")
    form = ("/arbete/regionstyrelsen/anslag/" + key + "/nedtagning", _token(adjusted, key))

    page = adjusted.post(form, expect=422)
    assert "tas ned tidigast 2026-12-03" in page.words
    _at(adjusted, 12, 4)
    adjusted.open(PAGE)
    adjusted.send(f"nedtagning-{key}")

    assert "Anslaget togs ned 3 december 2026" in adjusted.page.words
    with Visitor(adjusted.app).client.get(f"/anslagstavla/{key}/bevis.pdf") as proof:
        assert proof.data.startswith(b"%PDF-")
    assert f"/anslagstavla/{key}/bevis.pdf" in adjusted.open(f"/regionstyrelsen/{DAY}").links()


def _token(desk: Desk, key: str) -> dict[str, str]:
    _, fields = desk.form(f"avbrott-{key}")
    known = {name: fields[name] for name in ("csrf_token", "form_key", "back")}
    return known | {"form_id": f"nedtagning-{key}"}


def test_a_notice_that_was_down_is_posted_anew(adjusted: Desk) -> None:
    adjusted.open(PAGE)
    adjusted.send("anslag-hela")
    _at(adjusted, 11, 20)
    adjusted.open(PAGE)
    form = adjusted.first_form("avbrott-")

    page = adjusted.send(form, interrupted_on="2026-11-09", what="Nere.", expect=422)
    assert "från 2026-11-11 till 2026-11-20" in page.words
    adjusted.send(form, interrupted_on="2026-11-19", what="Webbplatsen låg nere.")

    assert "Anslagets tid bröts. Sätt upp ett nytt" in adjusted.page.words
    assert "Regionstyrelsen 28 oktober" not in Visitor(adjusted.app).get("/anslagstavla").words
    adjusted.send("anslag-hela")
    assert "Sista dag att överklaga 11 december 2026" in adjusted.page.words


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({"interrupted_on": ""}, "Ange den dag", id="no day"),
        pytest.param({"interrupted_on": "i går"}, "Skriv dagen som", id="no day at all"),
        pytest.param({"interrupted_on": "2026-11-11", "what": ""}, "vad som hände", id="no words"),
    ],
)
def test_an_interruption_that_cannot_be_is_told(
    adjusted: Desk, fields: dict[str, str], said: str
) -> None:
    adjusted.open(PAGE)
    adjusted.send("anslag-hela")

    page = adjusted.send(adjusted.first_form("avbrott-"), expect=422, **fields)

    assert said in page.words


def test_a_notice_of_another_body_is_not_there(adjusted: Desk) -> None:
    adjusted.open(PAGE)
    adjusted.send("anslag-hela")
    key = adjusted.first_form("avbrott-").removeprefix("avbrott-")
    address = f"/arbete/regionala-utvecklingsnamnden/anslag/{key}/nedtagning"

    answer = adjusted.visitor.client.post(address, data=_token(adjusted, key))

    assert answer.status_code == 404


def test_the_form_does_not_lead_to_another_site(adjusted: Desk) -> None:
    adjusted.open(PAGE)
    adjusted.send("anslag-hela")
    _at(adjusted, 12, 4)
    adjusted.open(PAGE)
    form, fields = adjusted.form(adjusted.first_form("nedtagning-"), back="//evil.example/")

    answer = adjusted.visitor.client.post(form, data=fields)

    assert answer.headers["Location"] == "/arbete"


def test_a_reader_posts_nothing(adjusted: Desk) -> None:
    page = Visitor(adjusted.app, "ordforande@sundevik.example").get(PAGE)

    assert "Sätt upp anslaget" not in page.words
