"""Runs in processes of their own: how long, how much memory.

The process that measures stays small: on Linux a child's peak begins with its parent's.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

REAL = Path(__file__).resolve().parent.parent.parent / "shared/seeds/004_8b838460e9bf283a.txt"
"""The protocol that is measured where none is named."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds by the clock and of the processor, peak MB of its largest process.

    The last two are None where others do the work than the process that is asked.
    """

    seconds: float
    busy: float | None
    megabytes: float | None


@dataclass(slots=True)
class Runs:
    """The runs of one candidate, in the order of the rounds."""

    runs: list[Run] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """The median time."""
        return median(run.seconds for run in self.runs)

    @property
    def busy(self) -> float | None:
        """The median time of the processor."""
        told = [run.busy for run in self.runs if run.busy is not None]
        return median(told) if told else None

    @property
    def megabytes(self) -> float | None:
        """The highest peak."""
        return max((run.megabytes for run in self.runs if run.megabytes), default=None)

    def ratio(self, other: Runs) -> float:
        """The median of this candidate's times over the other's, round by round."""
        pairs = zip(self.runs, other.runs, strict=True)
        return median(mine.seconds / theirs.seconds for mine, theirs in pairs)

    def busy_ratio(self, other: Runs) -> float | None:
        """The same of the processor's time, which other work on the machine disturbs less."""
        pairs = [(a.busy, b.busy) for a, b in zip(self.runs, other.runs, strict=True)]
        known = [mine / theirs for mine, theirs in pairs if mine and theirs]
        return median(known) if known else None


def python(*arguments: str) -> list[str]:
    """The command that runs a module of ours."""
    return [sys.executable, "-m", *arguments]


def cold(command: list[str], stdin: Path | None = None, stdout: Path | None = None) -> Run:
    """Run a command in a process of its own. Raises CalledProcessError where it fails."""
    with (
        (stdin or Path(os.devnull)).open("rb") as source,
        (stdout or Path(os.devnull)).open("wb") as target,
    ):
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdin=source, stdout=target, stderr=subprocess.PIPE)
        complaint = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.stderr:
        process.stderr.close()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=complaint)
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def answer(work: Callable[[], object], *, is_here: bool = True) -> None:
    """Do the work for each line that comes in, and say what it took.

    `is_here` tells that this process does it, so that its memory is the work's.
    """
    for _ in sys.stdin:
        begun, idle = time.perf_counter(), time.process_time()
        work()
        run = Run(
            time.perf_counter() - begun,
            time.process_time() - idle if is_here else None,
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 if is_here else None,
        )
        print(json.dumps(asdict(run)), flush=True)


class Warm:
    """A process that has done the work before, and does it again when it is told to."""

    def __init__(self, command: list[str]) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)

    def run(self) -> Run:
        """Do the work once more. Raises ValueError where the process has ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("again\n")
        self._process.stdin.flush()
        return Run(**json.loads(self._process.stdout.readline()))

    def end(self) -> None:
        """Let the process end."""
        self._process.communicate()


def tell(what: str, report: Callable[[Path, int], Iterator[str]], *, rounds: int) -> None:
    """The command of a benchmark: its report on a file, line by line."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("file", nargs="?", type=Path, default=REAL)
    parser.add_argument("--rounds", type=int, default=rounds)
    asked = parser.parse_args()
    for line in report(asked.file, asked.rounds):
        print(line, flush=True)
