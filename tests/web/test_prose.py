"""The sections of a § are written in their place, and two who write lose nothing."""

from __future__ import annotations

import pytest

from tests.web.brought import brought
from tests.web.desk import Desk

BOARD = "/arbete/regionstyrelsen/2026-10-28"


@pytest.fixture
@brought
def writing(desk: Desk) -> Desk:
    """The secretary at a § of the board's draft."""
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")
    return desk


@pytest.fixture
@brought
def summary(writing: Desk) -> str:
    """The form of a section that the secretary has added."""
    writing.send("text-ny", kind="statement", text="Avtalet gäller i sju år.")
    return writing.form_with("Avtalet gäller i sju år.")


def test_a_section_is_added_in_its_place_and_written(writing: Desk, summary: str) -> None:
    writing.send(summary, text="Avtalet gäller i **åtta** år.")

    assert "Yttrande till beslutsförslaget" in writing.minutes
    assert "Avtalet gäller i åtta år." in writing.minutes
    assert "Handskriven" not in writing.page.words


def test_a_section_has_a_heading_of_its_own(writing: Desk) -> None:
    writing.send("text-ny", kind="other", heading="Att tänka på", text="Vädret.")

    assert "Att tänka på" in writing.minutes


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": "other", "text": "Vädret."}, "Rubriken saknas"),
        ({"kind": "summary", "text": "  \n "}, "Skriv avsnittets text"),
        ({"kind": "decision", "text": "Bifall."}, "Välj"),
        ({"kind": "summary", "text": "a" * 200_001}, "200000"),
        ({"kind": "other", "heading": "a" * 501, "text": "b"}, "500"),
    ],
    ids=["no heading", "no text", "a kind that is made", "too long", "a long heading"],
)
def test_a_section_that_cannot_stand_is_refused_and_kept(
    writing: Desk, fields: dict[str, str], sentence: str
) -> None:
    page = writing.send("text-ny", **fields, expect=422)

    assert sentence in page.words
    assert writing.value("text-ny", "text").strip() == fields["text"].strip()


def test_markup_in_a_text_is_words(writing: Desk, summary: str) -> None:
    writing.send(summary, text="<script>alert(1)</script> 🚌")

    assert "<script>alert(1)</script> 🚌" in writing.minutes


def test_a_form_without_its_text_empties_nothing(writing: Desk, summary: str) -> None:
    address, fields = writing.form(summary)
    del fields["text"]

    page = writing.post((address, fields), expect=422)

    assert "Ingen text kom fram" in page.words
    assert "Avtalet gäller i sju år." in writing.minutes


def test_an_emptied_section_is_gone_from_the_page(writing: Desk, summary: str) -> None:
    writing.send(summary, text="")

    assert "Yttrande till beslutsförslaget" not in writing.minutes


def clashing(desk: Desk, form: str, mine: str, theirs: str) -> None:
    """Another has saved theirs when mine comes."""
    stale = desk.form(form, text=mine)
    desk.send(form, text=theirs)
    page = desk.post(stale, expect=409)
    assert mine in page.words
    assert theirs in page.words


def test_two_wordings_are_shown_and_put_together(writing: Desk, summary: str) -> None:
    clashing(writing, summary, "Avtalet löper i sju år.", "Avtalet gäller i sju månader.")
    address, fields = writing.form(summary, revision="1")

    writing.post((address, {**fields, "press": "merge"}))

    assert "Avtalet löper i sju månader." in writing.minutes


def test_where_both_changed_the_same_words_both_stand(writing: Desk, summary: str) -> None:
    clashing(writing, summary, "Avtalet gäller i åtta år.", "Avtalet gäller i nio år.")

    assert "Ni har ändrat samma ord" in writing.page.words
    address, fields = writing.form(summary, revision="1")
    writing.post((address, {**fields, "press": "merge"}))

    assert "[[åtta || nio]]" in writing.minutes


@pytest.mark.parametrize(("whose", "words"), [("mine", "åtta"), ("theirs", "nio")])
def test_one_wording_is_kept_and_the_other_is_among_the_wordings(
    writing: Desk, summary: str, whose: str, words: str
) -> None:
    clashing(writing, summary, "Avtalet gäller i åtta år.", "Avtalet gäller i nio år.")
    address, fields = writing.form(summary)

    writing.post((address, {**fields, "press": f"{whose}-2"}))

    assert f"Avtalet gäller i {words} år." in writing.minutes
    assert writing.value(summary, "revision") == {"mine": "3", "theirs": "4"}[whose]


def test_what_was_not_seen_is_not_written_over(writing: Desk, summary: str) -> None:
    clashing(writing, summary, "Avtalet gäller i åtta år.", "Avtalet gäller i nio år.")
    address, fields = writing.form(summary)
    writing.send(summary, text="Avtalet gäller i tio år.")

    writing.post((address, {**fields, "press": "mine-2"}), expect=409)

    assert "tio" in writing.minutes


def test_what_is_made_of_the_record_is_by_hand_when_written(writing: Desk) -> None:
    writing.send("yrkande-ny", who="elfv", kind="add", text="redovisa kostnaden i mars.")
    form = writing.form_with("redovisa kostnaden i mars.", prefix="text-")
    text = writing.value(form, "text")

    writing.send(form, text=text.replace("Kristina Elfving (C)", "Mikael Ölund (S)"))

    assert "Handskriven" in writing.page.words
    assert "Texten och uppgifterna skiljer sig" in writing.page.words
    writing.send(form.replace("text", "uppgifter"))
    assert "Handskriven" not in writing.page.words
    assert writing.value(form, "text") == text


def test_a_section_that_follows_the_record_again_is_written_out_with_it(writing: Desk) -> None:
    writing.send("yrkande-ny", who="elfv", kind="add", text="redovisa kostnaden i mars.")
    form = writing.form_with("redovisa kostnaden i mars.", prefix="text-")
    writing.send(form, text="Allt var som vanligt.")
    writing.send(form.replace("text", "uppgifter"))

    writing.send("yrkande-ny", who="elfv", kind="add", text="ta in anbud i maj.")

    assert "ta in anbud i maj." in writing.value(form, "text")


def test_another_item_s_section_is_not_there(writing: Desk, summary: str) -> None:
    address, fields = writing.form(summary)
    other = writing.item_of("regionstyrelsen", 2026, 89)
    own = address.split("/punkt/")[1].split("/")[0]

    answer = writing.visitor.client.post(address.replace(f"/{own}/", f"/{other}/"), data=fields)

    assert answer.status_code == 404
