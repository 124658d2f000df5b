"""What a search costs: python benchmarks/search.py [--items 20000] [--rounds 5].

The register is made for it (register.py), on SQLite. The full size is 200000 items.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from sqlalchemy import text

from benchmarks.register import fill
from minutes.app import create_app
from minutes.settings import read_settings
from minutes.store.migrations import upgrade
from minutes.store.queries.search import Search, search_page, suggestions
from minutes.store.searching.index import index_all
from minutes.store.searching.tables import INDEX
from minutes.store.session import db, session, writing
from minutes.store.visibility import Sight, show

ORDERS = {
    "common word": "regionen",
    "inflection": "hälsocentralernas",
    "compound": "avgift",
    "two words": "budget personal",
    "phrase": '"till följd av"',
    "case number": "dnr 012345-2006",
    "paragraph": "§ 17/2019",
    "name": "Sandelius",
    "nothing": "xyzzy",
}


def _told(name: str, times: list[float]) -> str:
    last = quantiles(times, n=20)[-1]
    return f"{name:28}{1000 * median(times):8.1f}{1000 * last:8.1f}"


def _size() -> float:
    """MB of the index."""
    names = [*INDEX.tables, "passage_search%", "term_pieces%", "ix_passage%"]
    where = " OR ".join(f"name LIKE '{name}'" for name in names)
    query = text(f"SELECT sum(pgsize) FROM dbstat WHERE {where}")
    return float(session().connection().execute(query).scalar_one()) / 1e6


def measure(count: int, rounds: int) -> Iterator[str]:
    """The lines of the report: making the index, then each kind of search, in milliseconds."""
    upgrade()
    fill(writing().connection(), count)
    begun = time.perf_counter()
    deque(index_all(session()), maxlen=0)
    session().commit()
    yield f"{count} §§, index made in {time.perf_counter() - begun:.0f} s, {_size():.0f} MB"
    yield f"{'':28}{'median':>8}{'95 %':>8}  ms"
    show(session(), Sight(frozenset({1})))
    for name, words in ORDERS.items():
        for newest in (False, True):
            times = []
            for _ in range(rounds):
                begun = time.perf_counter()
                search_page(session(), Search(words, newest_first=newest))
                times.append(time.perf_counter() - begun)
            yield _told(f"{name}{', newest' if newest else ''}", times)
    times = []
    for typed in ("häl", "hälso", "hälsoc", "budg", "region"):
        begun = time.perf_counter()
        suggestions(session(), typed)
        times.append(time.perf_counter() - begun)
    yield _told("while typing", times)


def main() -> None:
    """Make the register in a folder of its own, and print the report."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--items", type=int, default=20_000)
    asked.add_argument("--rounds", type=int, default=5)
    told = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        environment = {"MINUTES_DATABASE_URL": f"sqlite:///{path}/search.sqlite3",
                       "MINUTES_EXPORTS": folder, "MINUTES_SECRET": "measured"}  # fmt: skip
        with create_app(read_settings(environment)).app_context():
            for line in measure(told.items, told.rounds):
                print(line, flush=True)
            db.engine.dispose()


if __name__ == "__main__":
    main()
