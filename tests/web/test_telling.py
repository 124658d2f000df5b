"""What the edited words of a section tell is taken into the record, with one press."""

from __future__ import annotations

import pytest

from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.pages import X, text

BOARD = "/arbete/regionstyrelsen/2026-10-28"


@pytest.fixture
@brought
def proposing(desk: Desk) -> str:
    """The secretary at a § with a proposal; the form of its words."""
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")
    desk.send("yrkande-ny", who="elfv", kind="add", text="redovisa kostnaden i mars.")
    return desk.form_with("redovisa kostnaden i mars.", prefix="text-")


def rewrite(desk: Desk, form: str, old: str, new: str) -> str:
    """Write something else in a section; the form that takes it over."""
    text = desk.value(form, "text")
    assert old in text
    desk.send(form, text=text.replace(old, new))
    assert "Texten och uppgifterna skiljer sig" in desk.page.words
    return form.replace("text", "berattat")


def moved(desk: Desk) -> list[str]:
    """What the forms of the proposals say was moved."""
    ids = [e.get("id") or "" for e in desk.page.all("form")]
    own = [one for one in ids if one.startswith("yrkande-") and one != "yrkande-ny"]
    return [desk.value(one, "text") for one in own]


def test_one_press_records_what_the_words_tell(desk: Desk, proposing: str) -> None:
    form = rewrite(desk, proposing, "i mars", "i maj")

    desk.send(form)

    assert moved(desk) == ["redovisa kostnaden i maj."]
    assert "Texten och uppgifterna skiljer sig" not in desk.page.words
    assert "Handskriven" not in desk.page.words
    assert "Textens uppgifter fördes in." in desk.page.words


def test_one_press_undoes_it_and_the_words_stay(desk: Desk, proposing: str) -> None:
    desk.send(rewrite(desk, proposing, "i mars", "i maj"))

    desk.send("angra-senaste")

    assert moved(desk) == ["redovisa kostnaden i mars."]
    assert "i maj" in desk.value(proposing, "text")
    assert "Texten och uppgifterna skiljer sig" in desk.page.words


def test_it_is_one_deed_in_what_has_happened(desk: Desk, proposing: str) -> None:
    desk.send(rewrite(desk, proposing, "i mars", "i maj"))
    desk.send("angra-senaste")
    at = f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}"

    words = desk.open(f"{at}/lydelser").words

    assert words.count("förde in textens uppgifter") == 1
    assert words.count("ångrade att textens uppgifter fördes in") == 1
    assert "ändrade ett yrkande" not in words


def test_words_that_the_rules_refuse_are_kept_with_the_reason(desk: Desk, proposing: str) -> None:
    form = rewrite(desk, proposing, "Kristina Elfving (C)", "Sven Okänd (S)")

    page = desk.send(form, expect=422)

    assert "Sven Okänd tjänstgör inte" in page.words
    assert moved(desk) == ["redovisa kostnaden i mars."]
    assert "Sven Okänd" in desk.value(proposing, "text")


@pytest.mark.parametrize("changed", ["record", "words"])
def test_what_another_has_changed_since_is_not_written_over(
    desk: Desk, proposing: str, changed: str
) -> None:
    stale = desk.form(rewrite(desk, proposing, "i mars", "i maj"))
    if changed == "record":
        desk.send("yrkande-ny", who="elfv", kind="add", text="ta in anbud.")
    else:
        desk.send(proposing, text=desk.value(proposing, "text").replace("i maj", "i juni"))

    page = desk.post(stale, expect=409)

    assert "Någon annan har ändrat" in page.words
    assert "redovisa kostnaden i mars." in moved(desk)


def test_what_has_been_changed_since_is_not_undone(desk: Desk, proposing: str) -> None:
    desk.send(rewrite(desk, proposing, "i mars", "i maj"))
    undo = desk.form("angra-senaste")
    desk.send("yrkande-ny", who="elfv", kind="add", text="ta in anbud.")

    page = desk.post(undo, expect=422)

    assert "Uppgifterna har ändrats sedan dess" in page.words


def test_another_item_s_act_is_not_undone_here(desk: Desk, proposing: str) -> None:
    desk.send(rewrite(desk, proposing, "i mars", "i maj"))
    address, fields = desk.form("angra-senaste")
    keys = [str(desk.item_of("regionstyrelsen", 2026, number)) for number in (88, 89)]

    answer = desk.visitor.client.post(address.replace(*(f"/{k}/" for k in keys)), data=fields)

    assert answer.status_code == 404


def strip(desk: Desk) -> list[str]:
    """The agenda beside the §, item by item."""
    pane = next(e for e in desk.page.all("nav") if e.get("class") == "agenda")
    return [text(e) for e in pane.iter(f"{X}li")]


def test_the_agenda_tells_which_item_s_words_and_record_disagree(
    desk: Desk, proposing: str
) -> None:
    told = "Texten och uppgifterna skiljer sig"
    assert not [one for one in strip(desk) if told in one]

    form = rewrite(desk, proposing, "i mars", "i maj")

    assert [one.split()[1] for one in strip(desk) if told in one] == ["88"]
    desk.send(form)
    assert not [one for one in strip(desk) if told in one]


def test_the_agenda_tells_of_an_emptied_section_that_the_record_calls_for(
    desk: Desk, proposing: str
) -> None:
    desk.send(proposing, text="")

    assert [one.split()[1] for one in strip(desk) if "skiljer sig" in one] == ["88"]


def test_the_agenda_tells_which_items_have_gaps(desk: Desk) -> None:
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")
    assert not [one for one in strip(desk) if "Brister: " in one]

    desk.send("yrkande-ny", who="elfv", kind="add", text="redovisa kostnaden i mars.")

    assert [one.split()[1] for one in strip(desk) if one.endswith("Brister: 1")] == ["88"]
