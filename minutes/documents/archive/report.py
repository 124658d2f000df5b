"""The report of a validation: what was found of a signed file's signatures when it was packed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from minutes.documents.archive.markup import moment
from minutes.documents.signing.check import check
from minutes.documents.signing.checked import Found
from minutes.documents.signing.trust import Trust

_NONE = (
    "Protokollet har inga elektroniska underskrifter i registret: det har justerats på annat sätt."
)


def _signature(one: Found) -> dict[str, Any]:
    told = {name: part for name, part in asdict(one).items() if name != "at"}
    return {**told, "at": moment(one.at) if one.at else None}


def _file(name: str, content: bytes, trust: Trust, at: datetime) -> dict[str, Any]:
    checked = check(content, trust.alone, at)
    return {
        "file": name,
        "is_sound": checked.is_sound,
        "flaws": [flaw.value for flaw in checked.flaws],
        "signatures": [_signature(one) for one in checked.found],
    }


def report_of(files: Mapping[str, bytes], trust: Trust, at: datetime) -> str:
    """What was found of the signed files, by name, as JSON."""
    told: dict[str, Any] = {
        "checked_at": moment(at),
        "checked_by": "Paragraf (pyHanko)",
        "anchors": len(trust.anchors),
        "files": [_file(name, content, trust, at) for name, content in sorted(files.items())],
    }
    if not files:
        told["remark"] = _NONE
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
