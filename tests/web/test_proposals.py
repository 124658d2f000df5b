"""Proposals are entered on the screen, and the minutes follow."""

from __future__ import annotations

import pytest

from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.pages import Visitor

BOARD = "/arbete/regionstyrelsen/2026-10-28"


@pytest.fixture
@brought
def moving(desk: Desk) -> Desk:
    """The secretary at a § of the board's draft."""
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")
    return desk


def test_a_proposal_is_entered_in_a_few_keys(moving: Desk) -> None:
    page = moving.send("yrkande-ny", who="elfv", kind="add", text="redovisa kostnaden i mars.")

    assert (
        "Kristina Elfving (C) föreslår följande tillägg: redovisa kostnaden i mars." in page.words
    )


def test_the_same_form_sent_twice_is_carried_out_once(moving: Desk) -> None:
    form = moving.form("yrkande-ny", who="elfv", kind="add", text="en gång.")

    moving.post(form)
    page = moving.post(form)

    assert page.words.count("följande tillägg: en gång.") == 4  # told and to mend, both there


def test_it_is_carried_out_once_when_it_is_sent_again_after_signing_in_anew(moving: Desk) -> None:
    address, fields = moving.form("yrkande-ny", who="elfv", kind="add", text="en gång.")
    moving.post((address, fields))
    moving.visitor = Visitor(moving.app, "sekreterare@sundevik.example")
    moving.open(address.rpartition("/")[0])
    renewed = moving.value("yrkande-ny", "csrf_token")

    page = moving.post((address, {**fields, "csrf_token": renewed}))

    assert renewed != fields["csrf_token"]
    assert page.words.count("följande tillägg: en gång.") == 4  # told and to mend, both there


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"who": "xyz"}, "Ingen här heter ”xyz”"),
        ({"who": ""}, "Skriv vem det är"),
        ({"who": "elfv", "supports": "bladh"}, "Ingen här heter"),
        ({"who": "elfv", "text": "a" * 200_001}, "Fältet får inte vara längre än 200000 tecken."),
        ({"who": "elfv", "kind": "hot"}, "Välj"),
    ],
    ids=["nobody", "no one named", "supports what was not put", "too long", "unknown kind"],
)
def test_what_cannot_be_entered_is_told_and_kept(
    moving: Desk, fields: dict[str, str], sentence: str
) -> None:
    page = moving.send("yrkande-ny", **fields, expect=422)

    assert sentence in page.words
    assert moving.value("yrkande-ny", "who") == fields["who"]


def test_an_errand_typed_alone_goes_on_from_the_words_of_referral(moving: Desk) -> None:
    page = moving.send("yrkande-ny", who="elfv", kind="refer_back", text="utreda kostnaden.")

    assert "föreslår återremittera ärendet för att utreda kostnaden." in page.words


def test_the_tab_of_the_page_stays_marked_where_a_form_is_refused(moving: Desk) -> None:
    shown = [e.get("href") for e in moving.page.all("a") if e.get("aria-current") == "page"]

    page = moving.send("yrkande-ny", who="", expect=422)

    assert BOARD in shown
    assert [e.get("href") for e in page.all("a") if e.get("aria-current") == "page"] == shown


def test_markup_is_words(moving: Desk) -> None:
    page = moving.send("yrkande-ny", who="elfv", kind="add", text="<script>alert(1)</script> 🚌")

    assert "<script>alert(1)</script> 🚌" in page.words


def test_a_proposal_is_mended_withdrawn_upheld_and_taken_out(moving: Desk) -> None:
    moving.send("yrkande-ny", who="elfv", kind="add", text="redovisa kostnaden i mars.")
    own = moving.last_form("yrkande-")

    moving.send(own, text="redovisa kostnaden i maj.")
    assert "kostnaden i maj" in moving.minutes
    moving.send(own, press="atertagande")
    assert "kostnaden i maj" not in moving.minutes
    moving.send(own, press="atertagande")
    assert "kostnaden i maj" in moving.minutes
    moving.send(own, press="borttagning")
    assert "kostnaden i maj" not in moving.page.words


def test_a_stale_form_is_refused_and_both_wordings_are_shown(moving: Desk) -> None:
    moving.send("yrkande-ny", who="elfv", kind="add", text="första.")
    own = moving.last_form("yrkande-")
    stale = moving.form(own, text="min lydelse.")
    moving.send(own, text="den andras lydelse.")

    page = moving.post(stale, expect=409)

    assert "Någon annan har ändrat" in page.words
    assert "den andras lydelse." in page.words
    assert moving.value(own, "text") == "min lydelse."


def test_what_was_taken_out_is_put_back_by_one_press(moving: Desk) -> None:
    moving.send("yrkande-ny", who="elfv, bladh", kind="add", text="redovisa kostnaden i mars.")
    before = moving.minutes
    moving.send(moving.last_form("yrkande-"), press="borttagning")
    assert "Yrkandet togs bort." in moving.page.words
    undo = moving.form("angra-senaste")

    page = moving.post(undo)

    assert moving.minutes == before
    assert "Yrkandet togs bort." not in page.words
    assert "redan tillbaka" in moving.post((undo[0], {**undo[1], "form_key": "2"}), 422).words


def test_a_section_puts_back_only_what_was_its_own(moving: Desk) -> None:
    moving.send("yrkande-ny", who="elfv", kind="add", text="redovisa kostnaden i mars.")
    moving.send(moving.last_form("yrkande-"), press="borttagning")
    address, fields = moving.form("angra-senaste")
    other = moving.item_of("regionstyrelsen", 2026, 87)

    moving.post((f"{BOARD}/punkt/{other}/angra/{address.rpartition('/')[2]}", fields), 404)
