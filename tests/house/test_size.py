"""Files and functions stay small."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LINES_A_FILE = 200
LINES_A_FUNCTION = 25
SOURCES = sorted(
    path for folder in ("minutes", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")
)


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


def test_a_file_stays_under_200_lines() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}

    long = [f"{path.relative_to(ROOT)}: {n}" for path, n in lines.items() if n >= LINES_A_FILE]
    assert len(lines) > 1000
    assert long == [], "split the noun, never the kind"


def test_a_function_stays_within_25_lines() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{function.lineno}: {function.name}"
        for path in SOURCES
        for function in _functions(path)
        if _body_lines(function) > LINES_A_FUNCTION
    ]

    assert long == [], "give parts of them names of their own"
