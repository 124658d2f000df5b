"""What is told of a secret §, and on what ground one is."""

from __future__ import annotations

import pytest

from minutes.domain.errors import RuleBroken
from minutes.domain.record import (
    Item,
    Protocol,
    published,
    published_item,
    secret_part,
    with_withheld,
    withheld,
)
from minutes.domain.secrecy import GROUNDS, require_ground
from minutes.domain.sections import Section, SectionKind

GROUND = "OSL 25 kap. 1 §"
SECRET = Item(
    7,
    "Vård av en patient",
    ("1-2026",),
    sections=(Section(SectionKind.SUMMARY, "Sammanfattning", "Patienten bor på Storgatan."),),
    recipients=("Patienten",),
    secrecy=GROUND,
)
OPEN = Item(8, "Budget", ("2-2026",))
PROTOCOL = Protocol("Styrelsen", None, (SECRET, OPEN))


def test_the_open_protocol_tells_of_a_secret_item_its_number_and_ground_only() -> None:
    told = published_item(SECRET)

    assert told == withheld(7, GROUND)
    assert told.title == "Sekretess"
    assert GROUND in told.sections[0].text
    assert "atient" not in repr(told)


def test_an_open_title_stands_in_the_place_of_a_secret_one() -> None:
    assert withheld(7, GROUND, "Ett enskilt ärende").title == "Ett enskilt ärende"


def test_what_is_withheld_already_is_told_in_the_same_words() -> None:
    once = withheld(7, GROUND, "Ett enskilt ärende")

    assert published_item(once) == once


def test_an_item_that_is_not_secret_is_told_whole() -> None:
    assert published(PROTOCOL).items[1] == OPEN


def test_the_secret_protocol_holds_the_secret_items_whole_and_no_others() -> None:
    assert secret_part(PROTOCOL).items == (SECRET,)


def test_an_item_that_the_reader_was_not_given_is_told_of_in_its_place() -> None:
    given = Protocol("Styrelsen", None, (OPEN,))

    assert with_withheld(given, [withheld(7, GROUND)]).items == published(PROTOCOL).items


def test_an_item_that_is_there_is_not_told_of_twice() -> None:
    assert with_withheld(published(PROTOCOL), [withheld(7, GROUND)]) == published(PROTOCOL)


@pytest.mark.parametrize("ground", [*GROUNDS, "offentlighets- och sekretesslagen 7 kap. 1 §"])
def test_a_section_of_a_statute_is_a_ground(ground: str) -> None:
    require_ground(ground)


@pytest.mark.parametrize(
    "ground",
    [
        pytest.param("", id="nothing"),
        pytest.param("hemligt", id="a word"),
        pytest.param("OSL", id="a statute without its section"),
        pytest.param("§", id="no number"),
        pytest.param("OSL 25 kap. 1 §\nom patienten", id="several lines"),
        pytest.param("OSL 25 kap. 1 § " + "x" * 100, id="a story"),
    ],
)
def test_what_names_no_section_is_no_ground(ground: str) -> None:
    with pytest.raises(RuleBroken):
        require_ground(ground)
