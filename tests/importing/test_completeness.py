"""Whether a protocol is whole: every § once, none missing, and not cut off."""

from __future__ import annotations

import pytest

from minutes.importing.parse import parse
from minutes.importing.problems import Problem
from minutes.importing.read import read_content
from tests.importing.written import item, line_of, protocol

WHOLE = protocol()


def _problems(text: str) -> tuple[Problem, ...]:
    return parse(read_content("protokoll.txt", text.encode())).problems


def _pages(printed: int, of: int) -> str:
    """A protocol that says how many pages it has, and ends on page `printed`."""
    pages = [f"Sida {n} ({of})\n{item(11 + n)}" for n in range(1, printed + 1)]
    return protocol(*("\f".join(pages),))


def test_a_whole_protocol_has_no_problems() -> None:
    assert _problems(WHOLE) == ()


def test_a_number_that_stands_twice_is_told_with_its_line() -> None:
    text = protocol(item(12), item(13), item(13), item(14))

    assert _problems(text) == (
        Problem(
            "§ 13 står två gånger. Ge den ena sitt rätta nummer i filen.",
            line_of(text, "§ 13", occurrence=2),
        ),
    )


def test_a_number_that_is_missing_is_told_with_the_line_it_should_follow() -> None:
    text = protocol(item(12), item(14), item(15))

    assert _problems(text) == (
        Problem(
            "§ 13 saknas efter § 12. Lägg in paragrafen, eller kontrollera att filen är hel.",
            line_of(text, "§ 12"),
        ),
    )


def test_each_of_several_missing_numbers_is_told() -> None:
    found = _problems(protocol(item(12), item(15), item(17)))

    assert [str(problem).split(": ")[1].split(" saknas")[0] for problem in found] == [
        "§ 13",
        "§ 14",
        "§ 16",
    ]


def test_faults_are_told_in_the_order_of_their_lines() -> None:
    found = _problems(protocol(item(12), item(14), item(15), item(15), item(16)))

    assert [problem.line for problem in found] == sorted(problem.line or 0 for problem in found)
    assert len(found) == 2


CUT = (
    pytest.param(WHOLE[:-40], "sista stycket slutar mitt i en mening", id="in a word"),
    pytest.param(
        WHOLE[: WHOLE.rindex("föreslår avslå")], "slutar mitt i en mening", id="in a proposal"
    ),
    pytest.param(
        WHOLE[: WHOLE.rindex("höja")], "sista raden slutar mitt i en mening (”", id="in a decision"
    ),
    pytest.param(
        WHOLE[: WHOLE.rindex("Regionstyrelsens beslut")], "§ 14 har ingen text", id="head"
    ),
    pytest.param(
        WHOLE.replace("Utses att", "Paragrafer\n12–16\n\nUtses att"),
        "framsidan anger §§ till och med 16, texten slutar med § 14",
        id="before its last §",
    ),
    pytest.param(
        _pages(3, of=6),
        "sidorna är numrerade till 6, den sista som finns är 3",
        id="before its last page",
    ),
)


@pytest.mark.parametrize(("text", "how"), CUT)
def test_a_protocol_that_is_cut_off_is_told_where(text: str, how: str) -> None:
    (problem,) = _problems(text)

    assert how in problem.sentence
    assert problem.sentence.startswith("Protokollet är avhugget: ")
    assert problem.sentence.endswith("Hämta hela filen.")
    filled = [n for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    assert problem.line in {filled[-1], line_of(text, "§ 14")}


@pytest.mark.parametrize("of", [3, 4])
def test_pages_up_to_the_last_or_last_but_one_are_whole(of: int) -> None:
    assert _problems(_pages(3, of=of)) == ()
