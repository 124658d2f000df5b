"""What an archive is given of the minutes, what it is called, and what a package may not be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FORMAT = 1
"""The version of what Paragraf lays in a package; another one is not read."""
RECORDS, REGISTER = "rep1", "rep2"
"""The parts of a package: the minutes as documents, and the register's rows."""
DUMP = "dump.json"
"""What tells of the rows: the version of the format, how many each table has."""
_NAME = re.compile(r"[0-9A-Za-z_][0-9A-Za-z._-]*")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST = 120
_PACKAGE = re.compile(
    r"paragraf-(?P<body>.+)-(?P<period>\d{4}(?:-\d\d-\d\d)?)-(?P<secret>sekretess-)?[0-9a-f]{16}"
)


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


@dataclass(frozen=True, slots=True)
class Packed:
    """What a package's name tells: of which body (its address), of which day or year."""

    body: str
    period: str
    secret: bool = False


def packed_in(name: str) -> Packed | None:
    """What the package of that name holds; None for another name."""
    told = _PACKAGE.fullmatch(name)
    return Packed(told["body"], told["period"], bool(told["secret"])) if told else None


class Missing(StrEnum):
    """What is still to happen to minutes before nothing more is expected of them."""

    ADJUSTMENT = "adjustment"
    NOTICE = "notice"
    REMOVAL = "removal"
    JUDGMENT = "judgment"
    CERTIFICATION = "certification"


@dataclass(frozen=True, slots=True)
class Finished:
    """How far minutes have come: each adjustment with its notice's removal, what else is open.

    `removed` has a day for each notice that came down, None for one that stands; `unannounced`
    counts the adjustments without a notice.
    """

    is_adjusted: bool
    unannounced: int = 0
    removed: Sequence[date | None] = ()
    open_appeals: int = 0
    open_corrections: int = 0


def missing(of: Finished) -> Iterator[Missing]:
    """What is still to happen, in the order in which it does."""
    if not of.is_adjusted:
        yield Missing.ADJUSTMENT
        return
    if of.unannounced:
        yield Missing.NOTICE
    if None in of.removed:
        yield Missing.REMOVAL
    if of.open_appeals:
        yield Missing.JUDGMENT
    if of.open_corrections:
        yield Missing.CERTIFICATION
