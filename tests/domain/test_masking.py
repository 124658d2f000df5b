"""Words are taken out of a copy of the record, but for the names of the elected."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.domain.attendance import Attendance, Role
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.errors import RuleBroken
from minutes.domain.masking import MARK, Mask, masked, masked_words, require_maskable
from minutes.domain.record import Item, Protocol
from minutes.domain.record_json import dumps
from minutes.domain.sections import Section, SectionKind

ELECTED = {"Eva Ek", "Bo Alm"}
ITEM = Item(
    3,
    "Ansökan från Ann Lind",
    decision=Decision(
        DecisionKind.DECISION, None, (DecisionPoint(1, "bifalla Ann Linds ansökan."),)
    ),
    annexes=("Ann Lind, ansökan",),
    sections=(Section(SectionKind.SUMMARY, "Sammanfattning", "**Ann**\nLind och Eva Ek."),),
)
PROTOCOL = Protocol(
    "Styrelsen",
    None,
    (ITEM, replace(ITEM, number=4)),
    attendance=(
        Attendance("Eva Ek", "C", Role.CHAIR, True),
        Attendance("Ulf Rask", None, Role.ATTENDEE, False, title="planerare"),
    ),
)


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        pytest.param("Ann Lind sökte.", "Ann Lind", f"{MARK} sökte.", id="words"),
        pytest.param("Ann Linds ansökan", "Ann Lind", f"{MARK} ansökan", id="their genitive"),
        pytest.param("ANN LIND", "Ann Lind", MARK, id="another case"),
        pytest.param("Ann\nLind", "Ann Lind", MARK, id="a line that ends between"),
        pytest.param("**Ann** Lind", "Ann Lind", f"**{MARK}", id="a part in bold"),
        pytest.param("Annika Lindgren", "Ann Lind", "Annika Lindgren", id="longer words stay"),
        pytest.param("a@b.se.", "a@b.se", f"{MARK}.", id="an address"),
        pytest.param("19121212-1212", "19121212-1212", MARK, id="figures"),
    ],
)
def test_words_are_taken_out_as_they_stand(text: str, words: str, told: str) -> None:
    assert masked_words(text, [words]) == told


def test_a_name_of_the_elected_stays_though_a_word_of_it_is_masked() -> None:
    assert masked_words("Eva Ek och Eva", ["Eva"], ELECTED) == f"Eva Ek och {MARK}"


def test_words_are_taken_out_of_prose_and_data_alike() -> None:
    told = dumps(masked(PROTOCOL, [Mask("Ann Lind")]))

    assert "Lind" not in told
    assert "Eva Ek" in told


def test_words_of_one_item_stay_in_the_others() -> None:
    first, second = masked(PROTOCOL, [Mask("Ann Lind", 3)]).items

    assert "Lind" not in repr(first)
    assert second == PROTOCOL.items[1]


def test_an_official_may_be_masked_and_an_elected_person_not() -> None:
    told = masked(PROTOCOL, [Mask("Ulf Rask"), Mask("Eva Ek")])

    assert [one.name for one in told.attendance] == ["Eva Ek", MARK]


def test_the_record_itself_keeps_everything() -> None:
    before = dumps(PROTOCOL)

    masked(PROTOCOL, [Mask("Ann Lind")])

    assert dumps(PROTOCOL) == before


def test_without_a_mask_the_copy_is_the_record() -> None:
    assert masked(PROTOCOL, []) == PROTOCOL


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Eva Ek", id="the name"),
        pytest.param("eva  ek (C)", id="with the party"),
        pytest.param("Ek", id="the surname, by which minutes call them"),
        pytest.param("C", id="the party"),
        pytest.param("Centerpartiet", id="its whole name"),
        pytest.param("  ", id="nothing"),
        pytest.param("–", id="no word"),
        pytest.param("x" * 501, id="a story"),
        pytest.param("a\x00b", id="what nobody sees"),
    ],
)
def test_the_elected_and_what_is_no_word_are_not_masked(words: str) -> None:
    with pytest.raises(RuleBroken):
        require_maskable(words, ELECTED, ["C", "Centerpartiet"])


def test_somebody_else_may_be_masked() -> None:
    require_maskable("Ann Lind", ELECTED, ["C", "Centerpartiet"])
