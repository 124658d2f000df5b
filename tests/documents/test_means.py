"""Whom an installation trusts is read anew when a file of its folder has changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from minutes.documents.signing.means import means_of
from minutes.settings import read_settings
from tests.documents.authority import Authority


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """One that is trusted, with its list in the folder."""
    found = Authority()
    (tmp_path / "authority.cer").write_bytes(found.der)
    (tmp_path / "authority.crl").write_bytes(found.revocations())
    return found


def test_a_list_that_is_written_over_counts_at_once(authority: Authority, tmp_path: Path) -> None:
    settings = read_settings({"MINUTES_SIGNING_ANCHORS": str(tmp_path)})
    before, folder = means_of(settings).trust.lists, tmp_path.stat()
    authority.revoke(authority.issue("Eva Ek"))

    fetched = authority.revocations()
    (tmp_path / "authority.crl").write_bytes(fetched)
    os.utime(tmp_path, ns=(folder.st_atime_ns, folder.st_mtime_ns))

    assert means_of(settings).trust.lists == (fetched,) != before


def test_what_has_not_changed_is_read_once(authority: Authority, tmp_path: Path) -> None:
    settings = read_settings({"MINUTES_SIGNING_ANCHORS": str(tmp_path)})

    assert means_of(settings) is means_of(settings)
