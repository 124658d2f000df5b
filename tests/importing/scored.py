"""What the score program says of a parsed protocol."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def mean(truth: Path, printed: str, folder: Path) -> float:
    """The mean over the fields of the truth; `folder` holds the file in between."""
    parsed = folder / f"{truth.stem}-parsed.json"
    parsed.write_text(printed, encoding="utf-8")
    command = [sys.executable, truth.parent / "score", truth, parsed]
    scored = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(scored.split()[-1])
