"""Readable addresses: a name without spaces and accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_OTHER = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """As "regional-utvecklingsnamnd" of "Regional utvecklingsnämnd"; never empty."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return _OTHER.sub("-", plain).strip("-") or "namnlos"


def free(name: str, taken: Container[str]) -> str:
    """The slug of a name, with a number behind it where another has it."""
    first = slug(name)
    number, found = 1, first
    while found in taken:
        number += 1
        found = f"{first}-{number}"
    return found
