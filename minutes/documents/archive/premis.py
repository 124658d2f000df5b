"""PREMIS 3: what each file of a package is, its checksum, and what has happened to the minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from minutes.documents.archive.markup import PREMIS, XSI, clean, maker, moment, of, written
from minutes.documents.archive.pieces import Laid

_E = maker(PREMIS, xsi=XSI)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: of what kind, when, what came of it, who did it."""

    kind: str
    at: datetime | date
    detail: str
    who: str
    outcome: str = "success"


def _identifier(of_what: str, value: str) -> list[Any]:
    return [
        getattr(_E, f"{of_what}IdentifierType")("local"),
        getattr(_E, f"{of_what}IdentifierValue")(clean(value)),
    ]


def _object(kind: str, identity: str, *inside: Any) -> Any:
    identifier = _E.objectIdentifier(*_identifier("object", identity))
    return _E.object(identifier, *inside, of(XSI, type=kind))


def _file(one: Laid) -> Any:
    fixity = _E.fixity(_E.messageDigestAlgorithm("SHA-256"), _E.messageDigest(one.sha256))
    form = _E.format(_E.formatDesignation(_E.formatName(one.media_type)))
    what = _E.objectCharacteristics(fixity, _E.size(str(one.size)), form)
    return _object("file", one.path, what, _E.originalName(clean(one.title)))


def _event(number: int, event: Event, identity: str) -> Any:
    return _E.event(
        _E.eventIdentifier(*_identifier("event", f"{identity}-{number}")),
        _E.eventType(event.kind),
        _E.eventDateTime(moment(event.at)),
        _E.eventDetailInformation(_E.eventDetail(clean(event.detail))),
        _E.eventOutcomeInformation(_E.eventOutcome(event.outcome)),
        _E.linkingAgentIdentifier(*_identifier("linkingAgent", event.who)),
        _E.linkingObjectIdentifier(*_identifier("linkingObject", identity)),
    )


def _agents(events: Sequence[Event], software: str) -> Iterator[Any]:
    for name in dict.fromkeys(event.who for event in events):
        kind = "software" if name == software else "person or account"
        yield _E.agent(
            _E.agentIdentifier(*_identifier("agent", name)),
            _E.agentName(clean(name)),
            _E.agentType(kind),
        )


def premis(
    identity: str, files: Sequence[Laid], events: Sequence[Event] = (), software: str = ""
) -> bytes:
    """The PREMIS document of a package or representation with its files and its events."""
    return written(
        _E.premis(
            _object("intellectualEntity", identity),
            *map(_file, files),
            *(_event(number, event, identity) for number, event in enumerate(events, 1)),
            *_agents(events, software),
            version="3.0",
        )
    )
