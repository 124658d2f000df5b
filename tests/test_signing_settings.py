"""The settings of signatures."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.domain.verdicts import SigningMethod
from minutes.settings import BadSetting, read_settings
from minutes.settings.signing import METHODS


def test_the_settings_know_every_method() -> None:
    assert set(METHODS) == set(SigningMethod)


def test_without_a_seal_everything_else_is_allowed() -> None:
    assert read_settings({}).signing.methods == set(METHODS) - {"seal"}


def test_the_seal_s_passphrase_may_lie_in_a_file_and_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "seal.p12").write_bytes(b"a seal")
    (tmp_path / "words").write_text("hemliga ord\n")

    signing = read_settings(
        {
            "MINUTES_SEAL": str(tmp_path / "seal.p12"),
            "MINUTES_SEAL_PASSPHRASE_FILE": str(tmp_path / "words"),
        }
    ).signing

    assert signing.methods == set(METHODS)
    assert signing.seal_passphrase == "hemliga ord"
    assert "hemliga" not in repr(signing)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"MINUTES_SEAL": "/ingenstans/stämpel.p12"}, "MINUTES_SEAL är"),
        ({"MINUTES_SIGNING_ANCHORS": "/ingenstans"}, "MINUTES_SIGNING_ANCHORS är"),
        ({"MINUTES_SIGNING_METHODS": "seal"}, "MINUTES_SEAL saknas"),
        ({"MINUTES_SIGNING_METHODS": "sigill"}, "”sigill” finns inte"),
        ({"MINUTES_TIMESTAMP_URL": "ftp://tid.example"}, "MINUTES_TIMESTAMP_URL är"),
        ({"MINUTES_SIGNING_LEVEL": "lasting"}, "MINUTES_TIMESTAMP_URL saknas"),
        ({"MINUTES_SIGNING_LEVEL": "evig"}, "MINUTES_SIGNING_LEVEL är"),
    ],
    ids=lambda one: "" if isinstance(one, dict) else one.split()[0],
)
def test_what_cannot_be_used_is_refused_by_its_name(given: dict[str, str], sentence: str) -> None:
    with pytest.raises(BadSetting, match=sentence):
        read_settings(given)
