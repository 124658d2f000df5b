"""The same record and edition give the same bytes, in any process."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from minutes.documents.press import Sheet, press, printed
from minutes.documents.protocol import protocol_sheet
from minutes.documents.render import BadDocument
from tests.documents.made import ADJUSTED, small_protocol

_ASKS = """\
import pathlib, sys
from minutes.documents.press import press
from minutes.documents.protocol import protocol_sheet
from tests.documents.made import ADJUSTED, small_protocol
pathlib.Path(sys.argv[1]).write_bytes(press(protocol_sheet(small_protocol(), ADJUSTED)))
print([name for name in ("weasyprint", "pydyf") if name in sys.modules])
"""
ROOT = Path(__file__).resolve().parent.parent.parent


def _sheet() -> Sheet:
    return protocol_sheet(small_protocol(), ADJUSTED)


def test_a_second_printing_gives_the_same_bytes(adjusted: Path) -> None:
    assert printed(_sheet()) == adjusted.read_bytes()


def test_another_process_gives_the_same_bytes(adjusted: Path) -> None:
    assert press(_sheet()) == adjusted.read_bytes()


def test_a_process_with_another_hash_seed_gives_the_same_bytes_and_loads_no_engine(
    adjusted: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", _ASKS, str(tmp_path / "asked.pdf")]
    environment = {"PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"}

    asked = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    assert asked.stdout.strip() == "[]"
    assert (tmp_path / "asked.pdf").read_bytes() == adjusted.read_bytes()


def test_another_edition_gives_other_bytes(adjusted: Path) -> None:
    sheet = protocol_sheet(small_protocol(), replace(ADJUSTED, version=3))

    assert printed(sheet) != adjusted.read_bytes()


def test_a_document_that_would_not_look_as_designed_is_no_document() -> None:
    with pytest.raises(BadDocument, match="unknown property"):
        press(replace(_sheet(), html="<style>p { colour: red }</style><p>Text"))
