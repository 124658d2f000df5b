"""A person is found by what somebody types in a hurry."""

import pytest

from minutes.domain.errors import RuleBroken
from minutes.domain.finding import find_people, find_person
from minutes.domain.persons import CHAIR, Person

EVA, ERIK = Person("Eva Ek", "S"), Person("Erik Ekman", "M")
LI, ANNA = Person("Li Öst", "C"), Person("Anna-Karin Stenlund", "S")
ALL = (EVA, ERIK, LI, ANNA)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Eva Ek (S)", EVA), ("eva ek", EVA), ("eva", EVA), ("ek s", EVA), ("ekm", ERIK),
        ("er ek", ERIK), ("öst", LI), ("  li   ö ", LI), ("karin", ANNA), ("ordf", CHAIR),
        ("Ordföranden", CHAIR),
    ],
)  # fmt: skip
def test_a_part_of_the_name_is_enough(typed: str, found: Person) -> None:
    assert find_person(typed, ALL) == found


def test_words_that_mean_two_are_refused_with_both() -> None:
    with pytest.raises(RuleBroken, match=r"Eva Ek \(S\) eller Erik Ekman \(M\)"):
        find_person("e", ALL)


@pytest.mark.parametrize("typed", ["", " ", "Bo", "(S)", "vea"])
def test_words_that_mean_nobody_are_refused(typed: str) -> None:
    with pytest.raises(RuleBroken, match="Ingen här heter"):
        find_person(typed, ALL)


def test_several_are_parted_by_commas_and_a_mark_means_the_group() -> None:
    found = find_people("li, eva och M", ALL, ("S", "M"))

    assert found == (LI, EVA, Person(None, "M"))


def test_nobody_at_all_is_refused() -> None:
    with pytest.raises(RuleBroken, match="Skriv vem"):
        find_people(" , ", ALL)
