"""Whether a search finds the right words: python benchmarks/precision.py [--wrong].

Each word of precision.txt stands in the title of a § of its own. What is looked for must find those
§§ that its line names, and no others of the whole file; beside it SQLite's full-text search as
Datasette has it, with whole words and with words that go on.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from minutes.domain.searching import understood
from minutes.store.migrations import upgrade
from minutes.store.searching.entering import Known, enter
from minutes.store.searching.expression import expression_of
from minutes.store.searching.matching import Narrowing, hits
from minutes.store.searching.tables import Part, Reading
from minutes.store.searching.told import ItemTold
from minutes.store.session import session, writing
from minutes.store.visibility import Sight
from tests.databases import in_file, opened

CASES = Path(__file__).with_name("precision.txt")
Search = Callable[[str], set[str]]


@dataclass(frozen=True, slots=True)
class Case:
    """What is looked for, of what kind, the words that it must find, and some that it must not."""

    kind: str
    asked: str
    right: frozenset[str]
    others: frozenset[str]


@dataclass(slots=True)
class Score:
    """How much was found that is right and that is wrong, and how much should have been."""

    right: int = 0
    wrong: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """How much of what was found is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """How much of what is right was found."""
        return self.right / self.wanted

    def take(self, case: Case, found: set[str]) -> None:
        """Count one case."""
        self.right += len(found & case.right)
        self.wrong += len(found - case.right)
        self.wanted += len(case.right)


def _words(told: str) -> frozenset[str]:
    return frozenset(word.strip() for word in told.split(",") if word.strip())


def cases() -> Iterator[Case]:
    """The lines of the file."""
    kind = ""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            asked, _, told = line.partition(":")
            right, _, others = told.partition(";")
            yield Case(kind, asked, _words(right) | {asked}, _words(others))


def words_of(of: list[Case]) -> list[str]:
    """The words that stand in titles."""
    return sorted({word for case in of for word in case.right | case.others})


def _title(word: str) -> str:
    return f"Om {word}"


def ours(connection: Connection, words: list[str]) -> Search:
    """The search of the register, over a § for each word."""
    same = {"meeting_id": 1, "body_id": 1, "year": 2026, "outcome": "none", "part": Part.ITEM,
            "reading": Reading.EVERYBODY}  # fmt: skip
    made = []
    for key, word in enumerate(words):
        told = ItemTold(_title(word))
        passage = told.passages[Part.ITEM, key]
        made.append(({**same, "item_id": key, "row_id": key}, told, passage))
    enter(connection, made, Known())

    def search(asked: str) -> set[str]:
        of = expression_of(connection, understood(asked))
        rows = hits(connection, of, Sight(None), Narrowing(Part.ITEM), newest_first=True)
        return {words[row.item_id] for row in rows}

    return search


def plain(connection: sqlite3.Connection, words: list[str], *, goes_on: bool) -> Search:
    """SQLite's own full-text search, over the same titles."""
    table = "going" if goes_on else "whole"
    connection.execute(f"CREATE VIRTUAL TABLE {table} USING fts5(title, word UNINDEXED)")
    rows = [(_title(word), word) for word in words]
    connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)

    def search(asked: str) -> set[str]:
        told = " ".join(f'"{word}"{"*" if goes_on else ""}' for word in asked.split())
        found = f"SELECT word FROM {table} WHERE {table} MATCH ?"
        return {word for (word,) in connection.execute(found, (told,))}

    return search


def scores(search: Search, of: list[Case]) -> Mapping[str, Score]:
    """The score of each kind of case, and of all."""
    found: dict[str, Score] = defaultdict(Score)
    for case in of:
        told = search(case.asked)
        for kind in (case.kind, "all"):
            found[kind].take(case, told)
    return found


def _amiss(search: Search, of: list[Case]) -> Iterator[str]:
    for case in of:
        told = search(case.asked)
        wrong, lacking = sorted(told - case.right), sorted(case.right - told)
        if wrong or lacking:
            yield f"{case.asked}: wrong: {', '.join(wrong)}; lacking: {', '.join(lacking)}"


def _report(connection: Connection, *, amiss: bool) -> Iterator[str]:
    of = list(cases())
    words = words_of(of)
    search = ours(connection, words)
    with closing(sqlite3.connect(":memory:")) as beside:
        others = [plain(beside, words, goes_on=goes_on) for goes_on in (False, True)]
        told = [scores(one, of) for one in (search, *others)]
    yield f"{len(of)} searches among {len(words)} §§"
    yield f"{'':10}{'ours':>16}{'whole words':>16}{'words that go on':>18}"
    yield f"{'':10}" + f"{'prec.':>10}{'recall':>7}" * 3
    for kind in told[0]:
        row = (f"{one[kind].precision:9.2f}{one[kind].recall:7.2f}" for one in told)
        yield f"{kind:10}" + " ".join(row)
    if amiss:
        yield from _amiss(search, of)


def main() -> None:
    """Measure in a register of its own, and print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="tell what is found or left out amiss")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, opened(in_file(Path(folder))):
        upgrade()
        writing()
        for line in _report(session().connection(), amiss=asked.wrong):
            print(line)


if __name__ == "__main__":
    main()
