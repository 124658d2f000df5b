"""What a search costs: python benchmarks/search.py [--items 20000] [--rounds 5].

§§ are made of the sentences of the demonstration and of words put together, the same each time, in
a SQLite register of its own. The full size is 200000 items.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
import tomllib
from collections import deque
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from sqlalchemy import Connection, insert, text

from minutes.app import create_app
from minutes.settings import read_settings
from minutes.store.migrations import upgrade
from minutes.store.queries.search import Search, search_page, suggestions
from minutes.store.searching.index import index_all
from minutes.store.searching.tables import INDEX
from minutes.store.searching.told import T
from minutes.store.session import db, session, writing
from minutes.store.visibility import Sight, show

ORDERS = {
    "common word": "regionen",
    "inflection": "hälsocentralernas",
    "compound": "avgift",
    "two words": "budget personal",
    "phrase": '"till följd av"',
    "case number": "dnr 0412-2019",
    "paragraph": "§ 17/2019",
    "name": "Sandelius",
    "nothing": "xyzzy",
}
MEETINGS = Path(__file__).parent.parent / "minutes/demonstration/meetings"
PER_MEETING, AT_ONCE = 20, 5000
FIRST = date(1990, 1, 1)


def _strings(of: object) -> Iterator[str]:
    """The texts in a file of the demonstration."""
    if isinstance(of, str):
        yield of
    elif isinstance(of, list | dict):
        for part in of.values() if isinstance(of, dict) else of:
            yield from _strings(part)


def _sentences() -> list[str]:
    told = (text for file in sorted(MEETINGS.glob("*.toml"))
            for text in _strings(tomllib.loads(file.read_text(encoding="utf-8"))))  # fmt: skip
    return [one.strip() for text in told for one in text.split(". ") if len(one) > 30]


def _rows(count: int) -> Iterator[tuple[dict[str, object], dict[str, object], dict[str, object]]]:
    """Each §, its section and its words."""
    dice, sentences = random.Random(1), _sentences()
    words = sorted({w for s in sentences for w in s.lower().split() if w.isalpha() and len(w) > 4})
    at = datetime(2026, 1, 1, tzinfo=UTC)
    for key in range(1, count + 1):
        meeting, place = divmod(key - 1, PER_MEETING)
        made = (dice.choice(words) + dice.choice(words) for _ in range(6))
        told = ". ".join([*dice.choices(sentences, k=9), *made])
        title = " ".join(dice.choice(sentences).split()[:7])
        day = FIRST + timedelta(meeting)
        own = (day.timetuple().tm_yday - 1) * PER_MEETING + place + 1
        number = {"year": day.year, "number": own}
        item = {"id": key, "meeting_id": meeting + 1, "body_id": 1, "position": place,
                "title": title, "referred_back": False, "tabled": False, **number}  # fmt: skip
        section = {"id": key, "item_id": key, "position": 0, "kind": "background",
                   "heading": "Ärendet", "revision": 1}  # fmt: skip
        yield item, section, {"id": key, "section_id": key, "number": 1, "text": told,
                              "written_by": "x", "written_at": at}  # fmt: skip


def _fill(connection: Connection, count: int) -> None:
    connection.execute(insert(T["organisation"]), [{"id": 1, "name": "Region"}])
    body = {"id": 1, "organisation_id": 1, "name": "Nämnden", "slug": "namnden",
            "kind": "committee", "publishing": "unreviewed"}  # fmt: skip
    connection.execute(insert(T["body"]), [body])
    held = [{"id": n + 1, "body_id": 1, "held_on": FIRST + timedelta(n)}
            for n in range(-(-count // PER_MEETING))]  # fmt: skip
    connection.execute(insert(T["meeting"]), held)
    waiting = list(_rows(count))
    for start in range(0, count, AT_ONCE):
        some = waiting[start : start + AT_ONCE]
        for place, table in enumerate(("item", "section", "text_revision")):
            connection.execute(insert(T[table]), [row[place] for row in some])


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
    _fill(writing().connection(), count)
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
