"""What a program laid on the clipboard as HTML, as a tree without what nobody sees."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

import nh3

_TAGS = {
    "a", "b", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "em", "font", "h1",
    "h2", "h3", "h4", "h5", "h6", "i", "ins", "li", "ol", "p", "pre", "section", "article", "span",
    "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "main",
    "header", "footer", "aside", "nav", "figure", "figcaption", "caption", "address", "hr",
}  # fmt: skip
_WITHOUT_WORDS = {
    "script", "style", "title", "del", "xml", "noscript", "template", "textarea", "select",
    "button", "svg", "object", "iframe", "audio", "video", "canvas",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"style", "class", "role", "align", "aria-level", "data-aria-level", "hidden"},
    "a": {"href"},
    "ol": {"start", "type"},
    "li": {"value"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_DEEPEST = 100
"""Elements in each other that are told apart; no text needs more, and Python cannot go deeper."""
_UNSEEN = {
    "display": "none",
    "mso-hide": "all",
    "mso-special-character": "comment",
}
_UNSEEN_PARTS = {"comment-list", "comment", "header", "footer"}
_UNSEEN_CLASSES = ("MsoCommentReference", "msocomanchor", "msoDel", "TrackChangeTextDeletion")
_EMPTY = {"br", "hr"}


@dataclass(slots=True)
class Node:
    """An element: its tag, its style by property, its other attributes, and what is in it."""

    tag: str
    style: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def elements(self) -> list[Node]:
        """The elements in it, without the words between them."""
        return [child for child in self.children if isinstance(child, Node)]

    @property
    def words(self) -> str:
        """All the words in it, as they stand."""
        return "".join(c if isinstance(c, str) else c.words for c in self.children)


def _style(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs}


def _is_unseen(node: Node) -> bool:
    """Whether nobody sees it in the program it comes from, or it is no part of the text."""
    style = node.style
    return (
        "hidden" in node.attributes
        or any(style.get(name) == value for name, value in _UNSEEN.items())
        or style.get("mso-element") in _UNSEEN_PARTS
        or any(name in node.attributes.get("class", "") for name in _UNSEEN_CLASSES)
    )


class _Tree(HTMLParser):
    """Makes the tree of HTML in which each element that opens is closed, as nh3 writes it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("body")
        self._open = [self.root]
        self._deeper = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        node = Node(tag, _style(given.pop("style", "")), given)
        if tag in _EMPTY:
            self._open[-1].children.append(node)
        elif len(self._open) >= _DEEPEST:
            self._deeper += 1
        else:
            if not _is_unseen(node):
                self._open[-1].children.append(node)
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag in _EMPTY:
            return
        if self._deeper:
            self._deeper -= 1
        elif len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def tree_of(html: str) -> Node:
    """The tree of a piece of HTML, however it is written."""
    tree = _Tree()
    tree.feed(
        nh3.clean(
            html,
            tags=_TAGS,
            clean_content_tags=_WITHOUT_WORDS,
            attributes=_ATTRIBUTES,
            link_rel=None,
            url_schemes={"http", "https"},
        )
    )
    tree.close()
    return tree.root
