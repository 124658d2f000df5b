"""CITS ERMS 2.1: the meetings, their §§ and their files, as an archive's catalogue takes them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from minutes.documents.archive.markup import ERMS, clean, maker, moment, written
from minutes.documents.archive.pieces import Laid
from minutes.domain.record import Item, Protocol
from minutes.domain.wording.days import day

_E = maker(ERMS)


@dataclass(frozen=True, slots=True)
class Described:
    """A meeting as the catalogue tells of it, with the files in its part of the package."""

    protocol: Protocol
    document_id: str
    files: Sequence[Laid] = ()

    @property
    def held_on(self) -> date:
        """The day of the meeting."""
        return self.protocol.date or date.min


def _key(*parts: object) -> str:
    """A UUID that is the same for the same thing."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join(map(str, parts))))


def _dates(*told: tuple[str, date | None]) -> list[Any]:
    dates = [_E.date(moment(when), dateType=kind) for kind, when in told if when is not None]
    return [_E.dates(*dates)] if dates else []


def _appendix(one: Laid) -> Any:
    return _E.appendix(name=clean(one.title), fileFormat=one.media_type, path=f"file:///{one.path}")


def _decision(item: Item) -> Iterator[Any]:
    if item.decision:
        for point in (*item.decision.points, *item.decision.further):
            yield _E.action(_E.actionText(clean(point.text)), _E.actionType("beslut"))


def _secrecy(item: Item) -> Iterator[Any]:
    if item.secrecy:
        yield _E.restriction(_E.regulation(clean(item.secrecy)), restrictionType="confidential")


def _item(of: Described, item: Item) -> Any:
    return _E.record(
        _E.objectId(f"{of.held_on.year}:{item.number}"),
        *(_E.extraId(clean(dnr), extraIdType="diarienummer") for dnr in item.dnr),
        _E.title(clean(item.title)),
        _E.runningNumber(str(item.number)),
        *_secrecy(item),
        *_decision(item),
        systemIdentifier=_key(of.protocol.organisation, of.protocol.body, of.held_on, item.number),
        recordType="paragraf",
    )


def _minutes(of: Described) -> Any:
    """The record of the protocol itself, with all files of the meeting."""
    files = [_E.additionalInformation(*map(_appendix, of.files))] if of.files else []
    return _E.record(
        _E.objectId(clean(of.document_id)),
        _E.title(f"Protokoll {clean(of.protocol.body or '')} {day(of.held_on)}"),
        *_dates(("created", of.held_on), ("main_signature", of.protocol.adjusted_on)),
        *files,
        systemIdentifier=_key(of.protocol.organisation, of.protocol.body, of.held_on, "protokoll"),
        recordType="protokoll",
    )


def _meeting(of: Described) -> Any:
    return _E.aggregation(
        _E.objectId(f"{of.held_on}"),
        _E.title(f"Sammanträde {clean(of.protocol.body or '')} {day(of.held_on)}"),
        _E.status(value="closed"),
        *_dates(("opened", of.held_on), ("closed", of.protocol.adjusted_on)),
        _minutes(of),
        *(_item(of, item) for item in of.protocol.items),
        systemIdentifier=_key(of.protocol.organisation, of.protocol.body, of.held_on),
        aggregationType="own_aggregation_definition",
        otherAggregationType="sammanträde",
    )


def _control(identity: str, organisation: str, at: datetime) -> Any:
    agent = _E.agent(_E.name("Paragraf"), agentType="creator")
    event = _E.maintenanceEvent(_E.eventType(value="created"), _E.eventDateTime(moment(at)), agent)
    return _E.control(
        _E.identification(identity, identificationType="OBJID"),
        _E.maintenanceInformation(
            _E.maintenanceStatus(value="new"),
            _E.maintenanceAgency(_E.agencyName(clean(organisation))),
            _E.maintenanceHistory(event),
        ),
    )


def erms(identity: str, meetings: Sequence[Described], at: datetime) -> bytes:
    """The ERMS document of a package."""
    first = meetings[0].protocol
    return written(
        _E.erms(
            _control(identity, first.organisation or "", at),
            _E.aggregations(*map(_meeting, meetings)),
        )
    )
