"""A file that anybody hands in is examined apart, so that it can harm nobody else.

A small PDF can hold what fills any memory and takes any time; here both have an end.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import datetime

from minutes.documents.signing.checked import Checked, Found
from minutes.documents.signing.examining import SECONDS, Claim, Examined
from minutes.documents.signing.trust import Trust
from minutes.domain.errors import RuleBroken
from minutes.domain.record_json import from_data

_MODULE = "minutes.documents.signing.examining"
LARGEST = 100_000_000
"""Bytes of a file that is handed in."""


def _packed(content: bytes, trust: Trust, at: datetime | None, beginning: int) -> bytes:
    told = {
        "beginning": beginning,
        "fetches": trust.fetches,
        "requires_revocation": trust.requires_revocation,
        "anchors": [one.hex() for one in trust.anchors],
        "lists": [one.hex() for one in trust.lists],
        "at": at.isoformat() if at else None,
    }
    return json.dumps(told).encode() + b"\n" + content


def _checked(told: dict[str, list[dict[str, object]]]) -> Checked:
    """What the process wrote; moments are words in JSON."""
    moments = [one.pop("at") for one in told["found"]]
    bare = from_data(Checked, {**told, "found": [{**one, "at": None} for one in told["found"]]})
    dated: list[Found] = [
        replace(one, at=datetime.fromisoformat(str(at)) if at else None)
        for one, at in zip(bare.found, moments, strict=True)
    ]
    return Checked(tuple(dated), bare.flaws)


def examine(
    content: bytes, trust: Trust, at: datetime | None = None, beginning: int = 0
) -> Examined:
    """What a file says that it is, and what its signatures are, as a process of its own found.

    `beginning` is the size of the file that it should be the extension of. Raises RuleBroken for
    one that is too large, or too much for it.
    """
    if len(content) > LARGEST:
        raise RuleBroken(
            "Filen är större än {largest} MB och kontrolleras inte här.",
            largest=LARGEST // 1_000_000,
        )
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter and module
            [sys.executable, "-m", _MODULE],
            input=_packed(content, trust, at, beginning),
            capture_output=True,
            check=True,
            timeout=2 * SECONDS,
        )
    except subprocess.SubprocessError as error:
        raise RuleBroken("Filen är för invecklad för att kontrolleras här.") from error
    told = json.loads(done.stdout)
    return Examined(Claim(**told["claim"]), _checked(told["checked"]), told["extends"])
