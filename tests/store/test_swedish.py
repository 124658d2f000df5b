"""The forms of a word are one word: the words of minutes above all."""

from __future__ import annotations

import pytest

from minutes.store.searching.swedish import stem

FORMS = (
    "protokoll protokollet protokollen protokolls protokollets",
    "ärende ärendet ärenden ärendena ärendets",
    "kostnad kostnaden kostnader kostnaderna kostnadernas",
    "ledamot ledamoten ledamöter ledamöterna",
    "styrelseledamot styrelseledamöter",
    "yrkande yrkandet yrkanden yrkandena",
    "sammanträde sammanträdet sammanträden sammanträdena",
    "hälsocentral hälsocentralen hälsocentraler hälsocentralernas",
    "jäv jävig jäviga",
    "läkare läkaren läkarna läkarnas",
    "resa resan resor resorna",
    "skola skolan skolor skolornas",
    "strategi strategin strategier",
    "plan planen planer planerna",
    "ambulans ambulansen ambulanser",
    "tjänsteman tjänstemannen tjänstemän tjänstemännens",
    "bostad bostaden bostäder bostäderna",
    "regional regionala regionalt",
    "månad månaden månader",
    "privat privata",
    "hand händer händerna",
    "stad städer städernas",
    "natt nätter nätterna",
    "bok böcker böckerna",
    "gymnasium gymnasiet gymnasier",
    "museum museet museer museerna",
    "rum rummet rummen",
    "väntrum väntrummen",
    "vårdplats vårdplatsen vårdplatserna",
    "verksamhet verksamheten verksamheterna verksamheternas",
    "säker säkert säkra",
)


@pytest.mark.parametrize("forms", FORMS, ids=lambda forms: forms.split()[0])
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("vård", "värd"), ("landsting", "land"), ("förslag", "föreslå"), ("val", "vall"),
     ("plan", "plats"), ("resa", "resurs"), ("fast", "fastighet")],
)  # fmt: skip
def test_different_words_stay_different(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_number_is_its_own() -> None:
    assert stem("1338") == "1338"
