"""The benchmarks run, and say what could not be measured here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.protocol import missing

ROOT = Path(__file__).resolve().parent.parent.parent


def _run(name: str, file: Path) -> list[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / name), str(file), "--rounds", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def _row(lines: list[str], label: str) -> list[str]:
    return next(line for line in lines if line.startswith(label)).removeprefix(label).split()


def test_the_protocol_is_measured_beside_every_peer(adjusted: Path) -> None:
    lines = _run("protocol.py", adjusted)

    assert lines[0] == "adjusted.pdf, 3 §§, 1 rounds"
    assert _row(lines, "Paragraf, PDF/A-3a + UA-1")[3:5] == ["1.00", "1.00"]
    for peer in (
        "WeasyPrint, same HTML, untagged",
        "WeasyPrint, header in boxes, untagged",
        "Chromium, header in boxes",
        "Typst, PDF/A-3a + UA-1",
    ):
        assert float(_row(lines, peer)[0]) > 0
    assert sum("(target " in line for line in lines) == 3


def test_a_peer_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert missing(str(tmp_path)) == {"chromium": "no chromium on the path"}


@pytest.fixture(scope="module")
def read_in(adjusted: Path) -> list[str]:
    """What the benchmark says of reading in."""
    return _run("import.py", adjusted)


@pytest.mark.parametrize("temperature", ["cold", "warm"])
def test_reading_in_is_measured(read_in: list[str], temperature: str) -> None:
    assert any(line.startswith(f"{temperature}: ") for line in read_in)


def test_signing_is_measured(adjusted: Path) -> None:
    lines = _run("signing.py", adjusted)

    assert lines[0].startswith("adjusted.pdf, ")
    for done in ("a signature (B-B)", "checking two signatures", "checking two that last, apart"):
        assert float(_row(lines, done)[0]) > 0
    assert sum("(target " in line for line in lines) == 4


def test_the_preview_is_measured_beside_the_press(adjusted: Path) -> None:
    lines = _run("preview.py", adjusted)

    assert lines[0] == "adjusted.pdf, 3 §§, 1 rounds"
    assert _row(lines, "the press, cold: the whole")[2] == "1.000"
    for shown in ("a §, nothing warm", "a § after a change", "the whole after a change of one §"):
        assert float(_row(lines, shown)[0]) > 0
    assert sum("(target " in line for line in lines) == 3
