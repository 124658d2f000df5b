"""The entries of pasted lists: how deep each stands, and the mark it stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.importing.clipboard import Node
from minutes.importing.pasted_words import Run, runs, seen

_LEVEL = re.compile(r"\blevel(\d)\b")
_NUMBER = re.compile(r"^(\d{1,9})[.)]$")
_LETTERED = re.compile(r"^(?:[A-ZÅÄÖa-zåäö]|[ivxlcIVXLC]{2,6}|\d{1,9}(?:\.\d{1,9})+)[.)]?$")
_SIGNS = {"o", "v", "n", "q", "l", "u", "w"}
"""Letters that Symbol and Wingdings show as bullets."""
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_BULLET = "- "


def is_entry_of_word(node: Node) -> bool:
    """Whether Word set a paragraph as an entry of a list."""
    return bool(_LEVEL.search(node.style.get("mso-list", "")))


def level_of_word(node: Node) -> int:
    """How deep in lists Word set a paragraph, from 1."""
    match = _LEVEL.search(node.style.get("mso-list", ""))
    return int(match[1]) if match else 1


def _printed(node: Node) -> Node | None:
    """Where Word wrote the mark of an entry out."""
    if node.style.get("mso-list") == "ignore":
        return node
    found = (_printed(child) for child in node.elements)
    return next((one for one in found if one is not None), None)


def _in_symbols(node: Node) -> bool:
    families = (n.style.get("font-family", "") for n in [node, *node.elements])
    return any(name in f for f in families for name in ("symbol", "wingdings", "courier"))


def mark_of(text: str, *, symbols: bool = False) -> str:
    """A mark as Markdown: a number or a bullet; a letter or several numbers as they stand."""
    text = seen(text).strip()
    number = _NUMBER.match(text)
    if number:
        return f"{int(number[1])}. "
    is_sign = text in _SIGNS and (symbols or text == "o")
    return f"{text} " if _LETTERED.match(text) and not is_sign else _BULLET


def taken_mark(node: Node) -> str:
    """The mark that Word wrote out in an entry, which is taken out of it."""
    printed = _printed(node)
    if printed is None:
        return _BULLET
    mark = mark_of(printed.words, symbols=_in_symbols(printed) or _in_symbols(node))
    printed.children = [" "]
    return mark


def plain_mark(node: Node) -> str:
    """The number that Word wrote out before a heading or another paragraph, as words."""
    printed = _printed(node)
    if printed is None:
        return ""
    text = "".join(run.text for run in runs(printed)).strip()
    printed.children = [" "]
    return f"{text} " if text else ""


def _letter(number: int, first: str) -> str:
    """The number as a letter of the alphabet that begins with `first`."""
    if not 1 <= number <= len(_ALPHABET):
        return f"{number}. "
    letter = _ALPHABET[number - 1]
    return f"{letter if first == 'a' else letter.upper()}) "


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else otherwise


def _style(listing: Node, entry: Node) -> str:
    """How the entries of a list are numbered: "a", "A" or "1"."""
    shown = entry.style.get("list-style-type") or listing.style.get("list-style-type", "")
    named = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A"}
    kind = listing.attributes.get("type", "")
    return named.get(shown) or (kind if kind in {"a", "A"} else "1")


def entries(listing: Node) -> Iterator[tuple[Node, str]]:
    """The entries of an HTML list with their marks, and what lies between them with none."""
    number = _whole(listing.attributes.get("start", ""), 1)
    for child in listing.children:
        if isinstance(child, str):
            yield Node("p", children=[child]), ""
        elif child.tag != "li":
            yield child, ""
        elif listing.tag == "ul":
            yield child, _BULLET
        else:
            number = _whole(child.attributes.get("value", ""), number)
            style = _style(listing, child)
            yield child, f"{number}. " if style == "1" else _letter(number, style)
            number += 1


def level_told(entry: Node, otherwise: int) -> int:
    """How deep an entry says that it stands; each of Word on the web has a list of its own."""
    attributes = entry.attributes
    told = attributes.get("data-aria-level") or attributes.get("aria-level", "")
    return max(otherwise, min(_whole(told, 1), 9))


def with_mark(mark: str, found: list[Run]) -> list[Run]:
    """Runs behind a mark in words."""
    return [Run(mark), *found] if mark else found
