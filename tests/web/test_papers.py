"""An item's papers are written, enclosed, and filled in from the officials' report."""

from __future__ import annotations

import io

import pytest
from pikepdf import Dictionary, Name, String

from tests.web.desk import Desk
from tests.web.planned import files, paper, shown


def test_a_section_is_written_and_shown_as_it_will_stand(writing: Desk) -> None:
    page = writing.send("avsnitt-summary", text="Bussarna är **slitna**.\n\n- två\n- tre")

    assert shown(page, "summary") == "Bussarna är slitna. två tre"


def test_nothing_written_begins_no_section(writing: Desk) -> None:
    writing.send("avsnitt-summary", text="  ")

    assert writing.value("avsnitt-summary", "revision") == "0"


def test_a_section_that_another_has_written_in_is_not_written_over(writing: Desk) -> None:
    late = writing.form("avsnitt-summary", text="Min lydelse.")
    writing.send("avsnitt-summary", text="Din lydelse.")

    page = writing.post(late, expect=409)

    assert "Någon annan" in page.words
    assert shown(page, "summary") == "Din lydelse."
    assert writing.value("avsnitt-summary", "text").strip() == "Min lydelse."


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "😀", "å" * 200_000, "| a | b |\n|---|---|\n| 1 | 2 |"],
    ids=["markup", "emoji", "200 kB", "a table"],
)
def test_any_words_are_kept(writing: Desk, text: str) -> None:
    writing.send("avsnitt-background", text=text)

    assert writing.value("avsnitt-background", "text").strip() == text


def test_words_past_what_a_section_holds_are_refused_and_kept(writing: Desk) -> None:
    page = writing.send("avsnitt-background", text="x" * 200_001, expect=422)

    assert "längre än 200000 tecken" in page.words
    assert len(writing.value("avsnitt-background", "text").strip()) == 200_001


def test_a_section_under_a_heading_of_its_own_is_added(writing: Desk) -> None:
    writing.send("avsnitt-ny", heading="Ekonomi")
    form = writing.last_form("avsnitt-")

    page = writing.send(form, text="Det kostar 12 mnkr.")

    assert "Ekonomi" in page.words
    assert "Det kostar 12 mnkr." in page.words


def test_an_item_is_renamed_and_gets_its_matters(writing: Desk) -> None:
    page = writing.send("arende", title="Nya bussar", dnr="0777-2026, KTN 12/3", presenter="Ulla")

    assert page.heading == "Nya bussar"
    assert writing.value("arende", "dnr") == "0777-2026, KTN 12/3"


def test_several_annexes_are_enclosed_at_once(writing: Desk) -> None:
    page = writing.send(
        "bilagor-nya", **files((paper("Karta"), "k.pdf"), (paper("Kalkyl"), "b.pdf"))
    )

    names = [one for one in page.words.split() if one in {"Karta", "Kalkyl"}]
    assert names[:1] == ["Karta"]
    link = next(one for one in page.links() if "/bilaga/" in one)
    answer = writing.visitor.client.get(link)
    assert answer.mimetype == "application/pdf"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    answer.close()


JAVASCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        pytest.param(b"", "tom.pdf", "är tom", id="empty"),
        pytest.param(b"PK\x03\x04 word/document.xml", "bilaga.pdf", "ingen PDF", id="no PDF"),
        pytest.param(paper()[:-200], "karta.pdf", "avhuggen", id="cut off"),
        pytest.param(paper(OpenAction=JAVASCRIPT), "karta.pdf", "", id="active content"),
    ],
)
def test_an_annex_that_cannot_be_kept_is_told_and_none_is_enclosed(
    writing: Desk, content: bytes, name: str, said: str
) -> None:
    page = writing.send("bilagor-nya", **files((paper(), "karta.pdf"), (content, name)), expect=422)

    assert said in page.words
    assert not [one for one in page.links() if "/bilaga/" in one]


def test_more_than_can_be_sent_is_told_in_a_sentence(writing: Desk) -> None:
    writing.app.config["MAX_CONTENT_LENGTH"] = 1000

    page = writing.send("bilagor-nya", **files((paper(), "k.pdf")), expect=413)

    assert "Skicka färre filer" in page.words


def test_no_file_is_told(writing: Desk) -> None:
    page = writing.send("bilagor-nya", files=(io.BytesIO(b""), ""), expect=422)

    assert "Ingen fil är vald" in page.words


def test_an_annex_is_renamed_moved_and_removed(writing: Desk) -> None:
    writing.send("bilagor-nya", **files((paper("Karta"), "k.pdf"), (paper("Kalkyl"), "b.pdf")))
    second = writing.last_form("bilaga-")

    writing.send(second, title="Kalkyl 2027")
    writing.send(second, press="/flytt", way="up")
    moved = [e.get("id") for e in writing.page.all("form", "") if "bilaga-" in (e.get("id") or "")]
    page = writing.send(second, press="/borttagning")

    assert moved[0] == second
    assert "Karta" in page.words
    assert "Kalkyl 2027" not in page.words


def test_an_annex_of_another_meeting_is_not_there(writing: Desk) -> None:
    writing.send("bilagor-nya", **files((paper(), "k.pdf")))
    number = next(one for one in writing.page.links() if "/bilaga/" in one).rpartition("/")[2]

    answer = writing.visitor.client.get(f"/arbete/regionstyrelsen/2026-10-28/bilaga/{number}")

    assert answer.status_code == 404


def test_recipients_and_decision_basis_are_lists(writing: Desk) -> None:
    writing.send("mottagare", lines="Trafikdirektören\n\n Ekonomi  och\tplanering ")
    writing.send("beslutsunderlag", lines="Kalkyl")

    assert writing.value("mottagare", "lines").split("\n")[-2:] == [
        "Trafikdirektören", "Ekonomi och planering",
    ]  # fmt: skip
    assert writing.value("beslutsunderlag", "lines").strip() == "Kalkyl"


def test_a_reader_sees_the_papers_without_their_forms(writing: Desk) -> None:
    writing.send("avsnitt-summary", text="Bussarna är slitna.")
    chair = Desk(writing.register, "ordforande@sundevik.example")

    page = chair.open(writing.page.address)

    assert shown(page, "summary") == "Bussarna är slitna."
    assert page.all("textarea") == []
