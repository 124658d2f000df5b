"""What a search costs, beside Datasette: python benchmarks/search.py [--items 20000] [--rounds 5].

The register is made for it (register.py), on SQLite; the full size is 200000. Both are asked by
HTTP, in turn, each for the page with the first 20 hits and how many there are of each body and year
(ours counts more), as anybody gets it who has not signed in.
`--datasette` names its program; `--folder` keeps the registers for another time.
"""

from __future__ import annotations

import argparse
import http.client
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

from sqlalchemy import text

from benchmarks.datasette import beside, found, program, serving
from benchmarks.register import fill
from benchmarks.searches import KINDS, WORDS
from benchmarks.secretaries import served
from minutes.domain.searching import understood
from minutes.store.migrations import upgrade
from minutes.store.searching.expression import expression_of
from minutes.store.searching.index import index_all
from minutes.store.searching.matching import Narrowing, hits
from minutes.store.searching.tables import INDEX, Part
from minutes.store.session import session, writing
from minutes.store.visibility import Sight
from tests.databases import Register, in_file, opened


def _make(register: Register, count: int) -> Iterator[str]:
    fill(writing().connection(), count)
    session().commit()
    begun, busy = time.perf_counter(), time.process_time()
    deque(index_all(session()), maxlen=0)
    session().commit()
    took, worked = time.perf_counter() - begun, time.process_time() - busy
    yield f"our index is made in {took:.0f} s ({worked:.0f} of the processor)"


def _size() -> float:
    """MB of the index."""
    names = [*INDEX.tables, "passage_search%", "term_pieces%", "ix_passage%", "%stands_once"]
    where = " OR ".join(f"name LIKE '{name}'" for name in names)
    query = text(f"SELECT sum(pgsize) FROM dbstat WHERE {where}")
    return float(session().connection().execute(query).scalar_one()) / 1e6


def _found(told: str) -> int:
    """How many §§ we find."""
    connection = session().connection()
    of, by = expression_of(connection, understood(told)), Narrowing(Part.ITEM)
    return len(hits(connection, of, Sight(None), by, newest_first=True, most=10**7))


class _Site:
    """A server that is asked by one visitor."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

    def ask(self, address: str) -> float:
        """The milliseconds until the page is there. Raises ValueError where there is none."""
        begun = time.perf_counter()
        self._connection.request("GET", address)
        answer = self._connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise ValueError(f"{address}: {answer.status}")
        return 1000 * (time.perf_counter() - begun)


def _last(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _row(kind: str, times: list[list[float]]) -> str:
    told = "".join(f"{median(one):9.1f}{_last(one):9.1f}" for one in times if one)
    ratio = f"{_last(times[0]) / _last(times[1]):8.2f}" if times[1] else ""
    return f"{kind:14}{told}{ratio}"


def _measured(sites: list[_Site], rounds: int) -> Iterator[str]:
    yield f"{'ms':14}{'ours':>9}{'95 %':>9}{'theirs':>9}{'95 %':>9}{'ours/it':>8}"
    for kind, asked in KINDS.items():
        times: list[list[float]] = [[], []]
        for turn in range(rounds + 1):
            for addresses in asked:
                for site, address, told in zip(sites, addresses, times, strict=False):
                    took = site.ask(address)
                    if turn:
                        told.append(took)
        yield _row(kind, times)


def _compared(file: Path) -> Iterator[str]:
    yield f"{'§§ found':14}{'ours':>9}{'theirs':>9}"
    for kind, words in WORDS.items():
        for told in words:
            yield f"{kind:14}{_found(told):9}{found(file, told):9}  {told}"


def _report(register: Register, folder: Path, asked: argparse.Namespace) -> Iterator[str]:
    own, file = folder / "minutes.sqlite3", folder / "datasette.sqlite3"
    is_new = not own.exists()
    with opened(register), ExitStack() as stack:
        upgrade()
        if is_new:
            yield from _make(register, asked.items)
        yield f"{asked.items} §§, our index {_size():.0f} MB"
        sites, command = (
            [_Site(stack.enter_context(served(register, folder)))],
            program(asked.datasette),
        )
        if command is None:
            yield "Datasette is not here: python -m pip install datasette sqlite-utils"
        else:
            if not file.exists():
                took, size = beside(own, file, command)
                yield f"its index is made in {took:.0f} s, {size:.0f} MB"
            sites.append(_Site(stack.enter_context(serving(file, command))))
        yield from _measured(sites, asked.rounds)
        if command:
            yield from _compared(file)


def main() -> None:
    """Make the registers in a folder, and print the report."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--items", type=int, default=20_000)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--datasette")
    asked.add_argument("--folder", type=Path)
    told = asked.parse_args()
    with ExitStack() as stack:
        folder = told.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for line in _report(in_file(folder), folder, told):
            print(line, flush=True)


if __name__ == "__main__":
    main()
