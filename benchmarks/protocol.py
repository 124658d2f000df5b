"""What a protocol's PDF costs, beside its peers: python benchmarks/protocol.py [FILE].

All candidates run in turn in each round, cold (a process of its own) and warm (again in a
process that has done it before); a ratio is the median of the rounds' ratios.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

from benchmarks.measure import Runs, Warm, cold, python, tell

LABELS = {
    "ours": "Paragraf, PDF/A-3a + UA-1",
    "same": "WeasyPrint, same HTML, untagged",
    "boxed": "WeasyPrint, header in boxes, untagged",
    "chromium": "Chromium, header in boxes",
    "typst": "Typst, PDF/A-3a + UA-1",
}
Measured = tuple[Runs, Runs]
"""The cold runs and the warm ones."""
TARGET_RATIO, TARGET_MEGABYTES = 1.1, 150.0
_CHROMIUM = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")


def missing(path: str | None = None) -> dict[str, str]:
    """The peers that cannot run here, each with what it lacks; programs are sought on `path`."""
    lacks = {}
    if not shutil.which("chromium", path=path):
        lacks["chromium"] = "no chromium on the path"
    elif not importlib.util.find_spec("playwright"):
        lacks["chromium"] = "no playwright: it is among the libraries for checking"
    if not importlib.util.find_spec("typst"):
        lacks["typst"] = "no typst: it is among the libraries for checking"
    return lacks


def _cold_command(name: str, folder: Path) -> list[str]:
    if name == "ours":
        return python("minutes.documents.press")
    if name == "chromium":
        target = f"--print-to-pdf={folder / 'chromium.pdf'}"
        profile = f"--user-data-dir={folder / 'profile'}"
        source = (folder / "browser.html").as_uri()
        return [str(shutil.which("chromium")), *_CHROMIUM, profile, target, source]
    return python("benchmarks.peers", name, str(folder))


def _measure(names: list[str], folder: Path, rounds: int) -> dict[str, Measured]:
    """The cold and the warm runs of each candidate, taken in turn."""
    found = {name: (Runs(), Runs()) for name in names}
    commands = {name: _cold_command(name, folder) for name in names}
    files = {"ours": (folder / "sheet.json", folder / "ours.pdf")}
    with ExitStack() as stack:
        warm = {name: Warm(python("benchmarks.peers", name, str(folder), "warm")) for name in names}
        for one in warm.values():
            stack.callback(one.end)
            one.run()
        for _ in range(rounds):
            for name in names:
                found[name][0].runs.append(cold(commands[name], *files.get(name, ())))
                found[name][1].runs.append(warm[name].run())
    return found


def _shown(value: float | None, width: int, decimals: int) -> str:
    return f"{'–':>{width}}" if value is None else f"{value:{width}.{decimals}f}"


def _columns(runs: Runs, ours: Runs) -> str:
    """Medians, peak, and what ours takes for each second of this one."""
    return (
        f"{runs.seconds:8.2f}{_shown(runs.busy, 7, 2)}{_shown(runs.megabytes, 6, 0)}"
        f"{ours.ratio(runs):7.2f}{_shown(ours.busy_ratio(runs), 6, 2)}"
    )


def _rows(found: Mapping[str, Measured], folder: Path) -> Iterator[str]:
    """The table, a line a candidate, cold and warm side by side."""
    head = "       s  cpu s    MB ours/it cpu"
    yield f"{'':38}{'cold':>8}{'':{len(head) - 8}}{'warm':>8}"
    yield f"{'':38}{head}{head}     kB"
    cold_ours, warm_ours = found["ours"]
    for name, (cold_runs, warm_runs) in found.items():
        size = (folder / f"{name}.pdf").stat().st_size / 1000
        columns = _columns(cold_runs, cold_ours) + _columns(warm_runs, warm_ours)
        yield f"{LABELS[name]:38}{columns}{size:7.0f}"


def _targets(found: Mapping[str, Measured]) -> Iterator[str]:
    ours, same = found["ours"], found["same"]
    kinds = list(zip(("cold", "warm"), ours, same, strict=True))
    ratios = [(f"{kind}, over the same HTML", a.ratio(b), TARGET_RATIO) for kind, a, b in kinds]
    for what, value, target in (
        *ratios,
        ("peak memory, MB", max(runs.megabytes or 0.0 for runs in ours), TARGET_MEGABYTES),
    ):
        yield f"{what}: {value:.2f} (target {target}): {'kept' if value <= target else 'MISSED'}"


def compare(file: Path, rounds: int) -> Iterator[str]:
    """The lines of the comparison for a protocol's file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepared = [*python("benchmarks.job"), str(file), name]
        count = subprocess.run(prepared, capture_output=True, text=True, check=True).stdout
        yield f"{file.name}, {count.strip()} §§, {rounds} rounds"
        lacks = missing()
        found = _measure([n for n in LABELS if n not in lacks], folder, rounds)
        yield from _rows(found, folder)
        yield from (f"{LABELS[n]}: not available, {reason}" for n, reason in lacks.items())
        yield from _targets(found)


if __name__ == "__main__":
    tell(str(__doc__), compare, rounds=7)
