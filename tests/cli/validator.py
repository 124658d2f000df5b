"""What the E-ARK's own validator says of a package; it has a Python environment of its own."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parent.parent.parent
_PYTHON = _ROOT / ".venv-eark" / "bin" / "python"
IMPOSSIBLE = {"SIP14"}
"""Asks the software's note for an attribute that METS does not have and CSIP16 has otherwise."""


def report_of(package: Path) -> Any:
    """The report of a package, as data."""
    assert _PYTHON.is_file(), "the validator is not installed: run script/bootstrap check"
    driver = Path(__file__).with_name("eark.py")
    command = [str(_PYTHON), str(driver), str(package)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def objections(report: Any) -> set[str]:
    """The rules that the package breaks, or should rather keep."""
    found = [report["structure"], *(report["metadata"] or {}).values()]
    messages = [message for part in found for message in part["messages"]]
    return {one["rule_id"] for one in messages if one["severity"] != "Info"}
