"""The package is what E-ARK's own validator takes for one, and its pages are PDF/A and PDF/UA."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.archived import DAY, copied, packed, small_register
from tests.cli.validator import IMPOSSIBLE, objections, report_of
from tests.documents.vera import verdicts

PREMIS = "{http://www.loc.gov/premis/v3}"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of a small register."""
    register = small_register(tmp_path_factory.mktemp("archived"))
    return packed(register, register.folder / "arkiv")


def test_the_package_keeps_every_rule_that_can_be_kept(package: Path) -> None:
    report = report_of(package)

    assert report["structure"]["status"] == "WellFormed"
    assert report["metadata"]["schema_results"]["status"] == "VALID"
    assert objections(report) == IMPOSSIBLE


def test_said_to_be_no_submission_it_is_valid_as_a_whole(package: Path, tmp_path: Path) -> None:
    kept = copied(package, tmp_path)
    mets = kept / "METS.xml"
    text = mets.read_text(encoding="utf-8")
    mets.write_text(text.replace('PACKAGETYPE="SIP"', 'PACKAGETYPE="AIP"'), encoding="utf-8")

    report = report_of(kept)

    assert {part["status"] for part in report["metadata"].values()} == {"VALID"}
    assert objections(report) == set()


def test_the_validator_objects_where_a_rule_is_broken(package: Path, tmp_path: Path) -> None:
    broken = copied(package, tmp_path)
    mets = broken / "METS.xml"
    text = mets.read_text(encoding="utf-8")
    mets.write_text(re.sub(r' OBJID="[^"]*"', ' OBJID=""', text), encoding="utf-8")

    assert "CSIP1" in objections(report_of(broken))


def test_what_has_happened_is_told_with_the_checksum_of_each_file(package: Path) -> None:
    events = etree.parse(package / "metadata/preservation/premis.xml")
    files = etree.parse(package / "representations/rep1/metadata/preservation/premis.xml")

    kinds = [one.text for one in events.iter(f"{PREMIS}eventType")]
    sums = {one.text for one in files.iter(f"{PREMIS}messageDigest")}

    assert kinds == ["adjusted", "validation", "packaged"]
    assert len(sums) == len([*(package / "representations/rep1/data").rglob("*.*")])


def test_the_protocol_and_the_statement_of_signatures_are_accessible_archive_files(
    package: Path,
) -> None:
    data = package / "representations/rep1/data" / DAY
    pages = [data / "protokoll.pdf", data / "underskrifter.pdf"]

    said = verdicts(*((page, flavour) for page in pages for flavour in ("3a", "ua1")))

    assert said.count("PASS") == 4, said
