"""Pages read quickly: where a page is plain, html5lib is given all its tokens at once.

What is not plainly in order (a bare &, a value without quotation marks, a comment) is left to
html5lib's own reader, which goes sign by sign and knows each error by its name.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any

from html5lib.constants import tokenTypes
from html5lib.html5parser import HTMLParser

Token = dict[str, Any]
_ATTRIBUTE = re.compile(r'\s+([a-zA-Z][a-zA-Z0-9:-]*)(?:="([^"]*)")?')
_PIECE = re.compile(
    r"(?P<doctype><!doctype html>)"
    r'|<(?P<name>[a-z][a-z0-9]*)(?P<told>(?:\s+[a-z][a-z0-9:-]*(?:="[^"]*")?)*)\s*(?P<closed>/?)>'
    r"|</(?P<end>[a-z][a-z0-9]*)>"
    r"|(?P<space>[ \t\n\f]+)"
    r"|(?P<words>[^<]+)",
    re.IGNORECASE,
)
_UNUSUAL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_REFERENCE = re.compile(r"&(?:([a-zA-Z0-9]+;)|#(\d{2,3});)?")
_OF_WORDS = {"title", "textarea"}
_OF_OTHERS = {"script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"}


class _NotPlain(Exception):
    """It is for html5lib to read."""


def _said(words: str) -> str:
    """The words with their references resolved."""
    if "&" not in words:
        return words
    for named, number in _REFERENCE.findall(words):
        if named not in html5 and not 31 < int(number or 0) < 127:
            raise _NotPlain
    return html.unescape(words)


def _told(attributes: str) -> dict[str, str]:
    pairs = [(name.lower(), _said(value)) for name, value in _ATTRIBUTE.findall(attributes)]
    told = dict(pairs)
    if len(told) < len(pairs):
        raise _NotPlain
    return told


def _started(piece: re.Match[str]) -> Token:
    return {
        "type": tokenTypes["StartTag"],
        "name": piece["name"].lower(),
        "data": _told(piece["told"]),
        "selfClosing": bool(piece["closed"]),
        "selfClosingAcknowledged": False,
    }


def _token(piece: re.Match[str]) -> Token:
    kind = piece.lastgroup
    if piece["name"]:
        return _started(piece)
    if kind == "end":
        end = {"name": piece["end"].lower(), "data": [], "selfClosing": False}
        return {"type": tokenTypes["EndTag"], **end}
    if kind == "doctype":
        is_html = {"name": "html", "publicId": None, "systemId": None, "correct": True}
        return {"type": tokenTypes["Doctype"], **is_html}
    if kind == "space":
        return {"type": tokenTypes["SpaceCharacters"], "data": piece["space"]}
    return {"type": tokenTypes["Characters"], "data": _said(piece["words"])}


def _pieces(page: str) -> Iterator[re.Match[str]]:
    """The pieces of the page. Raises _NotPlain where something stands between them."""
    at, within = 0, ""
    for piece in _PIECE.finditer(page):
        named = (piece["name"] or piece["end"] or "").lower()
        if piece.start() != at or (within and named not in {"", within}):
            raise _NotPlain
        if within in _OF_OTHERS and not piece["end"]:
            raise _NotPlain
        if named:
            within = named if piece["name"] and named in _OF_WORDS | _OF_OTHERS else ""
        at = piece.end()
        yield piece
    if at != len(page) or within:
        raise _NotPlain


def tokens_of(page: str) -> list[Token] | None:
    """The tokens of a page, if it is plain."""
    if _UNUSUAL.search(page):
        return None
    try:
        return [_token(piece) for piece in _pieces(page.replace("\r\n", "\n"))]
    except _NotPlain:
        return None


class _Given:
    """A reader that gives the tokens it has, and is otherwise html5lib's."""

    def __init__(self, reader: Any, tokens: list[Token]) -> None:
        self._reader, self._tokens = reader, tokens

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reader, name)


class Parser(HTMLParser):
    """html5lib's parser, which reads plain pages quickly."""

    def parse(self, stream: str, *args: Any, **kwargs: Any) -> Any:
        self._plain = tokens_of(stream)
        return super().parse(stream, *args, **kwargs)

    def mainLoop(self) -> None:  # noqa: N802  # html5lib's name
        if self._plain is not None:
            self.tokenizer = _Given(self.tokenizer, self._plain)
        super().mainLoop()
