"""A file that anybody handed in is looked at; in a process of its own (see `apart`)."""

from __future__ import annotations

import io
import json
import resource
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pikepdf

from minutes.documents.signing.check import check
from minutes.documents.signing.checked import Checked
from minutes.documents.signing.extension import is_extension_of
from minutes.documents.signing.trust import Trust
from minutes.domain.record_json import RECORD_NAME, to_data

SECONDS, _MEMORY = 30, 2_000_000_000
"""What the process may take: a signed protocol of eighty pages needs a tenth of it."""
_LONGEST_CLAIM = 20_000_000


@dataclass(frozen=True, slots=True)
class Claim:
    """Which minutes a file says that it is: nobody vouches for that."""

    title: str = ""
    body: str = ""
    held_on: str = ""
    pages: int = 0


def _record(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """The record that a protocol of ours carries."""
    if RECORD_NAME not in pdf.attachments:
        return {}
    content = pdf.attachments[RECORD_NAME].get_file().read_bytes()
    told = json.loads(content) if len(content) < _LONGEST_CLAIM else {}
    return told if isinstance(told, dict) else {}


def claim_of(content: bytes) -> Claim:
    """What a PDF says that it is; nothing where it cannot be read."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            record = _record(pdf)
            title = str(pdf.docinfo.get("/Title", ""))[:300]
            body, held_on = (str(record.get(key) or "")[:300] for key in ("body", "date"))
            return Claim(title, body, held_on, len(pdf.pages))
    except Exception:  # whatever a hostile file does to the library, it tells nothing
        return Claim()


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file says that it is, and what its signatures are.

    `extends` tells that it is the beginning that was asked about, with signatures and no more.
    """

    claim: Claim
    checked: Checked
    extends: bool = False


def examined(content: bytes, trust: Trust, at: datetime | None, beginning: int = 0) -> Examined:
    """What a file is; `beginning` is the size of the file that it should be the extension of."""
    extends = beginning > 0 and is_extension_of(content[:beginning], content)
    return Examined(claim_of(content), check(content, trust, at), extends)


def main() -> None:
    """Read the anchors and a PDF from the standard input, and write what it is as JSON."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    told = json.loads(sys.stdin.buffer.readline())
    anchors, lists = (tuple(map(bytes.fromhex, told[key])) for key in ("anchors", "lists"))
    at = datetime.fromisoformat(told["at"]) if told["at"] else None
    trust = Trust(anchors, lists, told["fetches"], told["requires_revocation"])
    found = examined(sys.stdin.buffer.read(), trust, at, told["beginning"])
    print(json.dumps(to_data(found)))  # noqa: T201  # it is asked for


if __name__ == "__main__":
    main()
