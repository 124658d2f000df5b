"""What a page shows that was not marked for translation: found in templates, code and scripts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, nodes

MARKS = {
    "_", "gettext", "ngettext", "pgettext", "lazy_gettext", "marked", "Phrase", "RuleBroken",
}  # fmt: skip
_OF_CODE = {"TypeVar", "exception", "warning", "info"}
_NAMES = {"Paragraf", "Svenska", "English", "Lax"}
_ATTRIBUTES = {"alt", "aria-label", "aria-description", "placeholder", "title", "content"}
_WORD = re.compile(r"[^\W\d_]{2,}")
_SPOKEN = re.compile(r"[åäöÅÄÖ]|^[A-Z][a-z]+(?:[ .?!:]|$)")
"""A string that somebody reads has Swedish letters, or a word with a capital first."""

_OF_MAIN = re.compile(r"{% block (?:shape|about) %}.*?{% endblock %}")

_env = Environment(extensions=["jinja2.ext.i18n"])  # nothing is rendered


class _Html(HTMLParser):
    """The texts of a template's HTML, with what Jinja puts there taken away."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if _WORD.search(words) and words not in _NAMES and "– Paragraf" not in words:
            self.found.append((self.getpos()[0], words))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in _ATTRIBUTES and tag != "meta" and _WORD.search(value or ""):
                self.found.append((self.getpos()[0], value or ""))


def _markup(source: str) -> str:
    """The template's HTML alone, each line where it was."""
    kept = []
    inside = ""
    ends = {"variable_begin": "variable_end", "block_begin": "block_end"}
    for _, kind, text in _env.lex(source):
        inside = inside or ends.get(kind, "")
        kept.append(text if kind == "data" and not inside else "\n" * text.count("\n"))
        inside = "" if kind == inside else inside
    return "".join(kept)


def _unmarked(node: nodes.Node) -> Iterator[nodes.Const]:
    """The strings of an expression that no mark stands round."""
    if isinstance(node, nodes.Call) and getattr(node.node, "name", "") in MARKS:
        return
    if isinstance(node, nodes.Const):
        yield node
    for child in node.iter_child_nodes():
        yield from _unmarked(child)


def in_template(path: Path) -> list[tuple[int, str]]:
    """Texts, attributes and strings of a template that are shown as they stand."""
    source = _OF_MAIN.sub("", path.read_text(encoding="utf-8"))
    parser = _Html()
    parser.feed(_markup(source))
    strings = [
        (const.lineno, const.value)
        for const in _unmarked(_env.parse(source))
        if isinstance(const.value, str) and _SPOKEN.search(const.value)
    ]
    return parser.found + [found for found in strings if found[1] not in _NAMES]


def _documented(tree: ast.AST) -> set[ast.AST]:
    """Docstrings, and the strings that describe the name above them."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def _called(node: ast.AST) -> str:
    function = node.func if isinstance(node, ast.Call) else None
    return getattr(function, "id", "") or getattr(function, "attr", "")


def in_code(path: Path) -> list[tuple[int, str]]:
    """Strings of a module that look as if somebody reads them, and are not marked."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed: set[ast.AST] = _documented(tree)
    found: list[tuple[int, str]] = []
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if node in passed or _called(node) in MARKS | _OF_CODE:
            continue
        waiting += ast.iter_child_nodes(node)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found += [(node.lineno, node.value)] if _SPOKEN.search(node.value) else []
    return [one for one in sorted(found) if one[1] not in _NAMES]
