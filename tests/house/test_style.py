"""STYLE.md states the limits that the checks hold."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.house.test_size import LINES_A_FILE, LINES_A_FUNCTION

ROOT = Path(__file__).resolve().parent.parent.parent
STYLE = " ".join((ROOT / "STYLE.md").read_text(encoding="utf-8").split())
RUFF = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]


@pytest.mark.parametrize(
    "limit",
    [
        f"at most {RUFF['line-length']} characters",
        f"fewer than {LINES_A_FILE} lines",
        f"functions at most {LINES_A_FUNCTION}",
        f"complexity is at most {RUFF['lint']['mccabe']['max-complexity']}",
        f"arguments at most {RUFF['lint']['pylint']['max-args']}",
    ],
)
def test_a_limit_that_is_held_is_the_one_that_is_stated(limit: str) -> None:
    assert limit in STYLE, "mend the limits in STYLE.md"
