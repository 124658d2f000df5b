"""An exception to a rule of the checks says why, on the line where it is made."""

from __future__ import annotations

import re
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = ("minutes", "tests", "migrations", "benchmarks", "script")
FILES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
_EXCEPTION = re.compile(r"#\s*(?:type:\s*ignore|noqa|ruff:|mypy:|pragma:|fmt: off|nosec)")
_RULES = r"(?:type: ignore\[[\w, -]+\]|noqa: [A-Z]+\d+(?:, [A-Z]+\d+)*)"
_WITH_REASON = re.compile(rf"(?:# {_RULES}  )+# (?!type:|noqa)\w.+")


def _without_reason(path: Path) -> list[str]:
    with path.open("rb") as file:
        return [
            f"{path.name}:{one.start[0]}: {one.string}"
            for one in tokenize.tokenize(file.readline)
            if one.type == tokenize.COMMENT
            and _EXCEPTION.match(one.string)
            and not _WITH_REASON.fullmatch(one.string)
        ]


def test_an_exception_names_its_rule_and_says_why() -> None:
    found = [line for path in FILES for line in _without_reason(path)]

    assert found == [], "name the rule and say why: # noqa: S603  # our own interpreter"


@pytest.mark.parametrize(
    ("comment", "is_right"),
    [
        ("# noqa: S603  # our own interpreter", True),
        ("# type: ignore[misc]  # the library is untyped", True),
        ("# type: ignore[misc]  # noqa: E402  # after the patch", True),
        ("# noqa: S603", False),
        ("# type: ignore[misc]  # noqa: E402", False),
        ("# type: ignore[misc]", False),
        ("# type: ignore  # of any kind", False),
        ("# noqa  # of any kind", False),
    ],
)
def test_the_check_sees_what_is_missing(comment: str, is_right: bool, tmp_path: Path) -> None:
    file = tmp_path / "one.py"
    file.write_text(f"a = 1  {comment}\n", encoding="utf-8")

    assert bool(_without_reason(file)) is not is_right
