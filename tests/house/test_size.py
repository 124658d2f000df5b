"""Files and functions stay small."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LINES_A_FILE = 200
LINES_A_FUNCTION = 25
SOURCES = sorted(
    path for folder in ("minutes", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")
)


def _ids(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The function's lines without its decorators and docstring."""
    end = function.end_lineno or function.lineno
    if ast.get_docstring(function, clean=False) is None:
        return end - function.lineno + 1
    doc = function.body[0]
    return end - function.lineno - ((doc.end_lineno or doc.lineno) - doc.lineno)


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", SOURCES, ids=_ids)
def test_a_file_stays_under_200_lines(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())

    assert lines < LINES_A_FILE, f"split the noun, never the kind: {path.name} has {lines} lines"


@pytest.mark.parametrize("path", SOURCES, ids=_ids)
def test_a_function_stays_within_25_lines(path: Path) -> None:
    long = {f.name: n for f in _functions(path) if (n := _body_lines(f)) > LINES_A_FUNCTION}

    assert not long, f"give parts of it names of their own: {long}"
