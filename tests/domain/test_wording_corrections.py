"""Corrections in prose."""

from __future__ import annotations

import pytest

from minutes.domain.corrections import Correction
from minutes.domain.sections import Section, SectionKind
from minutes.domain.wording.corrections import correction_text, with_corrections
from tests.domain.people import BO, EVA

TEXTS = (
    Section(SectionKind.SUMMARY, "Sammanfattning", "Avtalet är på 8 år."),
    Section(SectionKind.VOTE, "Omröstning", "7 ja-röster."),
    Section(SectionKind.BACKGROUND, "Ärendet", "8 år."),
)
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

    *_, section = with_corrections(TEXTS, [read, made])

    assert (section.heading, section.text) == ("Rättelse bestyrks", correction_text(made))


@pytest.mark.parametrize(
    ("stands_in", "old", "kinds"),
    [
        pytest.param(SectionKind.SUMMARY, "8", "summary correction vote background", id="its own"),
        pytest.param(SectionKind.VOTE, "7 ja", "summary vote correction background", id="a vote"),
        pytest.param(SectionKind.NOTE, "x", "summary vote background correction", id="none left"),
        pytest.param(None, "8", "summary vote background correction", id="it does not say"),
    ],
)
def test_a_correction_stands_below_the_section_that_it_mends(
    stands_in: SectionKind | None, old: str, kinds: str
) -> None:
    made = Correction((EVA,), old=old, new="9", stands_in=stands_in)

    written = with_corrections(TEXTS, [made])

    assert [one.kind.value for one in written] == kinds.split()
