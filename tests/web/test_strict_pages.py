"""A page that is read quickly is the page that html5lib reads, and has to be as strict."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

import html5lib
import pytest
from html5lib.html5parser import HTMLParser, ParseError

from tests.web.pages import Visitor, tree_of
from tests.web.tokens import tokens_of

PAGE = (
    '<!doctype html>\n<html lang="sv"><head><title>A &amp; B</title>'
    '<script src="/a.js" type="module"></script></head>\n<body><p>Ett{}</p></body></html>'
)
PLAIN = (
    " &lt;b&gt; och &#34;två&#39; &nbsp;&ouml;",
    "<br>  ord <br/> <img alt='' src=\"x\">".replace("''", '""'),
    ' <textarea name="x">\n\nRad &lt;/p&gt;\r\nRad</textarea>',
    "</p><table><tr><td>1</table><ul><li>a<li>b</ul><p>",
    '<svg viewBox="0 0 1 1"><title>Bild</title><rect X="1"/></svg>',
    '<select><option selected value="å"> Å </option></select>',
    "<noscript><i>utan</i></noscript>",
    '<input required data-keys="n F8" value="&lt;&quot;">',
)
BROKEN = (
    "<p class=a b=>", "<b><i></b></i>", "&lägg;", "&amp", "</div>", "<table>ord</table>", "<3",
    '<p id="a" id="b">', "<div/>", "</p", "\x0b", "<!-- a -- b -->", "<textarea><b></textarea",
    "&#0;", '<a href="?a=1&copy=2">', "<p <i>>",
)  # fmt: skip


def _slowly(page: str) -> str:
    parser = HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True)
    return tostring(parser.parse(page), encoding="unicode")


@pytest.mark.parametrize("inside", PLAIN)
def test_a_plain_page_reads_as_html5lib_reads_it(inside: str) -> None:
    page = PAGE.format(inside)

    assert tokens_of(page)
    assert tostring(tree_of(page), encoding="unicode") == _slowly(page)


@pytest.mark.parametrize("inside", BROKEN)
def test_a_page_that_is_not_strict_is_refused(inside: str) -> None:
    with pytest.raises(ParseError):
        _slowly(PAGE.format(inside))
    with pytest.raises(ParseError):
        tree_of(PAGE.format(inside))


@pytest.mark.parametrize(
    "address", ["/", "/regionstyrelsen/2026/88", "/arbete/regionstyrelsen/2026-10-28/narvaro"]
)
def test_the_pages_of_the_register_are_plain(visitor: Visitor, address: str) -> None:
    page = visitor.client.get(address).text

    assert tokens_of(page)
    assert tostring(tree_of(page), encoding="unicode") == _slowly(page)
