"""What is shown while one writes: python benchmarks/preview.py [FILE].

In each round the press prints the whole cold, as an adjusted protocol is; then a worker begins
anew, a § is shown, each § once more after a change, and the whole after a change of one of them.
A § is shown when its PDF and the picture of its first page are there.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median, quantiles

from benchmarks.job import record_of
from benchmarks.measure import REAL
from minutes.documents.draft import draft_file
from minutes.documents.press import press
from minutes.documents.preview import Place, item_preview
from minutes.documents.protocol import protocol_sheet
from minutes.documents.worker import worker
from minutes.domain.editions import Edition
from minutes.domain.record import Item, Protocol

_EDITION = Edition("UTKAST")
_LABELS = {
    "press": "the press, cold: the whole",
    "first": "a §, nothing warm",
    "changed": "a § after a change",
    "longest": "the longest § after a change",
    "draft": "the whole, nothing laid out",
    "edited": "the whole after a change of one §",
}
TARGETS = {"changed": 0.3, "longest": 1.0, "edited": 3.0}
"""Seconds, at the median."""


@dataclass(slots=True)
class _Bench:
    """A protocol that is written in: each asking has other words than the one before."""

    protocol: Protocol
    exports: Path
    turn: int = 0
    took: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in _LABELS})

    def time(self, name: str, work: Callable[[], object]) -> None:
        """Do the work, and keep how long it took."""
        begun = time.perf_counter()
        work()
        self.took[name].append(time.perf_counter() - begun)

    def changed(self, item: Item) -> Item:
        """The § with a word more."""
        self.turn += 1
        return replace(item, title=f"{item.title} {self.turn}")

    def show(self, item: Item) -> None:
        """Show the § after a change."""
        body, held_on = self.protocol.body, self.protocol.date
        assert body is not None
        assert held_on is not None
        place = Place(body, held_on, _EDITION)
        thing = str(item.number)
        item_preview(self.changed(item), place, {}, self.exports, thing).page(1)

    def draft(self) -> None:
        """Show the whole after a change of its first §."""
        first, *rest = self.protocol.items
        self.protocol = replace(self.protocol, items=(self.changed(first), *rest))
        draft_file(self.protocol, _EDITION, "pdf/a-3a", {}, self.exports)


def _round(bench: _Bench) -> None:
    bench.time("press", lambda: press(protocol_sheet(bench.protocol, _EDITION)))
    items = bench.protocol.items
    worker().end()
    bench.time("first", lambda: bench.show(items[0]))
    longest = max(items, key=lambda item: sum(len(s.text) for s in item.sections))
    for item in items:
        bench.time("longest" if item is longest else "changed", lambda item=item: bench.show(item))
    for file in bench.exports.glob("previews/*.part.pdf"):
        file.unlink()
    bench.time("draft", bench.draft)
    bench.time("edited", bench.draft)


def _row(label: str, took: list[float], press_took: float) -> str:
    last = quantiles(took, n=20)[-1] if len(took) > 1 else took[0]
    return f"{label:36}{median(took):8.3f}{last:8.3f}{median(took) / press_took:8.3f}"


def compare(file: Path, rounds: int) -> Iterator[str]:
    """The lines of the comparison for a protocol's file."""
    with tempfile.TemporaryDirectory() as folder:
        bench = _Bench(record_of(file), Path(folder))
        yield f"{file.name}, {len(bench.protocol.items)} §§, {rounds} rounds"
        for _ in range(rounds):
            _round(bench)
        worker().end()
    yield f"{'':36}{'s':>8}{'p95':>8}{'/press':>8}"
    took = {name: found for name, found in bench.took.items() if found}
    for name, found in took.items():
        yield _row(_LABELS[name], found, median(took["press"]))
    for name, target in TARGETS.items():
        if name in took:
            kept = "kept" if median(took[name]) <= target else "MISSED"
            yield f"{_LABELS[name]}: {median(took[name]):.3f} s (target {target}): {kept}"


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=REAL)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    for line in compare(asked.file, asked.rounds):
        print(line)


if __name__ == "__main__":
    _main()
