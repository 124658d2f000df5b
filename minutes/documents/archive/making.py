"""A package in the making: the minutes, the files that are kept of them, the register's rows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlmodel import Session

from minutes.documents.archive.contents import SOFTWARE, Means, pieces_of
from minutes.documents.archive.erms import Described
from minutes.documents.archive.pieces import Laid, Piece, lay
from minutes.documents.archive.tables import delegated_as_table
from minutes.domain.archiving import DUMP, FORMAT, RECORDS, REGISTER, file_name
from minutes.store.dumping import Dump, rows_of
from minutes.store.files import path_of
from minutes.store.linked import Rows
from minutes.store.queries.delegation import unreported_in
from minutes.store.tables import Body, DelegatedDecision, Meeting
from minutes.store.trails import trail_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of which meetings of a body a package is made, and for which day or year.

    That of a year holds what delegates decided then and no § reports, too.
    """

    body: Body
    meetings: Sequence[Meeting]
    period: str

    @property
    def year(self) -> int | None:
        """The year that is packed whole."""
        return int(self.period) if self.period.isdecimal() else None


@dataclass(slots=True)
class Making:
    """What is laid so far, and with what."""

    session: Session
    wanted: Wanted
    means: Means
    folder: Path
    dump: Dump
    laid: dict[str, list[Laid]] = field(default_factory=lambda: {RECORDS: [], REGISTER: []})
    described: list[Described] = field(default_factory=list)

    def put(self, part: str, piece: Piece) -> Laid:
        """Lay a file in a representation."""
        path = f"representations/{part}/data/{piece.path}"
        laid = lay(self.folder, Piece(path, piece.content, piece.media_type, piece.title))
        self.laid[part].append(laid)
        return laid


def _lines(rows: Sequence[Mapping[str, Any]]) -> bytes:
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()


def _put_kept(making: Making, rows: Rows) -> None:
    """Every file that the rows name, once."""
    known = set()
    for row in rows.get("document", ()):
        name = f"{row['sha256'][:12]}-{file_name(row['name'])}"
        path = f"filer/{row['kind']}/{name}"
        if path not in known:
            known.add(path)
            source = path_of(making.means.exports, row["sha256"])
            making.put(RECORDS, Piece(path, source, row["media_type"], row["name"]))


def put_rows(making: Making) -> None:
    """Lay the rows of the register, and every file that they name."""
    rows = {
        **rows_of(making.session, making.dump),
        "history": trail_of(making.session, making.dump),
    }
    _put_kept(making, rows)
    for name, some in rows.items():
        piece = Piece(f"{name}.jsonl", _lines(some), "application/x-ndjson", f"Tabellen {name}")
        making.put(REGISTER, piece)
    told = {
        "format": FORMAT,
        "made_by": f"{SOFTWARE} {making.means.version}",
        "body": making.wanted.body.slug,
        "period": making.wanted.period,
        "secret": making.means.secret,
        "masked": sorted(making.dump.masked),
        "meetings": {str(one.held_on): one.id for one in making.wanted.meetings},
        "tables": {name: len(some) for name, some in rows.items()},
    }
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    making.put(REGISTER, Piece(DUMP, text.encode(), "application/json", "Vad som finns här"))


def delegated_of(session: Session, wanted: Wanted) -> Sequence[DelegatedDecision]:
    """What delegates decided in the year that is packed; what a § reports comes with it."""
    return unreported_in(session, wanted.body, wanted.year) if wanted.year else ()


def put_delegated(making: Making) -> None:
    """Lay what was decided by delegates, as a table."""
    table = delegated_as_table(delegated_of(making.session, making.wanted))
    if table:
        title = "Beslut på delegation som ingen paragraf anmäler"
        making.put(RECORDS, Piece("delegationsbeslut.csv", table.encode(), "text/csv", title))


def put_meeting(making: Making, meeting: Meeting) -> None:
    """Lay the minutes of a meeting. Raises BadDocument."""
    folder = str(meeting.held_on)
    pieces, described = pieces_of(making.session, meeting, making.means, folder)
    files = [making.put(RECORDS, piece) for piece in pieces]
    making.described.append(replace(described, files=files))
