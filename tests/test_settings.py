"""The settings of an environment."""

from __future__ import annotations

import pytest

from minutes.settings import BadSetting, read_settings


@pytest.mark.parametrize(
    "name", ["MINUTES_DATABASE_URL", "MINUTES_EXPORTS", "MINUTES_PDF_VARIANT", "MINUTES_PORT"]
)
def test_an_empty_setting_counts_as_missing(name: str) -> None:
    known = {"MINUTES_SECRET": "known to the test"}

    assert read_settings({**known, name: ""}) == read_settings(known)


def test_a_secret_that_is_missing_or_empty_is_made_up() -> None:
    secrets = {read_settings(given).secret for given in ({}, {}, {"MINUTES_SECRET": ""})}

    assert len(secrets) == 3
    assert "" not in secrets


@pytest.mark.parametrize("number", ["0", "65536", "-1", "8000x", "8²", "åtta"])
@pytest.mark.parametrize("name", ["MINUTES_PORT", "MINUTES_WORKERS"])
def test_a_number_out_of_range_is_refused_by_its_name(name: str, number: str) -> None:
    with pytest.raises(BadSetting, match=f"{name} är ”{number}”"):
        read_settings({name: number})


def test_a_variant_of_pdf_that_is_not_made_is_refused() -> None:
    with pytest.raises(BadSetting, match="MINUTES_PDF_VARIANT är ”pdf/a-4f”"):
        read_settings({"MINUTES_PDF_VARIANT": "pdf/a-4f"})
