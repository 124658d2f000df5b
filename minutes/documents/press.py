"""The press: a sheet becomes a finished PDF, in a process of its own.

Laying out takes seconds and much memory; apart from the server it holds nobody up, and what it
took is given back when it is done.
"""

from __future__ import annotations

import base64
import gc
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from typing import Any

from minutes.documents.finalize import Attachment, Facts, finalize
from minutes.documents.render import BadDocument, lay_out
from minutes.domain.pictures import file_name, media_type

_SECONDS = 600
_PLAIN = "pdf/a-3b"
"""The letterhead is stamped as an artifact, so it is laid out without tags."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document to print: its HTML, that of its letterhead, what the file says of itself.

    `pictures` are by checksum (SHA-256, hex).
    """

    html: str
    letterhead: str
    facts: Facts
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@lru_cache(maxsize=8)
def letterhead_of(html: str) -> bytes:
    """The letterhead laid out, once for all that a process prints with it. Raises BadDocument."""
    return lay_out(html, _PLAIN)


def printed(sheet: Sheet) -> bytes:
    """The sheet as PDF, made in this process. Raises BadDocument."""
    letterhead = letterhead_of(sheet.letterhead)
    laid_out = lay_out(sheet.html, sheet.facts.variant, sheet.pictures)
    return finalize(laid_out, letterhead, with_pictures(sheet))


def with_pictures(sheet: Sheet) -> Facts:
    """The pictures go with the record that shows them, so that it can be taken in elsewhere."""
    if not sheet.facts.attachments:
        return sheet.facts
    carried = [
        Attachment(file_name(content), content, kind, "Supplement", "Bild i protokollet")
        for _, content in sorted(sheet.pictures.items())
        if (kind := media_type(content)) is not None
    ]
    return replace(sheet.facts, attachments=(*sheet.facts.attachments, *carried))


def packed(sheet: Sheet) -> bytes:
    """The sheet as bytes; equal sheets give equal bytes."""
    facts = {name: getattr(sheet.facts, name) for name in Facts.__slots__}
    attachments = [
        {**asdict(a), "content": base64.b64encode(a.content).decode()}
        for a in sheet.facts.attachments
    ]
    pictures = {k: base64.b64encode(v).decode() for k, v in sheet.pictures.items()}
    named = {"links": dict(sheet.facts.links), "fields": dict(sheet.facts.fields)}
    parts = {"facts": {**facts, **named, "attachments": attachments}}
    words = {"html": sheet.html, "letterhead": sheet.letterhead, "pictures": pictures}
    return json.dumps({**parts, **words}, sort_keys=True).encode()


def unpacked(packed: bytes) -> Sheet:
    """The sheet of its bytes."""
    parts: dict[str, Any] = json.loads(packed)
    facts = parts["facts"]
    attachments = tuple(
        Attachment(**{**a, "content": base64.b64decode(a["content"])})
        for a in facts.pop("attachments")
    )
    pictures = {k: base64.b64decode(v) for k, v in parts["pictures"].items()}
    words = parts["html"], parts["letterhead"]
    return Sheet(*words, Facts(**facts, attachments=attachments), pictures)


def press(sheet: Sheet) -> bytes:
    """The sheet as PDF, made in a process of its own. Raises BadDocument."""
    done = subprocess.run(  # noqa: S603  # our own interpreter and module
        [sys.executable, "-m", __name__],
        input=packed(sheet),
        capture_output=True,
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode:
        raise BadDocument(done.stderr.decode(errors="replace").strip())
    return done.stdout


def _main() -> None:
    gc.disable()  # the process ends with its document: looking for garbage costs a tenth
    try:
        sys.stdout.buffer.write(printed(unpacked(sys.stdin.buffer.read())))
    except BadDocument as bad:
        sys.exit(str(bad))


if __name__ == "__main__":
    _main()
