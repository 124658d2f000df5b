"""The protocol: from the record of a meeting to its PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from minutes.documents.finalize import Attachment, Facts
from minutes.documents.letterhead import SAMPLE
from minutes.documents.press import Sheet
from minutes.documents.signers import adjusted, fields, signers, signing
from minutes.documents.templates import written
from minutes.domain.attendance import Attendance, Role
from minutes.domain.editions import Edition, EditionScope
from minutes.domain.notices import Notice
from minutes.domain.record import Protocol, published, secret_part
from minutes.domain.record_json import RECORD_NAME, dumps
from minutes.domain.wording.attendance import attendance_line
from minutes.domain.wording.days import day
from minutes.domain.wording.names import listed, persons


@dataclass(frozen=True, slots=True)
class Front:
    """The front page's words, and what stands on every page."""

    title: str
    description: str
    organisation: str
    created: str
    running: str
    id_and_version: str
    is_draft: bool
    is_sent: bool
    grounds: str
    at_once: str
    times: str
    serving: Sequence[str]
    not_serving: Sequence[str]
    attending: Sequence[str]
    adjusters: str
    signing: str
    span: str
    signers: Sequence[tuple[str, str]]
    adjusted: str
    notice: str
    notice_facts: Sequence[tuple[str, str]]


def _lines(people: Sequence[Attendance]) -> list[str]:
    return [attendance_line(one) for one in people]


def _times(protocol: Protocol) -> str:
    opened, closed = protocol.opened_at, protocol.closed_at
    return f"{opened}–{closed}" if opened and closed else opened or ""


_LISTED = 12
"""How many §§ with others between them are told one by one."""


def _span(protocol: Protocol) -> str:
    numbers = sorted(item.number for item in protocol.items)
    if len(numbers) < 2:
        return f"§ {numbers[0]}" if numbers else ""
    first, last = numbers[0], numbers[-1]
    if last - first == len(numbers) - 1 or len(numbers) > _LISTED:
        return f"§§ {first}–{last}"
    return f"§§ {listed([str(number) for number in numbers])}"


_NOT_YET = "Justeringen är ännu inte tillkännagiven på den digitala anslagstavlan."
_NOT_TOLD = "När justeringen tillkännagavs framgår inte av det protokoll som har lästs in."


def _down(notice: Notice) -> tuple[str, str]:
    if notice.removed_on is not None:
        return "Anslaget togs ned", notice.removed_on.isoformat()
    return "Anslaget tas ned", notice.taken_down_on.isoformat()


def _notice(edition: Edition) -> tuple[str, list[tuple[str, str]]]:
    notice = edition.notice
    if notice is None:
        return _NOT_TOLD if edition.is_from_elsewhere else _NOT_YET, []
    words = (
        "Justeringen har tillkännagivits på den digitala anslagstavlan "
        f"den {day(notice.posted_on)}. Överklagandetiden går ut den {day(notice.appeal_ends_on)}."
    )
    return words, [
        ("Anslaget sätts upp", notice.posted_on.isoformat()),
        _down(notice),
        ("Förvaringsplats för protokollet", notice.kept_in),
        ("Underskrift", ""),
    ]


def _people(protocol: Protocol) -> dict[str, Any]:
    """The lists of persons on the front page."""
    people = protocol.attendance
    rest = [a for a in people if not a.serves]
    officials = (Role.ATTENDEE, Role.SECRETARY)
    return {
        "serving": _lines([a for a in people if a.serves]),
        "not_serving": _lines([a for a in rest if a.role not in officials]),
        "attending": _lines([a for a in rest if a.role in officials]),
    }


_AT_ONCE = "omedelbar justering"


def _called(protocol: Protocol, edition: Edition, held: str, *, secret: bool) -> dict[str, Any]:
    """What the protocol is called, and on what the §§ of a secret one are secret."""
    grounds = dict.fromkeys(item.secrecy for item in protocol.items if item.secrecy)
    at_once = _AT_ONCE if edition.scope is EditionScope.IMMEDIATE else ""
    beside = "sekretess" if secret else at_once
    title = f"{'Sekretessbelagt protokoll' if secret else 'Protokoll'} {protocol.body} {held}"
    return {
        "at_once": at_once,
        "title": f"{title}, {at_once}" if at_once else title,
        "running": f"{protocol.body} {held}{', ' if beside else ''}{beside}",
        "grounds": ", ".join(grounds) if secret else "",
    }


def _front(protocol: Protocol, edition: Edition, *, secret: bool) -> Front:
    if protocol.date is None or protocol.body is None:
        raise ValueError("a protocol without body and day has no document")
    held = day(protocol.date)
    notice, notice_facts = _notice(edition)
    return Front(
        description=f"{protocol.body} {protocol.date}, {_span(protocol)}",
        organisation=protocol.organisation or "",
        created=f"{protocol.adjusted_on or protocol.date}T00:00:00Z",
        id_and_version=edition.id_and_version,
        is_draft=edition.is_draft and not edition.is_sent,
        is_sent=edition.is_sent,
        times=_times(protocol),
        adjusters=persons(protocol.adjusters),
        signing=signing(protocol, edition),
        span=_span(protocol),
        signers=signers(protocol),
        adjusted=adjusted(protocol, edition),
        notice=notice,
        notice_facts=notice_facts,
        **_called(protocol, edition, held, secret=secret),
        **_people(protocol),
    )


def _facts(protocol: Protocol, edition: Edition, front: Front, variant: str) -> Facts:
    """What the file says of itself; as PDF/A-3a it carries its record."""
    told = replace(protocol, edition=edition)
    record = Attachment(RECORD_NAME, dumps(told).encode(), "application/json")
    return Facts(
        title=front.title,
        author=front.organisation,
        subject=front.description,
        created=front.created,
        variant=variant,
        links={f"paragraf-{i.number}": f"§ {i.number} {i.title}" for i in protocol.items},
        attachments=(record,) if variant == "pdf/a-3a" else (),
        fields=fields(protocol) if edition.is_sent else {},
    )


def protocol_sheet(
    protocol: Protocol,
    edition: Edition,
    variant: str = "pdf/a-3a",
    pictures: Mapping[str, bytes] | None = None,
    *,
    places: Mapping[int, int] | None = None,
    secret: bool = False,
) -> Sheet:
    """The protocol ready for the press; as PDF/A-3a it carries its record and its pictures.

    `pictures` are by checksum. `places` tells of how many pages each § is, by number: then the
    sheet keeps places for them instead of holding their words. The same record and edition print
    the same bytes, in any process. Of a secret § only its number and ground are told, unless it is
    the `secret` protocol that is asked for, which holds nothing else.
    """
    protocol = secret_part(protocol) if secret else published(protocol)
    front = _front(protocol, edition, secret=secret)
    return Sheet(
        html=written("protocol", protocol=protocol, document=front, places=places),
        letterhead=written("letterhead", document=front, sample=SAMPLE, kind="PROTOKOLL"),
        facts=_facts(protocol, edition, front, variant),
        pictures=pictures or {},
    )
