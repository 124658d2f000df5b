"""Reads a file as often as it is told to: python -m benchmarks.reading FILE."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.measure import answer
from minutes.domain.record_json import dumps
from minutes.importing.parse import parse
from minutes.importing.read import read

if __name__ == "__main__":
    file = Path(sys.argv[1])
    answer(lambda: dumps(parse(read(file, attached=False)).protocol))
