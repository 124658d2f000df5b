"""Corrections in prose."""

from __future__ import annotations

import pytest

from minutes.domain.corrections import Correction
from minutes.domain.wording.corrections import correction_text, corrections_written
from tests.domain.people import BO, EVA

MENDED = "”11 mnkr” har rättats till ”12 mnkr”."


@pytest.mark.parametrize(
    ("made", "text"),
    [
        pytest.param(
            Correction((EVA, BO), ("2026-03-12", "2026-03-13"), "", "11 mnkr", "12 mnkr"),
            f"{MENDED}\n\nEva Ek (S) 2026-03-12, Bo Alm (M) 2026-03-13",
            id="each signer with the day",
        ),
        pytest.param(
            Correction((EVA, BO), ("2026-03-12",), "", "11 mnkr", "12 mnkr", "Ett skrivfel."),
            f"{MENDED} Ett skrivfel.\n\nEva Ek (S) 2026-03-12, Bo Alm (M)",
            id="a day that is still open, and a reason",
        ),
    ],
)
def test_what_was_mended_is_told_and_who_certified_it(made: Correction, text: str) -> None:
    assert correction_text(made) == text


def test_only_a_correction_that_tells_its_words_is_written_out() -> None:
    made = Correction((EVA,), ("2026-03-20",), "avtalet", "8", "9", "Skrivfel.")
    read = Correction((EVA,), ("2026-03-20",), "avtalet")

    (section,) = corrections_written([read, made])

    assert (section.heading, section.text) == ("Rättelse bestyrks", correction_text(made))
