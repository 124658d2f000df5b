"""Markdown as HTML: the subset that minutes need, the same on screen and on paper."""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from functools import cache
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup
from mdit_py_plugins.footnote import footnote_plugin

_RULES = [
    "newline", "escape", "emphasis", "list", "table", "heading", "blockquote", "image", "text_join",
]  # fmt: skip
_TAGS = {
    "p", "br", "strong", "em", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td",
    "h3", "h4", "blockquote", "img", "sup", "section", "a", "span",
}  # fmt: skip
_ATTRIBUTES = {
    "li": {"value", "id", "class"},
    "ol": {"class", "start"},
    "th": {"scope", "class"},
    "td": {"class"},
    "img": {"src", "alt"},
    "sup": {"class"},
    "section": {"class"},
    "span": {"class"},
    "a": {"href", "id", "class"},
}
_PICTURE = re.compile(r"^bild/[0-9a-f]{64}$")


_OWN_HYPHEN = r"(?=[\w-]{4,24}(?![\w-]))\w*[a-zåäö]-[a-zåäö]+"
"""A word with a hyphen of its own: broken there it would read as one word."""
_WHOLE = re.compile(rf"\b(?P<whole>{_OWN_HYPHEN})")
_MARKED = re.compile(
    r"\b(?:(?P<web>https?://|www\.)[^\s<>”\"]*[^\s<>”\".,;:!?)]"
    r"|(?P<mail>[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,})"
    rf"|(?P<whole>{_OWN_HYPHEN}))"
)
"""Addresses, and words that stay whole."""
_SCHEMES = {"http", "https", "mailto"}
_HELD_TOGETHER = re.compile(
    r"(?<=\d) (?=\d{3}(?!\d))|(?<=§) (?=\d)|(?<=\w) (?=\([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\))| (?=– )"
)
"""Where a line must not break: in a number, after a §, before a party in brackets or a dash."""


def _held(match: re.Match[str]) -> str:
    return f'<span class="helt">{match.group()}</span>'


def _marked(match: re.Match[str]) -> str:
    if match["whole"]:
        return _held(match)
    scheme = "mailto:" if match["mail"] else "https://" if match["web"] == "www." else ""
    return f'<a href="{scheme}{match.group()}">{match.group()}</a>'


def _heading(tokens: Sequence[Token], index: int) -> str:
    """Headings in a text begin at the third level, under the section's own."""
    level = 3 if tokens[index].tag in {"h1", "h2", "h3"} else 4
    return f"h{level}"


def _aligned(cell: Token) -> str:
    """The class of a cell with figures, which stand to the right."""
    return ' class="tal"' if "right" in str(cell.attrGet("style")) else ""


def _heads_nothing(tokens: Sequence[Token], index: int) -> bool:
    """Whether the header cell that begins here is empty: then it is no header."""
    return not tokens[index + 1].content.strip()


class _Renderer(RendererHTML):
    """HTML with the author's own list numbers and headers that say what they head."""

    def text(
        self, tokens: Sequence[Token], idx: int, _o: OptionsDict, _e: MutableMapping[str, Any]
    ) -> str:
        """Words with their addresses as links, and what belongs together held together."""
        words = _HELD_TOGETHER.sub("\u00a0", tokens[idx].content)
        return _MARKED.sub(_marked, escapeHtml(words))

    def heading_open(
        self, tokens: Sequence[Token], idx: int, _o: OptionsDict, _e: MutableMapping[str, Any]
    ) -> str:
        return f"<{_heading(tokens, idx)}>"

    def heading_close(
        self, tokens: Sequence[Token], idx: int, _o: OptionsDict, _e: MutableMapping[str, Any]
    ) -> str:
        return f"</{_heading(tokens, idx)}>\n"

    def list_item_open(
        self, tokens: Sequence[Token], idx: int, _o: OptionsDict, _e: MutableMapping[str, Any]
    ) -> str:
        number = tokens[idx].info
        return f'<li value="{int(number)}">' if number.isdigit() else "<li>"

    def th_open(
        self, tokens: Sequence[Token], idx: int, _o: OptionsDict, _e: MutableMapping[str, Any]
    ) -> str:
        if _heads_nothing(tokens, idx):
            return f"<td{_aligned(tokens[idx])}>"
        return f'<th scope="col"{_aligned(tokens[idx])}>'

    def th_close(
        self, tokens: Sequence[Token], idx: int, _o: OptionsDict, _e: MutableMapping[str, Any]
    ) -> str:
        return "</td>\n" if _heads_nothing(tokens, idx - 2) else "</th>\n"

    def td_open(
        self, tokens: Sequence[Token], idx: int, _o: OptionsDict, _e: MutableMapping[str, Any]
    ) -> str:
        return f"<td{_aligned(tokens[idx])}>"


@cache
def _markdown() -> MarkdownIt:
    parser = MarkdownIt("zero", {"breaks": True}, renderer_cls=_Renderer)
    parser.use(footnote_plugin, inline=False)
    return parser.enable(_RULES)


def to_html(text: str, key: str = "text", pictures: str = "/bild/") -> Markup:
    """The text as safe HTML; `key` keeps the footnotes of several texts on a page apart.

    `pictures` stands before a kept picture's checksum; other pictures are left out.
    """

    def kept(tag: str, attribute: str, value: str) -> str | None:
        if tag == "img" and attribute == "src":
            return value.replace("bild/", pictures, 1) if _PICTURE.match(value) else None
        return value

    html = _markdown().render(text, {"docId": key})
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
        attribute_filter=kept,
    )
    return Markup(clean)  # noqa: S704  # nh3 has cleaned it


def to_line(text: str) -> Markup:
    """A title as safe HTML: no Markdown, and no line ends at a hyphen of its own."""
    return Markup(_WHOLE.sub(_held, escapeHtml(text)))  # noqa: S704  # the words are escaped
