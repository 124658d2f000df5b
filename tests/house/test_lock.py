"""The two lock files agree with each other and with pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CURE = "write both lock files again: docs/adr/0001-requirements-that-pip-reads.md"
DEPENDENCIES = PROJECT["project"]["dependencies"]
TO_CHECK = PROJECT["dependency-groups"]["check"]


def _pins(name: str) -> dict[str, str]:
    """Each pin ("name==version ; marker") with its hashes."""
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.findall(r"^(\S.*?) \\\n((?:    --hash=\S+(?: \\)?\n)+)", text, re.MULTILINE)
    return {pin: re.sub(r"[\s\\]+", " ", hashes) for pin, hashes in blocks}


TO_SERVE = _pins("requirements.lock")
ALL = _pins("requirements-check.lock")


def _names(pins: dict[str, str]) -> set[str]:
    return {pin.partition("==")[0] for pin in pins}


def _name(requirement: str) -> str:
    return re.split(r"[\[=<>~ ]", requirement, maxsplit=1)[0]


def test_what_serves_is_what_is_tested() -> None:
    assert len(TO_SERVE) > 50
    assert TO_SERVE.items() - ALL.items() == set(), CURE


def test_a_library_to_serve_is_pinned() -> None:
    assert {_name(one) for one in DEPENDENCIES} - _names(TO_SERVE) == set(), CURE


def test_a_library_to_check_is_pinned() -> None:
    assert {_name(one) for one in TO_CHECK} - _names(ALL) == set(), CURE


@pytest.mark.parametrize(
    "lock", ["requirements.lock", "requirements-check.lock", "requirements-eark.lock"]
)
def test_no_line_of_a_lock_file_is_without_a_hash(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()

    assert len([line for line in lines if line[0] != " "]) == len(_pins(lock))
