"""The domain's sentences can be told in another language: they are templates with values."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

PACKAGE = Path(__file__).resolve().parent.parent.parent / "minutes"
TELLING = {"RuleBroken": 1, "Phrase": 1, "gap": 2, "hint": 2}
"""What tells sentences, and how many arguments stand first: a finding has its place, too."""
_TOLD_AS_THEY_STAND = {PACKAGE / "domain" / "errors.py", PACKAGE / "domain" / "findings.py"}


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from [node] if node.func.id in TELLING else []


def _places() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path not in _TOLD_AS_THEY_STAND:
            for call in _calls(ast.parse(path.read_text(encoding="utf-8"))):
                yield f"{path.relative_to(PACKAGE)}:{call.lineno}", call


def _is_apart(call: ast.Call) -> bool:
    """Whether the sentence is a text, each {place} of which has a value of its name."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    first = call.args[0] if len(call.args) == TELLING[name] else None
    if not isinstance(first, ast.Constant):
        return False
    named = {name for _, name, _, _ in Formatter().parse(str(first.value)) if name is not None}
    return named == {keyword.arg for keyword in call.keywords}


def test_a_sentence_is_a_template_with_its_values_apart() -> None:
    places = list(_places())

    assert len(places) > 500
    assert [place for place, call in places if not _is_apart(call)] == [], (
        'write RuleBroken("Bara {present} är på plats.", present=present), a value to each place '
        "and no other: an f-string cannot be translated"
    )
