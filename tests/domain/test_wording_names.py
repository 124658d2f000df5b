"""Names in Swedish prose: genitives, lists, persons with their party."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.persons import CHAIR, Person
from minutes.domain.wording.names import genitive, listed, person, persons
from tests.domain.people import BO, EVA, GROUP, LI

words = st.text(alphabet="abkosxzåäöABKOSXZÅÄÖ", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("word", "owned"),
    [
        pytest.param("Eva Ek", "Eva Eks", id="an s is added"),
        pytest.param("Regionstyrelsen", "Regionstyrelsens", id="to a body as to a person"),
        pytest.param("Bo Fors", "Bo Fors", id="none after s"),
        pytest.param("Max", "Max", id="none after x"),
        pytest.param("Li Ruiz", "Li Ruiz", id="none after z"),
        pytest.param("SD", "SD:s", id="a colon after an abbreviation"),
        pytest.param("KF AU", "KF AU:s", id="a colon after several"),
        pytest.param("SAS", "SAS", id="none after an abbreviation that ends in S"),
        pytest.param("Åsa Ståhl-Öst", "Åsa Ståhl-Östs", id="Swedish letters and a hyphen"),
    ],
)
def test_the_genitive_has_one_s_at_most(word: str, owned: str) -> None:
    assert genitive(word) == owned


@given(word=words)
def test_a_genitive_is_the_word_and_ends_as_one(word: str) -> None:
    owned = genitive(word)

    assert owned.startswith(word)
    assert owned[-1].lower() in "sxz"
    assert owned[len(word) :] in {"", "s", ":s"}
    assert genitive(owned) == owned


@pytest.mark.parametrize(
    ("names", "text"),
    [
        pytest.param([], "", id="nobody"),
        pytest.param(["Eva"], "Eva", id="one"),
        pytest.param(["Eva", "Bo"], "Eva och Bo", id="two"),
        pytest.param(["Eva", "Bo", "Li"], "Eva, Bo och Li", id="three, no comma before och"),
    ],
)
def test_names_are_joined_with_commas_and_och(names: list[str], text: str) -> None:
    assert listed(names) == text


def test_names_may_be_joined_with_another_word() -> None:
    assert listed(["Eva", "Bo", "Li"], "eller") == "Eva, Bo eller Li"


@given(names=st.lists(st.text(alphabet="ABCåäö-", min_size=1, max_size=6), max_size=7))
def test_a_list_can_be_taken_apart_again(names: list[str]) -> None:
    text = listed(names)

    *before, last = text.rsplit(" och ", 1)
    parts = [*(before[0].split(", ") if before else []), last]
    assert parts == (names or [""])
    assert text.count(" och ") == (1 if len(names) > 1 else 0)


@pytest.mark.parametrize(
    ("someone", "text"),
    [
        pytest.param(EVA, "Eva Ek (S)", id="with the party"),
        pytest.param(Person("Ulla Ny", "-"), "Ulla Ny (-)", id="an independent"),
        pytest.param(Person("Eva Ek"), "Eva Ek", id="without a party"),
        pytest.param(CHAIR, "Ordföranden", id="the chair"),
        pytest.param(GROUP, "Ledamöterna från KD", id="a party group"),
    ],
)
def test_a_person_stands_with_the_party_of_the_day(someone: Person, text: str) -> None:
    assert person(someone) == text


def test_persons_stand_as_a_list() -> None:
    assert persons([EVA, BO, LI]) == "Eva Ek (S), Bo Alm (M) och Li Öst (C)"
