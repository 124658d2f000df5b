"""What a write costs at the meeting: python benchmarks/workspace.py [--writers 20] [--rounds 15].

A write is one field of the screen, sent as the screen sends it, until the server has acknowledged
it. Each round writes the same row without a server, then one secretary writes alone, then all at
the same moment, without a pause between their writes. Afterwards the register is asked whether
every acknowledged write is in it, once.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles

from sqlalchemy import text
from sqlmodel import func, select

from benchmarks.secretaries import Secretary, engage, served
from minutes.store.session import session, writing
from minutes.store.tables import History, Proposal
from tests.databases import Register, demonstration_in, opened

_ALONE, _TOGETHER, _BARE = "one secretary alone", "all at the same moment", "the row, bare"
_PACED = "all, each a write a second"
Taken = dict[str, list[float]]


def _bare(secretary: Secretary) -> float:
    """The same row written without a server: begin, update, commit."""
    begun = time.perf_counter()
    words = {"words": f"{secretary.text} ", "key": secretary.proposal}
    writing().execute(text("UPDATE proposal SET text = :words WHERE id = :key"), words)
    session().commit()
    return time.perf_counter() - begun


def _last(secretary: Secretary, words: str, pause: float = 0) -> float:
    secretary.write(words)
    took = secretary.seconds[-1]
    time.sleep(max(0.0, pause - took))
    return took


def _times(n: int, words: str, pause: float = 0) -> Callable[[Secretary], list[float]]:
    return lambda one: [_last(one, f"{words} {place}", pause) for place in range(n)]


def measure(secretaries: Sequence[Secretary], rounds: int, each: int = 4) -> Taken:
    """The seconds of each write, by who wrote."""
    taken: Taken = {name: [] for name in (_BARE, _ALONE, _TOGETHER, _PACED)}
    with ThreadPoolExecutor(len(secretaries)) as pool:
        for n in range(rounds):
            first = secretaries[n % len(secretaries)]
            taken[_BARE] += [_bare(first) for _ in range(each)]
            taken[_ALONE] += _times(each, f"ensam {n}")(first)
            for name, pause in ((_TOGETHER, 0.0), (_PACED, 1.0)):
                work = _times(each, f"{name} {n}", pause)
                for took in pool.map(work, secretaries):
                    taken[name] += took
    return taken


def _is_whole(one: Secretary) -> bool:
    """Whether the register holds what was acknowledged, each once, and the last words."""
    row = session().get_one(Proposal, one.proposal)
    entries = select(func.count()).where(History.subject == "proposal", History.verb == "revised")
    count = session().exec(entries.where(History.subject_id == row.id)).one()
    acknowledged = len(one.seconds) - len(one.refused)
    is_counted = row.revision == one.revision and count == acknowledged
    return is_counted and row.text.strip() == one.text


def report(folder: Path, writers: int, rounds: int) -> Iterator[str]:
    """The lines of the report."""
    register = demonstration_in(folder, folder / "register")
    secretaries = engage(register, writers)
    with served(register, folder) as port:
        for one in secretaries:
            one.sit_down(register, port)
        with opened(register):
            taken = measure(secretaries, rounds)
    count = sum(len(one.seconds) for one in secretaries)
    yield f"{writers} secretaries, {rounds} rounds, {count} writes"
    yield from _table(taken)
    yield from _verdict(register, secretaries)


def _table(taken: Taken) -> Iterator[str]:
    yield f"{'':<28}{'ms':>8}{'p95':>8}{'/bare':>8}{'/alone':>8}"
    for name, seconds in taken.items():
        at, high = median(seconds), quantiles(seconds, n=20)[-1]
        bare, alone = at / median(taken[_BARE]), at / median(taken[_ALONE])
        yield f"{name:<28}{at * 1000:>8.1f}{high * 1000:>8.1f}{bare:>8.1f}{alone:>8.2f}"


def _verdict(register: Register, secretaries: Sequence[Secretary]) -> Iterator[str]:
    with opened(register):
        lost = [one for one in secretaries if not _is_whole(one)]
    refused = [words for one in secretaries for words in one.refused]
    yield f"writes that are lost or twice: {len(lost)} (target 0): {'MISSED' if lost else 'kept'}"
    yield f"writes refused: {len(refused)} (target 0): {'MISSED' if refused else 'kept'}"
    yield from refused[:3]


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--writers", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for line in report(Path(folder), asked.writers, asked.rounds):
            print(line, flush=True)


if __name__ == "__main__":
    _main()
