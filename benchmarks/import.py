"""What reading a protocol in costs: python benchmarks/import.py [FILE].

Cold is the command, `minutes parse --text FILE`, in a process of its own; warm is the same reading
again in a process that has done it before.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Runs, Warm, cold, python, tell

TARGET_SECONDS, TARGET_MEGABYTES = 1.0, 150.0
_COMMAND = "from minutes.cli import main; main()"


def measure(file: Path, rounds: int) -> dict[str, Runs]:
    """The cold and the warm runs, taken in turn."""
    found = {"cold": Runs(), "warm": Runs()}
    warm = Warm(python("benchmarks.reading", str(file)))
    warm.run()
    for _ in range(rounds):
        command = [sys.executable, "-c", _COMMAND, "parse", "--text", str(file)]
        found["cold"].runs.append(cold(command))
        found["warm"].runs.append(warm.run())
    warm.end()
    return found


def report(file: Path, rounds: int) -> Iterator[str]:
    """The lines of the report on a file."""
    yield f"{file.name}, {rounds} rounds"
    for name, runs in measure(file, rounds).items():
        peak = runs.megabytes or 0.0
        kept = runs.seconds < TARGET_SECONDS and peak < TARGET_MEGABYTES
        yield (
            f"{name}: {runs.seconds:.2f} s (target {TARGET_SECONDS:.0f}), "
            f"{peak:.0f} MB (target {TARGET_MEGABYTES:.0f}): {'kept' if kept else 'MISSED'}"
        )


if __name__ == "__main__":
    tell(str(__doc__), report, rounds=9)
