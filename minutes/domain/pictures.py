"""Pictures that texts show, by their checksum."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

IN_TEXT = re.compile(r"!\[[^\]]*\]\(bild/([0-9a-f]{64})\)")
"""A picture in a text: its address is its checksum (SHA-256) among the kept files."""
_FORMATS = {b"\x89PNG\r\n\x1a\n": ("png", "image/png"), b"\xff\xd8\xff": ("jpg", "image/jpeg")}
_FILE = re.compile(r"([0-9a-f]{64})\.(?:png|jpg)")


def shown_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The checksums of the pictures that the texts show, each once."""
    return tuple(sorted({found for text in texts for found in IN_TEXT.findall(text)}))


def _format(content: bytes) -> tuple[str, str] | None:
    return next((kind for mark, kind in _FORMATS.items() if content.startswith(mark)), None)


def media_type(content: bytes) -> str | None:
    """The media type of a picture, None for what is no PNG and no JPEG."""
    kind = _format(content)
    return kind[1] if kind else None


def file_name(content: bytes) -> str:
    """What a picture is called as a file: its checksum and its format."""
    kind = _format(content)
    return f"{hashlib.sha256(content).hexdigest()}.{kind[0] if kind else 'bin'}"


def is_file_name(name: str) -> bool:
    """Whether a file is called as a picture is."""
    return _FILE.fullmatch(name) is not None
