"""Who wrote what in a §, and when: wordings are listed, compared and put back."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

import pytest

from tests.web.brought import brought
from tests.web.conftest import NOW
from tests.web.desk import Desk
from tests.web.pages import text

BOARD = "/arbete/regionstyrelsen/2026-10-28"


@pytest.fixture
@brought
def written(desk: Desk) -> Desk:
    """The secretary at the wordings of a § with a section that has three, of two sittings."""
    at = f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}"
    desk.open(at)
    desk.send("text-ny", kind="statement", text="Avtalet gäller i sju år.")
    form = desk.form_with("Avtalet gäller i sju år.")
    desk.send(form, text="Avtalet gäller i åtta år.")
    desk.app.config["CLOCK"] = lambda: NOW + timedelta(minutes=30)
    desk.send(form, text="Avtalet gäller i nio hela år.")
    desk.open(f"{at}/lydelser")
    return desk


def changes(desk: Desk) -> list[str]:
    """What is told of the changes of the new section."""
    return [text(e) for e in desk.page.all("li") if "22 nov." in text(e) and " ord" in text(e)]


def test_wordings_of_a_sitting_are_one_change_with_its_words(written: Desk) -> None:
    later, earlier = changes(written)

    assert later.startswith("22 nov. 2026 13:30 Elin Hagströmer +2 −1 ord")
    assert earlier.startswith("22 nov. 2026 13:00 Elin Hagströmer +5 −0 ord")


def test_two_wordings_are_compared_by_their_words(written: Desk) -> None:
    link = next(one for one in written.page.links() if "fran=2" in one)

    page = written.open(link)

    assert [text(e) for e in page.all("ins")] == ["nio hela"]
    assert [text(e) for e in page.all("del")] == ["åtta"]


def test_any_two_wordings_are_chosen_and_compared(written: Desk) -> None:
    form = written.last_form("jamfor-")
    address, fields = written.form(form, fran="1", till="2")

    page = written.open(f"{address}?{urlencode(fields)}")

    assert ([text(e) for e in page.all("ins")], [text(e) for e in page.all("del")]) == (
        ["åtta"],
        ["sju"],
    )
    assert (written.value(form, "fran"), written.value(form, "till")) == ("1", "2")


def test_the_last_wording_and_the_one_before_are_the_first_choice(written: Desk) -> None:
    form = written.last_form("jamfor-")

    assert (written.value(form, "fran"), written.value(form, "till")) == ("2", "3")


def test_two_wordings_that_are_alike_are_said_to_be(written: Desk) -> None:
    address, fields = written.form(written.last_form("jamfor-"), fran="2", till="2")

    assert "Lydelserna är lika." in written.open(f"{address}?{urlencode(fields)}").words


def test_an_earlier_wording_is_put_back_as_a_new_one(written: Desk) -> None:
    written.app.config["CLOCK"] = lambda: NOW + timedelta(minutes=60)
    written.send(written.last_form("lydelse-"))

    assert "+1 −2 ord" in written.page.words
    link = next(one for one in written.page.links() if "fran=3" in one and "till=4" in one)
    assert [text(e) for e in written.open(link).all("ins")] == ["åtta"]


def test_what_somebody_else_wrote_meanwhile_is_not_put_away(written: Desk) -> None:
    stale = written.form(written.last_form("lydelse-"), form_key="of another page")
    written.send(written.last_form("lydelse-"))

    written.post(stale, expect=409)


@pytest.mark.parametrize(
    "query", ["avsnitt=0&fran=1&till=2", "avsnitt=1&till=x", "avsnitt=&fran=-1", "avsnitt=99999999"]
)
def test_wordings_that_are_not_there_are_not_compared(written: Desk, query: str) -> None:
    written.open(f"{written.page.address}?{query}", status=404)
