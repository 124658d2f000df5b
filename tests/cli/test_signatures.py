"""Signatures get a new timestamp before what checks them ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import Result

from minutes.clock import now
from minutes.documents.signing.check import check
from minutes.documents.signing.renewal import ends_at
from minutes.documents.signing.trust import trust_of
from minutes.store.session import session
from minutes.store.tallies import file_of, signed_files
from tests.databases import opened
from tests.documents.authority import Authority
from tests.documents.clocks import server_of
from tests.documents.kept import ENDS_IN, Kept, keep_signed, last_edition


@pytest.fixture
def kept(run_folder: Path, tmp_path: Path) -> Kept:
    """Minutes signed to last, whose timestamps end in a hundred days."""
    return keep_signed(run_folder, tmp_path / "register", lasts=True)


@pytest.fixture
def time(kept: Kept) -> Iterator[str]:
    """The address of a timestamp server that the register trusts."""
    authority = Authority("En ny tid")
    (kept.anchors / "time.cer").write_bytes(authority.der)
    with server_of(authority.clock()) as address:
        yield address


def _renew(kept: Kept, address: str, *words: object) -> Result:
    settings = {**kept.settings, "MINUTES_TIMESTAMP_URL": address}
    return kept.commands.run("signatures", "renew", *words, **settings)


def _files(kept: Kept) -> list[bytes]:
    """The signed files in their order, the last of which is signed next."""
    with opened(kept.register):
        edition = last_edition()
        names = [one.sha256 for one in signed_files(session(), edition)]
        assert names[-1] == file_of(session(), edition).sha256
    return [(kept.exports / name[:2] / name).read_bytes() for name in names]


def test_a_timestamp_that_nears_its_end_gets_a_later_one_beside_it(kept: Kept, time: str) -> None:
    before = _files(kept)

    result = _renew(kept, time)

    assert (result.exit_code, result.output) == (0, "1 av 1 filer är förnyade.\n")
    *others, after = _files(kept)
    assert others == before
    assert after.startswith(before[-1])
    end = ends_at(after)
    assert end
    assert end > now() + timedelta(days=1000)
    later = now() + timedelta(days=ENDS_IN + 100)
    assert check(after, trust_of(kept.anchors), later).is_sound
    assert not check(before[-1], trust_of(kept.anchors), later).is_sound
    verified = kept.commands.run("verify", **kept.settings)
    assert verified.exit_code == 0, verified.output


def test_what_was_not_signed_to_last_is_made_to(run_folder: Path, tmp_path: Path) -> None:
    kept = keep_signed(run_folder, tmp_path / "register")
    before = _files(kept)

    with server_of(Authority().clock()) as address:
        result = _renew(kept, address)

    assert (result.exit_code, result.output) == (0, "1 av 1 filer är förnyade.\n")
    *others, after = _files(kept)
    assert others == before
    assert check(after, trust_of(kept.anchors), now() + timedelta(days=800)).is_sound
    verified = kept.commands.run("verify", **kept.settings)
    assert verified.exit_code == 0, verified.output


def test_what_is_renewed_or_far_from_its_end_is_left_alone(kept: Kept, time: str) -> None:
    assert _renew(kept, time, "--within", ENDS_IN - 1).output == "0 av 0 filer är förnyade.\n"
    _renew(kept, time)

    result = _renew(kept, time)

    assert (result.exit_code, result.output) == (0, "0 av 0 filer är förnyade.\n")


def test_a_server_that_does_not_answer_leaves_the_file_as_it_was(kept: Kept, time: str) -> None:
    before, rows = _files(kept), kept.commands.rows()

    result = _renew(kept, "http://127.0.0.1:9/")

    assert result.exit_code == 1
    assert "undertecknat.pdf är inte förnyad; den kan prövas till" in result.output
    assert "Tidsstämpelservern svarar inte" in result.output
    assert (_files(kept), kept.commands.rows()) == (before, rows)


@pytest.mark.parametrize(
    ("authority", "days", "why"),
    [
        pytest.param("En ny tid", ENDS_IN - 1, "går inte ut senare", id="that ends earlier"),
        pytest.param("Någon annan", 4000, "gick inte att", id="that nobody trusts"),
    ],
)
def test_a_timestamp_that_helps_nobody_is_not_kept(
    authority: str, days: int, why: str, kept: Kept, time: str
) -> None:
    before = _files(kept)

    with server_of(Authority(authority).clock(days=(-30, days))) as address:
        result = _renew(kept, address)

    assert result.exit_code == 1
    assert why in result.output
    assert _files(kept) == before


def test_a_file_that_does_not_stand_is_not_sealed_anew(kept: Kept, time: str) -> None:
    (kept.anchors / "authority.cer").unlink()

    result = _renew(kept, time)

    assert result.exit_code == 1
    assert "Underskriften godtas inte" in result.output


def test_nothing_is_renewed_without_a_server(kept: Kept) -> None:
    result = kept.commands.run("signatures", "renew", **kept.settings)

    assert result.exit_code == 2
    assert "MINUTES_TIMESTAMP_URL saknas" in result.output
