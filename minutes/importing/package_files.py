"""The files of a package are held against its METS: each named once, whole, and nothing else.

The XML is read without entities, and nothing is fetched.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from minutes.domain.archiving import BadPackage, is_within

_METS, _XLINK = "{http://www.loc.gov/METS/}", "{http://www.w3.org/1999/xlink}"
METS_NAME = "METS.xml"
_LARGEST = 100_000_000
"""Bytes of a METS document that is read at all."""


@dataclass(frozen=True, slots=True)
class Named:
    """A file as a METS document names it."""

    path: str
    size: int
    sha256: str


def read(folder: Path, path: str) -> bytes:
    """The bytes of a plain file, not of what a link leads to. Raises BadPackage."""
    try:
        handle = os.open(folder / path, os.O_RDONLY | os.O_NOFOLLOW)
        with os.fdopen(handle, "rb") as file:
            return file.read()
    except OSError as error:
        raise BadPackage(f"Filen {path} går inte att läsa: {error.strerror}.") from error


def _lying(folder: Path, below: str = "") -> Iterator[str]:
    """The paths of all files in a folder. Raises BadPackage for what is no file or folder."""
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        path = f"{below}{entry.name}"
        kind = entry.stat(follow_symlinks=False).st_mode
        if stat.S_ISDIR(kind):
            yield from _lying(Path(entry.path), f"{path}/")
        elif stat.S_ISREG(kind):
            yield path
        else:
            raise BadPackage(f"{path} är ingen fil: paketet får inte ha länkar eller enheter.")


def _parsed(content: bytes, path: str) -> Any:
    """The root of a METS document. Raises BadPackage for one with a DTD or that is no METS."""
    if len(content) > _LARGEST:
        raise BadPackage(f"{path} är för stor för att läsas.")
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\x00" in content:
        raise BadPackage(f"{path} har en DTD eller entiteter. Sådana läses inte.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadPackage(f"{path} går inte att läsa som XML: {error}") from error
    if root.tag != f"{_METS}mets":
        raise BadPackage(f"{path} är inget METS-dokument.")
    return root


def _named(root: Any, folder: str) -> Iterator[Named]:
    """The files that a METS document names; paths are from the package's folder."""
    for one in root.iter(f"{_METS}file", f"{_METS}mdRef"):
        located = one.find(f"{_METS}FLocat") if one.tag.endswith("}file") else one
        href = located.get(f"{_XLINK}href", "") if located is not None else ""
        if not is_within(href):
            raise BadPackage(f"Sökvägen ”{href}” stannar inte i paketets mapp.")
        if one.get("CHECKSUMTYPE") != "SHA-256" or not one.get("SIZE", "").isdecimal():
            raise BadPackage(f"Filen {href} har ingen SHA-256 eller storlek i METS.xml.")
        yield Named(f"{folder}{href}", int(one.get("SIZE")), one.get("CHECKSUM", "").lower())


def check(folder: Path, named: Named) -> None:
    """Raise BadPackage for a file that is not what its METS says."""
    path = folder / named.path
    size = path.lstat().st_size
    if size != named.size:
        raise BadPackage(f"Filen {named.path} är {size} byte, men METS säger {named.size}.")
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(1 << 20):
            digest.update(part)
    if digest.hexdigest() != named.sha256:
        raise BadPackage(f"Filen {named.path} har inte den checksumma som METS säger.")


def _add(files: dict[str, Named], more: Iterator[Named]) -> None:
    for one in more:
        if one.path in files:
            raise BadPackage(f"Filen {one.path} är uppräknad två gånger.")
        files[one.path] = one


def _part(folder: Path, one: Named, lying: set[str]) -> Iterator[Named]:
    """The files of a representation, whose METS document is the one that the package's names."""
    if one.path not in lying:
        raise BadPackage(f"Filen {one.path} saknas i paketet.")
    check(folder, one)
    root = _parsed(read(folder, one.path), one.path)
    yield from _named(root, one.path.removesuffix(METS_NAME))


def _require_same(named: set[str], lying: set[str]) -> None:
    if missing := sorted(named - lying):
        raise BadPackage(f"Filen {missing[0]} saknas i paketet.")
    if stray := sorted(lying - named):
        raise BadPackage(f"Filen {stray[0]} hör inte till paketet: ingen METS räknar upp den.")


def named_in(folder: Path) -> tuple[str, dict[str, Named]]:
    """The package's name and its files by path, all of which lie there and no other.

    Raises BadPackage. The files' own bytes are yet to be checked.
    """
    if not (folder / METS_NAME).is_file():
        raise BadPackage(f"{folder} är inget arkivpaket: {METS_NAME} saknas.")
    lying = set(_lying(folder))
    root = _parsed(read(folder, METS_NAME), METS_NAME)
    files: dict[str, Named] = {}
    _add(files, _named(root, ""))
    for one in [one for one in files.values() if one.path.endswith(f"/{METS_NAME}")]:
        _add(files, _part(folder, one, lying))
    _require_same(set(files) | {METS_NAME}, lying)
    return root.get("OBJID", ""), files
