"""What signing and checking a long protocol cost: python benchmarks/signing.py [FILE].

The chair and an adjuster sign, each with a certificate of an authority made for the run; the file
is checked as the register does, as `/kontrollera` does in a process of its own, and by `pdfsig` of
Poppler where it is there, which looks at less: it does not compare what came after a signature.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import pikepdf

from benchmarks.job import record_of
from benchmarks.measure import Run, Runs, tell
from minutes.documents.press import printed
from minutes.documents.protocol import protocol_sheet
from minutes.documents.signing.apart import examine
from minutes.documents.signing.check import check
from minutes.documents.signing.signature import Clock
from minutes.domain.attendance import Attendance, Role
from minutes.domain.editions import Edition
from minutes.domain.persons import Person
from tests.documents.authority import Authority
from tests.documents.signed import signed_by

T = TypeVar("T")
_SENT = Edition("RS-2020-10-14", is_sent=True)
_CHAIR, _ADJUSTER = ("Eva Ek", "S"), ("Bo Alm", "M")
_LABELS = {
    "sign": "a signature (B-B)",
    "last": "a signature to last (B-LTA)",
    "check": "checking two signatures",
    "apart": "the same for anybody, apart",
    "lasting": "checking two that last, apart",
    "pdfsig": "pdfsig, two signatures",
}
TARGETS = {"sign": 5.0, "check": 5.0, "apart": 5.0, "lasting": 5.0}
"""Seconds, at the median."""


@dataclass(slots=True)
class _Bench:
    """The file as it was sent, and how long each thing took with it."""

    sent: bytes
    folder: Path
    authority: Authority = field(default_factory=Authority)
    took: dict[str, Runs] = field(default_factory=lambda: {name: Runs() for name in _LABELS})

    def time(self, name: str, work: Callable[[], T]) -> T:
        """Do the work, and keep how long it took."""
        begun, idle = time.perf_counter(), sum(os.times()[:4])
        done = work()
        run = Run(time.perf_counter() - begun, sum(os.times()[:4]) - idle, None)
        self.took[name].runs.append(run)
        return done

    def signed(self, name: str, clock: Clock) -> bytes:
        """The file signed by both, the second signature measured."""
        once = self._by(self.sent, *_CHAIR, clock)
        return self.time(name, lambda: self._by(once, *_ADJUSTER, clock))

    def _by(self, pdf: bytes, name: str, party: str, clock: Clock) -> bytes:
        return signed_by(pdf, self.authority, (f"{name} ({party})", name), clock=clock)


def _sent(file: Path) -> bytes:
    """The protocol as it is sent to two who adjust it."""
    chair, adjuster = _CHAIR, _ADJUSTER
    there = (Attendance(*chair, Role.CHAIR), Attendance(*adjuster, Role.MEMBER))
    protocol = replace(
        record_of(file), attendance=there, adjusters=(Person(*adjuster),), adjusted_on=None
    )
    return printed(protocol_sheet(protocol, _SENT))


def _round(bench: _Bench) -> None:
    trust = bench.authority.trust
    whole = bench.signed("sign", Clock())
    lasting = bench.signed("last", Clock(bench.authority.clock(), lasts=True))
    found = (
        bench.time("check", lambda: check(whole, trust)),
        bench.time("apart", lambda: examine(whole, trust)).checked,
        bench.time("lasting", lambda: examine(lasting, trust)).checked,
    )
    assert all(one.is_sound and len(one.signatures) == 2 for one in found)
    if poppler := shutil.which("pdfsig"):
        file = bench.folder / "whole.pdf"
        file.write_bytes(whole)
        command = [poppler, "-nocert", str(file)]
        bench.time("pdfsig", lambda: subprocess.run(command, capture_output=True, check=False))


def report(file: Path, rounds: int) -> Iterator[str]:
    """The lines of the report on a file."""
    sent = _sent(file)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "sent.pdf").write_bytes(sent)
        with pikepdf.open(Path(folder) / "sent.pdf") as pdf:
            yield f"{file.name}, {len(pdf.pages)} pages, {rounds} rounds"
        bench = _Bench(sent, Path(folder))
        for _ in range(rounds):
            _round(bench)
    yield f"{'':32}{'s':>8}{'cpu s':>8}"
    took = {name: found for name, found in bench.took.items() if found.runs}
    for name, found in took.items():
        yield f"{_LABELS[name]:32}{found.seconds:8.2f}{found.busy or 0:8.2f}"
    for name, target in TARGETS.items():
        kept = "kept" if took[name].seconds <= target else "MISSED"
        yield f"{_LABELS[name]}: {took[name].seconds:.2f} s (target {target}): {kept}"


if __name__ == "__main__":
    tell(str(__doc__), report, rounds=5)
