"""The settings of signatures."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.domain.verdicts import SigningMethod
from minutes.settings import BadSetting, read_settings
from minutes.settings.signing import METHODS
from minutes.settings.tokens import TokenKey


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


def test_the_seal_s_key_is_named_as_the_standard_has_it(tmp_path: Path) -> None:
    for name in ("seal.pem", "bibliotek.so"):
        (tmp_path / name).write_bytes(b"something")
    named = "pkcs11:token=Region%20%C3%84lvmark;serial=%01;id=%AB%01"
    uri = f"{named}?module-path={tmp_path}/bibliotek.so"

    signing = read_settings(
        {"MINUTES_SEAL": str(tmp_path / "seal.pem"), "MINUTES_SEAL_KEY": uri}
    ).signing

    library = tmp_path / "bibliotek.so"
    assert signing.seal_key == TokenKey(library, "Region Älvmark", serial="01", number="ab01")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"MINUTES_SEAL": "/ingenstans/stämpel.p12"}, "MINUTES_SEAL är"),
        ({"MINUTES_SEAL_KEY": "pkcs11:token=K;object=N?module-path=/bin/sh"}, "MINUTES_SEAL s"),
        ({"MINUTES_SEAL_KEY": "pkcs11:token=K;object=N?module-path=/no.so"}, "MINUTES_SEAL_KEY är"),
        ({"MINUTES_SEAL_KEY": "pkcs11:object=N?module-path=/bin/sh"}, "MINUTES_SEAL_KEY är"),
        ({"MINUTES_SEAL_KEY": "pkcs11:token=K;pin-value=1?module-path=/bin/sh"}, "Ange pkcs11:"),
        ({"MINUTES_SIGNING_TOKENS": "/ingenstans.so"}, "MINUTES_SIGNING_TOKENS är"),
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
