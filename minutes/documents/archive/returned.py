"""What came back from an archive is the record that was given to it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import Session

from minutes.documents.archive.contents import record_of
from minutes.domain.archiving import BadPackage
from minutes.domain.errors import RuleBroken
from minutes.domain.record_json import dumps, loads
from minutes.store.tables import Meeting


def require_same_records(
    session: Session, meetings: Mapping[str, int], records: Mapping[str, bytes], *, secret: bool
) -> None:
    """Raise BadPackage where the register's rows do not give the protocols of the package.

    `meetings` are their keys, `records` the protocols as JSON, both by day.
    """
    if meetings.keys() != records.keys():
        raise BadPackage("Paketets protokoll är inte de sammanträden som dess rader handlar om.")
    for day, key in meetings.items():
        meeting = session.get(Meeting, key)
        if meeting is None or str(meeting.held_on) != day:
            raise BadPackage(f"Paketet har inget sammanträde {day} bland sina rader.")
        try:
            told = loads(records[day])
        except RuleBroken as broken:
            raise BadPackage(f"Protokollet {day} i paketet går inte att läsa: {broken}") from broken
        if told != loads(dumps(record_of(session, meeting, secret=secret))):
            raise BadPackage(f"Protokollet {day} i paketet säger annat än dess rader.")
