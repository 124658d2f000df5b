"""What the archive and the screen reader ask, by validators that are not ours."""

from __future__ import annotations

from pathlib import Path

import outloud
import pytest

from tests.documents.signed import NAMES
from tests.documents.vera import verdicts
from tests.once import made_once

EDITIONS = ["adjusted", "draft", "rich", "assembly"]


@pytest.fixture(scope="session")
def said(
    run_folder: Path,
    adjusted: Path,
    draft: Path,
    rich: Path,
    assembly: Path,
    without_attachment: Path,
) -> str:
    """The validator's verdicts on all editions: it takes seconds to start."""
    whole = [(f, flavour) for f in (adjusted, draft, rich, assembly) for flavour in ("3a", "ua1")]
    asked = [*whole, (without_attachment, "2a"), (without_attachment, "ua1")]
    told = run_folder / "verdicts.txt"
    control = (without_attachment, "3a")
    made_once(told, lambda file: _write(file, verdicts(*asked, control)))
    return told.read_text()


def _write(file: Path, text: str) -> None:
    file.write_text(text)


def _findings(file: Path) -> list[str]:
    result = outloud.check(str(file))
    assert result.error is None
    return [f"{f.rule}, page {f.page}: {f.message}" for f in result.findings]


@pytest.fixture(scope="session")
def said_of_signed(run_folder: Path, signed_folder: Path) -> str:
    """The validator's verdicts on what is sent to be adjusted, and after each signature."""
    files = [signed_folder / f"{name}.pdf" for name in NAMES]
    asked = [(file, flavour) for file in files for flavour in ("3a", "ua1")]
    told = made_once(
        run_folder / "verdicts-signed.txt", lambda file: _write(file, verdicts(*asked))
    )
    return told.read_text()


@pytest.mark.parametrize("name", NAMES)
def test_before_and_after_each_signature_it_is_pdf_a_3a_and_pdf_ua_1(
    name: str, said_of_signed: str
) -> None:
    assert f"3a PASS {name}.pdf" in said_of_signed, said_of_signed
    assert f"ua1 PASS {name}.pdf" in said_of_signed, said_of_signed


def test_what_is_sent_to_be_adjusted_reads_well_aloud(signed_folder: Path) -> None:
    assert _findings(signed_folder / "sent.pdf") == []


@pytest.mark.parametrize("name", EDITIONS)
def test_an_edition_is_pdf_a_3a_and_pdf_ua_1(name: str, said: str) -> None:
    assert f"3a PASS {name}.pdf" in said, said
    assert f"ua1 PASS {name}.pdf" in said, said


def test_without_attachment_it_is_pdf_a_2a_and_pdf_ua_1(said: str) -> None:
    assert "2a PASS without.pdf" in said, said
    assert "ua1 PASS without.pdf" in said, said


def test_the_validator_does_find_faults(said: str) -> None:
    assert "3a FAIL without.pdf" in said


@pytest.mark.parametrize("name", [*EDITIONS, "without_attachment"])
def test_an_edition_reads_well_aloud(name: str, request: pytest.FixtureRequest) -> None:
    assert _findings(request.getfixturevalue(name)) == []


def test_the_real_protocol_as_imported_is_pdf_a_3a_and_pdf_ua_1(real: Path) -> None:
    assert verdicts((real, "3a"), (real, "ua1")) == "3a PASS real.pdf\nua1 PASS real.pdf"


def test_the_real_protocol_as_imported_reads_well_aloud(real: Path) -> None:
    assert _findings(real) == []
