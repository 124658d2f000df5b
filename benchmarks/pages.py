"""What a page costs: python benchmarks/pages.py [--items 200000] [--rounds 20] [--register FOLDER].

Every kind of page is asked of a register that holds the demonstration many times over, through the
whole application, with a bare page of it beside. Times are of the processor, SQLite's included:
other work on the machine disturbs them less. The last line is the same as JSON. Where a folder is
named the register is kept there, and used the next time.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from flask import render_template_string
from sqlalchemy import event

from benchmarks.kinds import Example, examples, without_example
from benchmarks.multiplied import multiply
from minutes.demonstration.load import load
from minutes.store.migrations import upgrade
from minutes.store.session import db, writing
from minutes.web.access import EVERYBODY as ANYBODY
from minutes.web.access import declare
from tests.databases import Register, close, in_file, opened
from tests.web.pages import Visitor

QUERIES, MS = 12, 60.0
"""How many queries a page may ask, and how long it may take at the 95th percentile."""
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
_BARE = "/bar-sida"
_PAGE = '{% extends "page.html" %}{% block content %}<h1>En sida</h1>{% endblock %}'


@dataclass(frozen=True, slots=True)
class Cost:
    """What a page costs: its queries, and milliseconds of the processor, the database's too."""

    address: str
    reader: str
    queries: int
    median: float
    p95: float
    bare: float

    @property
    def is_kept(self) -> bool:
        """Whether it costs no more than it may."""
        return self.queries <= QUERIES and self.p95 < MS


def made(folder: Path, items: int) -> Register:
    """A register of so many §§, the one that lies in the folder where one does."""
    file = folder / "minutes.sqlite3"
    if not file.exists():
        register = in_file(folder)
        with opened(register):
            upgrade()
            session = writing()
            for _ in load(session, register.settings.exports):
                session.flush()
            session.commit()
        multiply(file, items)
    return in_file(folder)


class Desk:
    """Readers of a register, and what they ask of its database."""

    def __init__(self, register: Register) -> None:
        self.app = register.app
        self.app.config["CLOCK"] = lambda: NOW
        self.app.add_url_rule(_BARE, "bare", lambda: render_template_string(_PAGE))
        declare(self.app, ["bare"], ANYBODY)
        self._visitors: dict[str, Visitor] = {}
        self._asked = 0

    def _count(self, *told: Any) -> None:
        self._asked += told[2] != "BEGIN"

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Count what is asked of the database."""
        with self.app.app_context():
            engine = db.engine
        event.listen(engine, "before_cursor_execute", self._count)
        yield
        event.remove(engine, "before_cursor_execute", self._count)

    def ask(self, reader: str, address: str) -> tuple[int, float]:
        """The queries and milliseconds of a page. Raises LookupError where it is not there."""
        client = self._visitors.setdefault(reader, Visitor(self.app, reader)).client
        self._asked = 0
        begun = time.thread_time()
        answer = client.get(address)
        took = 1000 * (time.thread_time() - begun)
        answer.close()
        if answer.status_code not in {200, 303}:
            raise LookupError(f"{address} answers {answer.status_code}")
        return self._asked, took


def measure(desk: Desk, rounds: int) -> Iterator[Cost]:
    """What each page costs; every round asks each of them once, and the bare one beside."""
    pages = list(examples(desk.app))
    taken: dict[Example, list[float]] = defaultdict(list)
    bare: dict[str, list[float]] = defaultdict(list)
    queries: dict[Example, int] = {}
    with desk.counting():
        for place in range(rounds + 1):
            for page in pages:
                asked, took = desk.ask(page.reader, page.address)
                if place:  # the first time templates are compiled
                    taken[page].append(took)
                    queries[page] = max(asked, queries.get(page, 0))
                    bare[page.reader].append(desk.ask(page.reader, _BARE)[1])
    for page in pages:
        at, high = median(taken[page]), quantiles(taken[page], n=20, method="inclusive")[-1]
        reader = page.reader.partition("@")[0]
        beside = at / median(bare[page.reader])
        yield Cost(page.address, reader, queries[page], at, high, beside)


def report(folder: Path, items: int, rounds: int) -> Iterator[str]:
    """The lines of the report. Raises LookupError where a kind of page has no example."""
    register = made(folder, items)
    try:
        if missing := without_example(register.app):
            raise LookupError(f"give an example of {', '.join(sorted(missing))}")
        costs = list(measure(Desk(register), rounds))
    finally:
        close(register)
    yield f"{'':<66}{'queries':>8}{'ms':>8}{'p95':>8}{'/bare':>7}"
    for one in costs:
        name = f"{one.address} {one.reader}".strip()
        yield (
            f"{name:<66}{one.queries:>8}{one.median:>8.1f}{one.p95:>8.1f}{one.bare:>7.1f}"
            f"{'' if one.is_kept else '  MISSED'}"
        )
    over = [one for one in costs if one.queries > QUERIES]
    slow = [one for one in costs if one.p95 >= MS]
    yield f"pages of more than {QUERIES} queries: {len(over)} (target 0): {_verdict(over)}"
    yield f"pages of {MS:.0f} ms or more: {len(slow)} (target 0): {_verdict(slow)}"
    yield json.dumps([asdict(one) for one in costs], ensure_ascii=False)


def _verdict(missed: list[Cost]) -> str:
    return "MISSED" if missed else "kept"


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--register", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for line in report(asked.register or Path(folder), asked.items, asked.rounds):
            print(line, flush=True)


if __name__ == "__main__":
    _main()
