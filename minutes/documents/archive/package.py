"""A package is made: the minutes of a meeting or a year, with all that belongs to them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

from sqlmodel import Session

from minutes.documents.archive.contents import SOFTWARE, Means, events_of
from minutes.documents.archive.erms import erms
from minutes.documents.archive.making import (
    Making,
    Wanted,
    delegated_of,
    put_delegated,
    put_meeting,
    put_rows,
)
from minutes.documents.archive.mets import Whole, mets
from minutes.documents.archive.pieces import Laid, Piece, is_report, lay, mark_of, settle
from minutes.documents.archive.premis import Event, premis
from minutes.documents.archive.readme import README
from minutes.domain.archiving import RECORDS, REGISTER, package_name
from minutes.domain.record_schema import SCHEMA_NAME, schema_text
from minutes.store.dumping import Dump, dump_of
from minutes.store.tables import Organisation

_LABELS = {RECORDS: "Protokoll och handlingar", REGISTER: "Registrets rader"}
_XML, _JSON = "application/xml", "application/json"


def _part(making: Making, name: str, label: str, organisation: str) -> Laid:
    """The METS document of a representation, written after its PREMIS."""
    folder = f"representations/{name}"
    told = Piece(
        f"{folder}/metadata/preservation/premis.xml",
        premis(name, making.laid[name]),
        _XML,
        f"Bevarandeuppgifter, {label}",
    )
    laid = lay(making.folder, told)
    whole = Whole(
        name,
        label,
        organisation,
        making.means.version,
        making.means.at,
        folder,
        preservation=[laid],
        groups={"Data": making.laid[name]},
    )
    return _put(making, f"{folder}/METS.xml", mets(whole), _XML, label)


def _events(making: Making, name: str) -> list[Event]:
    at, actor = making.means.at, SOFTWARE
    held = {"meeting": {one.id for one in making.wanted.meetings}}
    return [
        *events_of(making.session, {**making.dump.keys, **held}),
        Event("validation", at, "underskrifterna prövade, se validering.json", actor),
        Event("packaged", at, f"paketet {name} gjordes", actor),
    ]


def _name(making: Making) -> str:
    """What the package is called, after what lies in it."""
    mark = mark_of(one for some in making.laid.values() for one in some if not is_report(one))
    wanted = making.wanted
    return package_name(wanted.body.slug, wanted.period, mark, secret=making.means.secret)


def _put(making: Making, path: str, content: bytes, media_type: str, title: str) -> Laid:
    return lay(making.folder, Piece(path, content, media_type, title))


def _close(making: Making) -> str:
    """Write what tells of the content; gives the package's name."""
    wanted, means, name = making.wanted, making.means, _name(making)
    organisation = making.session.get_one(Organisation, wanted.body.organisation_id).name
    readme = _put(making, "documentation/las-mig.txt", README, "text/plain", "Läs mig")
    schema = _put(making, f"schemas/{SCHEMA_NAME}", schema_text().encode(), _JSON, "Schema")
    catalogue = erms(name, making.described, means.at)
    events = premis(name, [readme, schema], _events(making, name), SOFTWARE)
    whole = Whole(
        name,
        f"{wanted.body.name} {wanted.period}",
        organisation,
        means.version,
        means.at,
        descriptive=[_put(making, "metadata/descriptive/erms.xml", catalogue, _XML, "Katalog")],
        preservation=[_put(making, "metadata/preservation/premis.xml", events, _XML, "Händelser")],
        groups={"Documentation": [readme], "Schemas": [schema]},
        parts={part: _part(making, part, label, organisation) for part, label in _LABELS.items()},
    )
    _put(making, "METS.xml", mets(whole), _XML, "Paketet")
    return name


def steps(wanted: Wanted) -> int:
    """How many steps the making has."""
    return len(wanted.meetings) + 2


def _dump(session: Session, wanted: Wanted, *, secret: bool) -> Dump:
    meetings = [one.id for one in wanted.meetings]
    delegated = [one.id for one in delegated_of(session, wanted)]
    return dump_of(session, meetings, delegated=delegated, secret=secret)


def made(session: Session, wanted: Wanted, means: Means, parent: Path) -> Iterator[Path]:
    """Make the package in a folder, step by step; what comes last is the package's own.

    It comes to be whole or not at all. Raises BadDocument, FileExistsError and OSError.
    """
    dump = _dump(session, wanted, secret=means.secret)
    parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(mkdtemp(dir=parent, prefix=".paragraf-"))
    try:
        making = Making(session, wanted, means, unfinished, dump)
        for meeting in wanted.meetings:
            put_meeting(making, meeting)
            yield unfinished
        put_delegated(making)
        put_rows(making)
        yield unfinished
        name = _close(making)
        settle(unfinished)
        if (parent / name).exists():
            raise FileExistsError(17, "finns", str(parent / name))
        unfinished.chmod(0o755)
        unfinished.rename(parent / name)
        yield parent / name
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
