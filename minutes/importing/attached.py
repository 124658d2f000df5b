"""A PDF that somebody attaches: whole, readable by all for good, and nothing in it that acts."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from minutes.domain.errors import RuleBroken
from minutes.importing.attached_contents import Fault
from minutes.importing.attached_faults import refusal

LARGEST = 50_000_000
"""Bytes of an annex: what a mail box takes and a reader on a telephone opens."""
_SHORTEST_NAME = "bilaga"
_SECONDS = 60
"""Of the clock; the process has fewer of its own."""
_MODULE = "minutes.importing.attached_contents"
_WHITE = b"\0\t\n\f\r "


@dataclass(frozen=True, slots=True)
class Attached:
    """What is kept of an annex beside its bytes; `size` is in bytes."""

    pages: int
    title: str
    sha256: str
    size: int


def _require_size(content: bytes, name: str) -> None:
    if not content:
        raise RuleBroken("Filen {name} är tom. Välj filen igen.", name=name)
    if len(content) > LARGEST:
        raise RuleBroken(
            "Filen {name} är på {size} MB; en bilaga får ha högst {largest} MB. Skriv ut den till "
            "PDF på nytt med lägre bildkvalitet, eller dela den i två bilagor.",
            name=name,
            size=-(-len(content) // 1_000_000),
            largest=LARGEST // 1_000_000,
        )


def _require_pdf(content: bytes, name: str) -> None:
    """Refuse what is no PDF from its first byte to its last: it may be something else as well."""
    if b"%PDF-" not in content[:1024]:
        raise RuleBroken(
            "Filen {name} är ingen PDF. Öppna den i det program som den kommer från och skriv ut "
            "den till PDF.",
            name=name,
        )
    rest = content[-2048:].rstrip(_WHITE)
    if b"%%EOF" not in rest:
        raise RuleBroken(
            "Filen {name} är avhuggen: slutet fattas. Hämta den på nytt, eller skriv ut den till "
            "PDF på nytt.",
            name=name,
        )
    if not content.startswith(b"%PDF-") or not rest.endswith(b"%%EOF"):
        raise RuleBroken(
            "Filen {name} har något annat före eller efter sin PDF. Skriv ut den till PDF på nytt.",
            name=name,
        )


def _looked_at(content: bytes) -> dict[str, Any]:
    """What the file is, as a process of its own found; its time and memory have an end."""
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter and module
            [sys.executable, "-m", _MODULE],
            input=content,
            capture_output=True,
            check=True,
            timeout=_SECONDS,
        )
        found: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return {"fault": Fault.TANGLED}
    return found


def check_annex(content: bytes, name: str) -> Attached:
    """What an annex is; `name` is that of its file. Raises RuleBroken for one that cannot be kept.

    It is a whole PDF with pages that anybody can open, and holds nothing that runs, plays, asks
    or hides: it shall look the same in the archive as on the day of the meeting.
    """
    _require_size(content, name)
    _require_pdf(content, name)
    found = _looked_at(content)
    if "fault" in found:
        raise refusal(Fault(found["fault"]), name)
    title = found["title"] or PurePath(name).stem or _SHORTEST_NAME
    return Attached(found["pages"], title, hashlib.sha256(content).hexdigest(), len(content))
