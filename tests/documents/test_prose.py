"""Markdown on paper and screen: what it may hold, and what it may not."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from minutes.documents.prose import to_html, to_line
from tests.documents.reading import words
from tests.documents.rich import CHECKSUM, TEXT

_IDS = re.compile(r'\bid="([^"]+)"')


@pytest.fixture(scope="module")
def html() -> str:
    return to_html(TEXT, "18-1").replace("&nbsp;", "\u00a0")


@pytest.mark.parametrize(
    "part",
    [
        pytest.param("<h3>Utgångspunkter</h3>", id="a heading stands below the section's own"),
        pytest.param("<strong>halverats</strong>", id="bold"),
        pytest.param("<em>två år</em>", id="italic"),
        pytest.param('href="https://www.example.org/rapport"', id="an address is a link"),
        pytest.param('href="mailto:registrator@example.org"', id="so is a mail address"),
        pytest.param(f'src="/bild/{CHECKSUM}"', id="a kept picture"),
        pytest.param('alt="Kostnad per månad, fallande', id="with its words"),
        pytest.param('<li value="10">', id="the author's own list numbers"),
        pytest.param('<th scope="col" class="tal">2024</th>', id="a header says what it heads"),
        pytest.param('<td class="tal">1\u00a0204</td>', id="figures stand right, in one piece"),
        pytest.param("<blockquote>", id="a quotation"),
        pytest.param("Med *inhyrd* menas", id="an escaped mark is itself"),
        pytest.param('<section class="footnotes">', id="footnotes stand at the end"),
    ],
)
def test_markdown_gives(html: str, part: str) -> None:
    assert part in html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("<b>fet</b>", "<p>&lt;b&gt;fet&lt;/b&gt;</p>", id="HTML is words"),
        pytest.param("<script>x</script>", "&lt;script&gt;", id="a script is words"),
        pytest.param("![x](https://example.org/x.png)", "<p><img alt", id="a foreign picture"),
        pytest.param("[här](javascript:x)", "<p>[här](javascript:x)</p>", id="a written link"),
        pytest.param("Eva Ek (S) m.fl.", "Eva Ek\u00a0(S)", id="a party stays with its name"),
        pytest.param("§ 12 och 13", "§\u00a012", id="a § stays with its number"),
        pytest.param(
            "covid-vård", '<span class="helt">covid-vård</span>', id="a hyphen ends no line"
        ),
        pytest.param("1 maj – 3 juni", "1 maj\u00a0– 3", id="no line begins with a dash"),
    ],
)
def test_text_is_shown_as(text: str, html: str) -> None:
    shown = to_html(text).replace("&nbsp;", "\u00a0")

    assert html in shown
    assert "src=" not in shown
    assert "<a " not in shown


def test_a_title_is_words_without_markup_and_ends_no_line_at_a_hyphen() -> None:
    shown = to_line("Covid-vård *nu* <b>på www.example.org</b>")

    held = '<span class="helt">Covid-vård</span>'
    assert shown == f"{held} *nu* &lt;b&gt;på www.example.org&lt;/b&gt;"


def test_the_footnotes_of_two_texts_on_a_page_have_ids_of_their_own() -> None:
    first, second = (set(_IDS.findall(to_html(TEXT, key))) for key in ("18-1", "18-2"))

    assert len(first) == len(second) == 4
    assert not first & second


def test_a_picture_table_and_footnotes_reach_the_paper(rich: Path) -> None:
    text = words(rich)

    assert "Bild 1: Kostnad för inhyrd personal" in text
    assert "1 204" in text
    assert "Vikarier som är anställda räknas inte." in text
    with pikepdf.open(rich) as pdf:
        images = {i.objgen for page in pdf.pages for i in page.get_images().values()}
    assert len(images) == 1
