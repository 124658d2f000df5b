"""What in a text may not be meant for the web."""

from __future__ import annotations

import pytest

from minutes.domain.scanning import Trace, sightings

_T = Trace


def _found(text: str) -> list[tuple[Trace, str]]:
    return [(one.trace, one.words) for one in sightings(text)]


@pytest.mark.parametrize(
    ("text", "trace"),
    [
        pytest.param("121212-1212", _T.PERSONAL_NUMBER, id="ten figures"),
        pytest.param("1212121212", _T.PERSONAL_NUMBER, id="without a dash"),
        pytest.param("19121212-1212", _T.PERSONAL_NUMBER, id="with the century"),
        pytest.param("191212121212", _T.PERSONAL_NUMBER, id="twelve figures"),
        pytest.param("121212+1212", _T.PERSONAL_NUMBER, id="past a hundred years"),
        pytest.param("121212 1212", _T.PERSONAL_NUMBER, id="with a space"),
        pytest.param("121272-1219", _T.PERSONAL_NUMBER, id="a coordination number"),
        pytest.param("000229-0005", _T.PERSONAL_NUMBER, id="a leap day of 2000"),
        pytest.param("070-174 06 05", _T.TELEPHONE, id="a mobile telephone"),
        pytest.param("0701740605", _T.TELEPHONE, id="without spaces"),
        pytest.param("08-465 004 10", _T.TELEPHONE, id="a telephone in the capital"),
        pytest.param("+46 70 174 06 05", _T.TELEPHONE, id="from abroad"),
        pytest.param("+46 (0)70-174 06 05", _T.TELEPHONE, id="from abroad, with a nought"),
        pytest.param("ann.lind@post.example", _T.EMAIL, id="an e-mail address"),
        pytest.param("Storgatan 5", _T.STREET, id="a street"),
        pytest.param("Norra Kvarnvägen 12 B", _T.STREET, id="a street of two words, with a door"),
        pytest.param("Åsgränd 3", _T.STREET, id="an alley"),
        pytest.param("123 45 Sundevik", _T.POSTAL, id="a postal address"),
    ],
)
def test_what_somebody_can_be_traced_by_is_found(text: str, trace: Trace) -> None:
    (found,) = _found(f"Den sökande, {text}, bor kvar.")

    assert found == (trace, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("121212-1213", id="a wrong check digit"),
        pytest.param("121312-1211", id="a thirteenth month"),
        pytest.param("010229-1213", id="a leap day that was none"),
        pytest.param("dnr 0921-2026", id="a reference number"),
        pytest.param("0012-2026", id="another"),
        pytest.param("2026-04-08", id="a day"),
        pytest.param("1 234 567 kronor", id="money"),
        pytest.param("kl. 08.30–12.15", id="the time"),
        pytest.param("123 45 kronor", id="money in thousands, badly written"),
        pytest.param("Regionstyrelsen § 12", id="a §"),
        pytest.param("Stadsplan 2026", id="a plan of a year"),
        pytest.param("2020/1234", id="a number of a file"),
    ],
)
def test_other_figures_are_let_be(text: str) -> None:
    assert not _found(f"Enligt {text} gäller.")


def test_what_is_found_is_shown_with_the_words_around_it() -> None:
    (one,) = sightings("Ring 070-174 06 05 i dag.")

    assert (one.before, one.after) == ("Ring ", " i dag.")


def test_the_same_figures_are_found_once() -> None:
    assert len(_found("1212121212")) == 1
