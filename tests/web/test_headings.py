"""What stands over a section or a note can be another heading than that of the house."""

from __future__ import annotations

import pytest

from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.pages import text

BOARD = "/arbete/regionstyrelsen/2026-10-28"
STATEMENT = "Yttrande till beslutsförslaget"


@pytest.fixture
@brought
def writing(desk: Desk) -> Desk:
    """The secretary at a § of the board's draft, with a statement added to it."""
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")
    desk.send("text-ny", kind="statement", text="Avtalet gäller i sju år.")
    return desk


def _headings(desk: Desk) -> list[str]:
    """The headings of the sections on the screen."""
    return [text(e) for e in desk.page.all("h3")]


def _heading_form(desk: Desk, heading: str) -> str:
    """The form of the heading that reads so."""
    forms = [e.get("id") or "" for e in desk.page.all("form")]
    own = [one for one in forms if one.startswith("rubrik-")]
    return next(one for one in own if desk.value(one, "heading") == heading)


def test_a_section_gets_another_heading_and_the_usual_one_back(writing: Desk) -> None:
    form = _heading_form(writing, STATEMENT)
    stale = writing.form(form, heading="Utlåtande")

    writing.send(form, heading="Yttrande")
    renamed = _headings(writing)
    refused = writing.post(stale, expect=409)
    writing.send(form, heading="")

    assert "Yttrande" in renamed
    assert "Någon annan har ändrat" in refused.words
    assert STATEMENT in _headings(writing)


def test_a_heading_that_somebody_chose_stays_when_the_record_grows(writing: Desk) -> None:
    writing.send("yrkande-ny", who="elfv", kind="add", text="redovisa kostnaden.")
    form = _heading_form(writing, "Ärendets behandling under sammanträdet")
    writing.send(form, heading="Behandling")

    writing.send("yrkande-ny", who="bladh", kind="reject")

    assert "Behandling" in _headings(writing)
    assert "Ärendets behandling under sammanträdet" not in _headings(writing)


def test_a_heading_that_is_too_long_is_refused_and_kept(writing: Desk) -> None:
    form = _heading_form(writing, STATEMENT)

    page = writing.send(form, heading="a" * 501, expect=422)

    assert "högst 500 tecken" in page.words
    assert writing.value(form, "heading") == "a" * 501


def test_a_note_has_a_heading_of_its_own_and_the_section_follows(writing: Desk) -> None:
    writing.send("anteckning-ny", who="brix", text="Nej.", heading="Protokollsnotering")
    own = _headings(writing)
    form = writing.last_form("anteckning-")
    writing.send(form, heading="")

    assert "Protokollsnotering" in own
    assert "Protokollsnotering" not in _headings(writing)
    assert "Protokollsanteckning" in _headings(writing)
