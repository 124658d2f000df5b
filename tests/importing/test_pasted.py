"""What Word, LibreOffice, Google Docs, Outlook and web pages lay on the clipboard, pasted."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.documents.prose import to_html
from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.texts import LONGEST_TEXT, clean, require_readable
from minutes.importing.pasted import markdown_of
from minutes.importing.pasted_markdown import converted
from tests.importing.clipboards import CLIPBOARDS

_MARKUP = st.text(alphabet="12.)*_#>|-+\\[]^!:`~<&= aB\u00e5\n", max_size=40)


def rendered(markdown: str) -> str:
    """What the reader sees, on one line for each block."""
    html = to_html(markdown).replace("<br>\n", " ").replace("\u00a0", " ")
    return unescape(re.sub(r"\n+", "\n", re.sub(r"<[^>]+>", "", html)).strip())


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@pytest.mark.parametrize("name", CLIPBOARDS)
def test_headings_lists_and_tables_survive_and_junk_does_not(name: str) -> None:
    html, expected = CLIPBOARDS[name]

    assert converted(html) == expected.strip("\n")


@given(_MARKUP)
def test_characters_that_mean_something_in_markdown_are_shown_as_they_were(text: str) -> None:
    shown = rendered(converted(f"<p>{escaped(text)}</p>"))

    assert shown.split() == text.split()


@given(_MARKUP, _MARKUP, _MARKUP)
def test_emphasis_takes_no_word_with_it(one: str, two: str, three: str) -> None:
    html = f"<p>{escaped(one)}<b>{escaped(two)}</b><i>{escaped(three)}</i>{escaped(one)}</p>"

    shown = rendered(converted(html))

    assert shown.split() == f"{one}{two}{three}{one}".split()


@given(_MARKUP, _MARKUP)
def test_a_cell_holds_its_characters(one: str, two: str) -> None:
    rows = f"<tr><td>x{escaped(one)}<td>y<tr><td>{escaped(two)}z<td>{escaped(one)}"

    shown = rendered(converted(f"<table>{rows}</table>"))

    assert shown.split() == f"x{one} y {two}z {one}".split()


@given(_MARKUP, st.sampled_from(["ul", "ol", "blockquote", "h2"]))
def test_an_entry_a_quotation_and_a_heading_hold_their_characters(text: str, tag: str) -> None:
    inside = f"<li>x {escaped(text)}<p>{escaped(text)}" if tag[1] == "l" else escaped("x " + text)

    shown = rendered(converted(f"<{tag}>{inside}</{tag}>"))

    assert shown.split()[0] == "x"
    assert sorted(set(shown.split())) == sorted({"x", *text.split()})


_TAGS = (
    "p", "div", "ul", "ol", "li", "blockquote", "b", "i", "span", "h2", "table", "tr", "td", "pre",
    "br", "a", "sup", "dl", "dt", "ol start=4", "ol type=a", "li value=9", "td colspan=2",
    "td rowspan=2", "li aria-level=3", "p style='mso-list:l0 level2 lfo1'",
)  # fmt: skip
_PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in _TAGS]),
    st.sampled_from([f"</{tag.split()[0]}>" for tag in _TAGS]),
    st.sampled_from(["W ", "W", "# W", "1. W", "- W", " *W", "W* ", " "]),
)


@settings(max_examples=200)
@given(st.lists(_PIECES, max_size=25))
def test_elements_in_any_order_keep_every_word_and_no_more(pieces: list[str]) -> None:
    parts = "".join(pieces).split("W")
    html = "".join(f"{part}ord{n}q" for n, part in enumerate(parts[:-1])) + parts[-1]

    shown = rendered(converted(html))

    words = [f"ord{n}q" for n in range(len(parts) - 1)]
    found = re.findall(r"ord\d+q", shown)
    assert sorted(found) == sorted(words)
    assert "<table>" in html or found == words
    assert [shown.count(c) for c in "*#\\"] == [html.count(c) for c in "*#\\"]


@given(st.text())
def test_whatever_is_pasted_can_be_kept(html: str) -> None:
    text = clean(converted(html))

    require_readable(text, Phrase("Texten"))


def test_what_is_pasted_comes_through_the_process_of_its_own() -> None:
    assert (
        markdown_of("<h1>Ärendet</h1><p>Tjugo å “citat” 😀") == "### Ärendet\n\nTjugo å “citat” 😀"
    )


def test_more_than_a_text_may_hold_is_refused() -> None:
    with pytest.raises(RuleBroken, match="längre än 200000 tecken"):
        markdown_of("<p>" + "ord " * (LONGEST_TEXT // 4 + 1))


HOSTILE = {
    "elements in each other": "<div>" * 400_000,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(400_000)) + ">",
    "lists in lists": "<ul><li>" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_made_to_hang_its_reader_is_refused(name: str) -> None:
    with pytest.raises(RuleBroken, match="för invecklat"):
        markdown_of(HOSTILE[name])


def test_a_cell_that_says_it_covers_the_world_covers_what_there_is() -> None:
    cells = "<td rowspan=65000 colspan=1000>x" * 3

    text = converted(f"<table><tr>{cells}<tr><td>y<td>z</table>")

    assert text.count("x") == 3
    assert len(text) < 1000
