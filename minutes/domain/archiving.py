"""What an archive is given of the minutes, what it is called, and what a package may not be."""

from __future__ import annotations

import re
import unicodedata

FORMAT = 1
"""The version of what Paragraf lays in a package; another one is not read."""
RECORDS, REGISTER = "rep1", "rep2"
"""The parts of a package: the minutes as documents, and the register's rows."""
DUMP = "dump.json"
"""What tells of the rows: the version of the format, how many each table has."""
_NAME = re.compile(r"[0-9A-Za-z_][0-9A-Za-z._-]*")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST = 120


class BadPackage(Exception):
    """A package that cannot be read back, in a Swedish sentence that says why."""


def is_within(path: str) -> bool:
    """Whether a path of a package stays in its folder, on any system.

    It goes down only, by names that no system takes for a device, a drive or a way up.
    """
    parts = path.split("/")
    return all(
        _NAME.fullmatch(part) and not part.endswith((".", " ")) and not _DEVICES.fullmatch(part)
        for part in parts
    )


def file_name(name: str) -> str:
    """A name that a package may hold, as like the given one as can be."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    kept = re.sub(r"[^0-9A-Za-z._]+", "-", plain).strip("-.")
    stem, dot, end = kept.rpartition(".")
    short = f"{stem[: _LONGEST - len(end)]}{dot}{end}" if dot else kept[:_LONGEST]
    return short if is_within(short) else f"fil-{short}".rstrip(".")


def package_name(body: str, period: str, mark: str, *, secret: bool = False) -> str:
    """What the package of a body's meeting or year is called.

    `body` is the body's address, `mark` the checksum (hex) of what is in it: the same content
    has the same name.
    """
    kind = "sekretess-" if secret else ""
    return f"paragraf-{body}-{period}-{kind}{mark[:16]}"
