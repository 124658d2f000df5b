"""Corrections: what was mended after adjustment stands beside what was adjusted."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from minutes.domain.corrections import Correction
from minutes.domain.record_json import from_data, to_data
from tests.domain.people import BO, EVA

MENDED = Correction(
    certified_by=(EVA, BO),
    certified_on=("2026-03-24", ""),
    after="för år 2026",
    old="1 400 tkr",
    new="1 500 tkr",
    reason="Skrivfel i beloppet.",
)


def test_a_correction_keeps_the_old_words_beside_the_new() -> None:
    assert (MENDED.old, MENDED.new) == ("1 400 tkr", "1 500 tkr")
    assert MENDED.reason == "Skrivfel i beloppet."


def test_a_correction_names_both_who_certify_it_even_where_a_day_is_missing() -> None:
    certified = dict(zip(MENDED.certified_by, MENDED.certified_on, strict=True))

    assert certified == {EVA: "2026-03-24", BO: ""}
    assert from_data(Correction, to_data(MENDED)) == MENDED


def test_a_correction_is_itself_never_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        MENDED.new = "1 600 tkr"
    assert replace(MENDED, new="1 600 tkr") != MENDED
