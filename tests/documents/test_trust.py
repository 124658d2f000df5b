"""Whom signatures are trusted by lies in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.documents.signing.trust import BadCertificate, Trust, trust_of
from tests.documents.authority import Authority


def test_the_anchors_lie_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "en.crt").write_bytes(Authority().der)
    (tmp_path / "README").write_text("inte ett certifikat")

    assert trust_of(tmp_path) == Trust((Authority().der,))


def test_a_file_among_the_anchors_that_is_no_certificate_is_named(tmp_path: Path) -> None:
    (tmp_path / "fel.crt").write_bytes(b"inte ett certifikat")

    with pytest.raises(BadCertificate, match=r"fel\.crt"):
        trust_of(tmp_path)
