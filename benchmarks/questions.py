"""Whether forty questions are answered from the first page: python benchmarks/questions.py.

The questions, their answers and the §§ that the answers rest on stand in `questions.md`; they are
asked of the demonstration, by whoever has not signed in.
"""

from __future__ import annotations

import re
import tempfile
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from flask.testing import FlaskClient
from lxml import html

from minutes.app import create_app
from minutes.demonstration.load import load
from minutes.settings import read_settings
from minutes.store.migrations import upgrade
from minutes.store.session import db, writing

FILE = Path(__file__).with_suffix(".md")
_ROW = re.compile(r"\| (\d+) \|(.*)\|(.*)\|(.*)\|(.*)\|$", re.MULTILINE)
_FILTERS = re.compile(r"\[(.*)\]$")
_CITED = re.compile(r"(.+) § (\d+)/(\d+) ")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True)
class Question:
    """What is asked, as it is typed, the §§ that answer and the words to be read in the hits."""

    number: int
    words: str
    typed: Mapping[str, str]
    items: tuple[str, ...]
    to_be_read: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """At which place among the hits each § stands, from 1, and the words that are in none."""

    places: Mapping[str, int | None]
    unread: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether all is on the first page."""
        return None not in self.places.values() and not self.unread


def _typed(of: str) -> dict[str, str]:
    """The fields of the search, by the names that they have in its address."""
    found = _FILTERS.search(of)
    pairs = [pair.split("=", 1) for pair in found[1].split(", ")] if found else []
    return {"q": _FILTERS.sub("", of).strip(), **dict(pairs)}


def questions() -> tuple[Question, ...]:
    """The questions of the file."""
    rows = _ROW.findall(FILE.read_text(encoding="utf-8"))
    return tuple(
        Question(
            int(number), words.strip(), _typed(typed.strip()),
            tuple(one.strip() for one in items.split(",")), tuple(_BOLD.findall(answer)),
        )
        for number, words, typed, items, answer in rows
    )  # fmt: skip


def _words(of: html.HtmlElement) -> str:
    return " ".join(of.text_content().split())


def _meant(page: html.HtmlElement) -> list[tuple[str, str]]:
    """The §§ that are meant by what was typed; they stand above the hits."""
    links = [_words(one) for one in page.xpath("//section[@class='meant']//a")]
    found = (_CITED.match(one) for one in links)
    return [(f"{one[1]} {one[3]} § {one[2]}", one.string) for one in found if one]


def _hits(page: html.HtmlElement) -> list[tuple[str, str]]:
    """Each hit: its § as the questions name it, and all its words."""
    hits = _meant(page)
    for one in page.xpath("//li[@class='hit']"):
        body = one.xpath("string(p[@class='eyebrow']/text())").strip()
        year = one.xpath("string(.//time/@datetime)")[:4]
        number = _words(one.xpath(".//span[@class='number']")[0])
        hits.append((f"{body} {year} {number}", _words(one)))
    return hits


def ask(client: FlaskClient, question: Question) -> Answer:
    """Ask a question; what the first page answers."""
    got = client.get("/sok", query_string=dict(question.typed))
    if got.status_code != 200:
        raise RuntimeError(f"question {question.number}: {got.status}")
    hits = _hits(html.fromstring(got.text))
    names = [name for name, _words in hits]
    read = " ".join(words for name, words in hits if name in question.items).casefold()
    return Answer(
        {one: names.index(one) + 1 if one in names else None for one in question.items},
        tuple(one for one in question.to_be_read if one.casefold() not in read),
    )


def _line(question: Question, answer: Answer) -> str:
    places = ", ".join(f"{name}: {place or 'not there'}" for name, place in answer.places.items())
    unread = f"; not read: {'; '.join(answer.unread)}" if answer.unread else ""
    return f"{question.number:2} {'right' if answer.is_right else 'WRONG'} {places}{unread}"


def report(client: FlaskClient) -> Iterator[str]:
    """Each question with the places of its §§, then how many are right."""
    answers = [(one, ask(client, one)) for one in questions()]
    yield from (_line(*one) for one in answers)
    places = [place for _question, answer in answers for place in answer.places.values()]
    first = sum(place is not None and place <= 3 for place in places)
    right = sum(answer.is_right for _question, answer in answers)
    yield f"{right} of {len(answers)} right, {first} of {len(places)} §§ among the first three"


def main() -> None:
    """Ask them all of a demonstration made for it."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(read_settings({
            "MINUTES_DATABASE_URL": f"sqlite:///{folder}/questions.sqlite3",
            "MINUTES_EXPORTS": folder, "MINUTES_SECRET": "asked",
        }))  # fmt: skip
        with app.app_context():
            upgrade()
            deque(load(writing(), Path(folder)), maxlen=0)
            writing().commit()
        for line in report(app.test_client()):
            print(line)
        with app.app_context():
            db.engine.dispose()


if __name__ == "__main__":
    main()
