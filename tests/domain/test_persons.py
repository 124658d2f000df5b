"""Persons and party groups."""

from __future__ import annotations

import pytest

from minutes.domain.persons import CHAIR, NATIONAL_PARTIES, PARTY, REGIONAL_PARTIES, by_surname
from tests.domain.people import EVA, GROUP


@pytest.mark.parametrize(
    ("mark", "is_party"),
    [
        pytest.param("S", True, id="one letter"),
        pytest.param("KD", True, id="two letters"),
        pytest.param("ÖrP", True, id="small letters after the first"),
        pytest.param("SPINNA", True, id="six letters"),
        pytest.param("-", True, id="a dash for an independent"),
        pytest.param("SPINNAR", False, id="seven letters are a word"),
        pytest.param("s", False, id="no capital"),
        pytest.param("", False, id="nothing"),
        pytest.param("S-", False, id="a letter and a dash"),
        pytest.param("M1", False, id="a digit"),
    ],
)
def test_a_party_stands_as_its_abbreviation(mark: str, is_party: bool) -> None:
    assert (PARTY.fullmatch(mark) is not None) is is_party


def test_every_known_party_has_an_abbreviation_that_minutes_can_print() -> None:
    known = [*NATIONAL_PARTIES, *REGIONAL_PARTIES]

    assert [mark for mark in known if PARTY.fullmatch(mark) is None] == []
    assert len(set(known)) == len(known)


def test_only_a_party_that_acts_as_one_is_a_group() -> None:
    assert GROUP.is_group
    assert not EVA.is_group
    assert not CHAIR.is_group


def test_names_are_sorted_as_a_swedish_register_has_them() -> None:
    names = ["Bo Öst", "Åke Zorn", "Eva Ås", "Eva Älv", "Bo Ås", "Anna von Berg", "Ida Bok"]

    assert sorted(names, key=by_surname) == [
        "Anna von Berg", "Ida Bok", "Åke Zorn", "Bo Ås", "Eva Ås", "Eva Älv", "Bo Öst",
    ]  # fmt: skip
