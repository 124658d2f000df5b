"""Appeals are entered as the courts tell of them, and shown to everybody."""

from __future__ import annotations

import pytest

from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.pages import Visitor

PAGE = "/arbete/regionstyrelsen/2026-04-08/overklaganden"
COURT = "Förvaltningsrätten i Sundevik"


@pytest.fixture
@brought
def court(desk: Desk) -> Desk:
    """The board's secretary at the appeals of a meeting."""
    desk.open(PAGE)
    return desk


def test_an_appeal_is_entered_and_followed_until_it_stands(court: Desk) -> None:
    court.send("mal-ny", number="28", court=COURT, case_number="1-26", lodged_on="2026-05-04")

    words = Visitor(court.app).get("/regionstyrelsen/2026/28").words
    assert "Överklagat" in words
    assert "Målnummer 1-26" in words
    form = court.first_form("mal-")
    court.send(
        form, outcome="annulled", outcome_on="2026-09-01", stands_on="2026-09-30", stay_from=""
    )
    words = Visitor(court.app).get("/regionstyrelsen/2026/28").words
    assert "Upphävt av domstol 30 september 2026" in words
    assert "Beslutet upphävdes 1 september 2026" in words


def test_two_who_enter_the_same_see_each_others(court: Desk) -> None:
    court.send("mal-ny", number="28", court=COURT, lodged_on="2026-05-04")
    form = court.first_form("mal-")
    stale = court.form(form, case_number="2-26")
    court.send(form, case_number="3-26")

    court.post(stale, expect=409)

    assert "3-26" in court.open(PAGE).words


def test_a_registrar_hears_from_the_courts_too(desk: Desk) -> None:
    registrar = Desk(desk.register, "registrator@sundevik.example")
    registrar.open(PAGE)

    registrar.send("mal-ny", number="28", court=COURT, lodged_on="2026-05-04")

    assert COURT in registrar.page.words


def test_minutes_that_are_not_adjusted_cannot_be_appealed(desk: Desk) -> None:
    page = desk.open("/arbete/regionstyrelsen/2026-10-28/overklaganden")

    assert "Inget att överklaga än" in page.words
