"""Run by the Python of .venv-eark: what the E-ARK's own validator says of a package, as JSON.

The validator asks the network for vocabularies as it is imported; it carries the same files, and is
given those.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
import urllib.request
from pathlib import Path
from typing import BinaryIO

spec = importlib.util.find_spec("eark_validator")
assert spec
assert spec.origin
VOCABULARIES = Path(spec.origin).parent / "ipxml" / "resources" / "vocabs"


def _carried(address: str) -> BinaryIO:
    return (VOCABULARIES / address.rpartition("/")[2]).open("rb")


urllib.request.urlopen = _carried  # type: ignore[assignment]  # it is given an address alone

validator = importlib.import_module("eark_validator.packages")
report = validator.PackageValidator(Path(sys.argv[1])).validation_report
json.dump(report.model_dump(mode="json", include={"structure", "metadata"}), sys.stdout)
