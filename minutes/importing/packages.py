"""A package is read back: its files, the rows of its register, its protocols as data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minutes.domain.archiving import DUMP, FORMAT, RECORDS, REGISTER, BadPackage
from minutes.domain.record_json import RECORD_NAME
from minutes.importing.package_files import METS_NAME, Named, check, named_in, read


def _json(content: bytes, path: str) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadPackage(f"{path} går inte att läsa som JSON: {error}") from error


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was found whole: its folder, its name, its files by path."""

    folder: Path
    identity: str
    files: Mapping[str, Named]
    by_sum: Mapping[str, str]

    def read(self, path: str) -> bytes:
        """The bytes of a file, which are those that were checked. Raises BadPackage."""
        content = read(self.folder, path)
        if hashlib.sha256(content).hexdigest() != self.files[path].sha256:
            raise BadPackage(f"Filen {path} ändrades medan paketet lästes.")
        return content

    def content(self, sha256: str) -> bytes:
        """The bytes of a kept file. Raises BadPackage where the package has none such."""
        path = self.by_sum.get(sha256)
        if path is None:
            raise BadPackage(f"Paketet saknar filen med checksumman {sha256}.")
        return self.read(path)

    @property
    def dump(self) -> dict[str, Any]:
        """What the package tells of its rows."""
        told = _json(self.read(f"representations/{REGISTER}/data/{DUMP}"), DUMP)
        if not isinstance(told, dict) or told.get("format") != FORMAT:
            found = told.get("format") if isinstance(told, dict) else None
            raise BadPackage(
                f"Paketet är av version {found} av formatet; den här versionen av Paragraf "
                f"läser version {FORMAT}."
            )
        return told

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """The rows by table, as many as the package says. Raises BadPackage."""
        tables = self.dump.get("tables")
        if not isinstance(tables, dict):
            raise BadPackage(f"{DUMP} säger inte vilka tabeller som finns.")
        return {name: self._table(str(name), count) for name, count in tables.items()}

    def _table(self, name: str, count: object) -> list[dict[str, Any]]:
        path = f"representations/{REGISTER}/data/{name}.jsonl"
        if path not in self.files:
            raise BadPackage(f"Paketet saknar {path}.")
        rows = [_json(line, path) for line in self.read(path).splitlines()]
        if len(rows) != count or not all(isinstance(row, dict) and "id" in row for row in rows):
            raise BadPackage(f"{path} har inte de rader som {DUMP} säger.")
        return rows

    def records(self) -> Iterator[tuple[str, bytes]]:
        """The protocols as data, each with the day of its meeting."""
        for path in sorted(self.files):
            parts = path.split("/")
            if parts[:3] == ["representations", RECORDS, "data"] and path.endswith(
                f"/{RECORD_NAME}"
            ):
                yield parts[3], self.read(path)


def package_in(folder: Path) -> Path:
    """The package's own folder: the one that is given, or the only one in it."""
    if (folder / METS_NAME).is_file() or not folder.is_dir():
        return folder
    found = [one.parent for one in folder.glob(f"*/{METS_NAME}")]
    return found[0] if len(found) == 1 else folder


def steps(folder: Path) -> int:
    """How many files there are to check, about."""
    return sum(1 for one in folder.rglob("*") if one.is_file())


def opened(folder: Path) -> Iterator[Package | None]:
    """Check a package file by file; what comes last is the package. Raises BadPackage."""
    identity, files = named_in(folder)
    for one in files.values():
        check(folder, one)
        yield None
    yield Package(folder, identity, files, {one.sha256: one.path for one in files.values()})
