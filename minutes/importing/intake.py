"""A file is taken into the register: checked first, then recorded whole, or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from sqlmodel import Session, col, select

from minutes.actions.enclosures import File, keep_document
from minutes.actions.history import Act
from minutes.domain.editions import Edition
from minutes.domain.errors import RuleBroken
from minutes.domain.record import Protocol, published
from minutes.importing.lines import Source
from minutes.importing.load import Order, known_parties, load, settle, unknown_parties
from minutes.importing.organisation import home_of, homes
from minutes.importing.parse import Reading, parse
from minutes.importing.pictures import keep_pictures, lacking_pictures
from minutes.importing.problems import Faulty, Problem
from minutes.importing.read import read_bytes, read_content
from minutes.importing.sameness import contradicting, differing, named
from minutes.store.records import meeting_of, protocol_of
from minutes.store.tables import Body, DocumentKind, Item, Meeting, Organisation

_DRAFT = re.compile(r"ej justerat(?: protokoll)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was taken in: its protocol, whether the register has changed, and what to tell.

    `remarks` are sentences for the one who imports: doubts about the file, where it differs.
    """

    protocol: Protocol
    is_new: bool
    remarks: tuple[str, ...] = ()


def _homed(session: Session, reading: Reading, protocol: Protocol, order: Order) -> Order:
    """The order with the organisation whose body it is. Raises Faulty where that is not known."""
    named = order.home or reading.organisation
    home = home_of(session, protocol.body or "", named, order.organisation)
    if home is None:
        names = ", ".join(one.name for one in homes(session, protocol.body or ""))
        raise Faulty(
            Problem(
                f"Filen säger inte vems {protocol.body} det är, och flera har ett organ som heter "
                f"så: {names}. Ange --organisation NAMN."
            )
        )
    return replace(order, organisation=home)


def _bodies(session: Session, name: str | None) -> list[tuple[Body, str]]:
    """The bodies of a name, each with its organisation's."""
    joined = select(Body, Organisation.name).join(
        Organisation, col(Organisation.id) == Body.organisation_id
    )
    return [(body, home) for body, home in session.exec(joined.where(Body.name == name))]


def _recorded(session: Session, protocol: Protocol, home: str) -> tuple[str, ...] | None:
    """What to tell of a protocol that the register holds, None where it does not.

    Raises Faulty where it holds another of the same body and day.
    """
    for body, organisation in _bodies(session, protocol.body):
        meeting = meeting_of(session, body, protocol.date)
        if meeting is None:
            continue
        recorded = published(protocol_of(session, meeting))
        other = contradicting(recorded, protocol)
        if not other:
            return _remarks(differing(recorded, protocol))
        if organisation == home:
            raise Faulty(_another(protocol, other))
    return None


def _another(protocol: Protocol, numbers: list[int]) -> Problem:
    return Problem(
        f"Registret har redan ett protokoll från {protocol.body} {protocol.date}, och det "
        f"skiljer sig i {named(numbers)}. Ett justerat protokoll skrivs "
        "inte över: kontrollera vilken fil som är den rätta."
    )


def _remarks(numbers: list[int]) -> tuple[str, ...]:
    if not numbers:
        return ()
    return (
        f"Besluten är desamma, men texten skiljer sig i {named(numbers)}. Registrets står kvar.",
    )


def _taken_numbers(session: Session, protocol: Protocol, home: str) -> tuple[Problem, ...]:
    """§ numbers that another meeting of the year already has."""
    year = protocol.date.year if protocol.date else 0
    query = (
        select(col(Item.number), col(Meeting.held_on))
        .join(Meeting, col(Meeting.id) == Item.meeting_id)
        .join(Body, col(Body.id) == Item.body_id)
        .join(Organisation, col(Organisation.id) == Body.organisation_id)
        .where(Body.name == protocol.body, Organisation.name == home, Item.year == year)
        .where(col(Item.number).in_([item.number for item in protocol.items]))
        .order_by(col(Item.number))
    )
    return tuple(
        Problem(
            f"§ {number} år {year} finns redan, i protokollet från {held_on}. Kontrollera att "
            "--body och --date stämmer med filen."
        )
        for number, held_on in session.exec(query)
    )


def _draft(source: Source, told: Edition | None) -> tuple[Problem, ...]:
    """What is taken in is frozen, so it must have been adjusted.

    A protocol of ours tells by its record how far it has come, another by its own words.
    """
    if told is not None:
        sentence = "Protokollet är inte justerat. Läs in det när det är justerat."
        return (Problem(sentence),) if told.is_draft else ()
    marked = next((x.number for x in source.lines if _DRAFT.fullmatch(x.text.strip())), None)
    if marked is None:
        return ()
    sentence = "Filen är märkt EJ JUSTERAT. Läs in protokollet när det är justerat."
    return (Problem(sentence, marked),)


def _checked(session: Session, reading: Reading, source: Source, order: Order) -> Protocol:
    """The protocol of a file, settled. Raises Faulty with every problem found."""
    found = [
        one
        for one in reading.problems
        if not ((order.whole and one.is_cut) or (order.date and one.is_settled_by_day))
    ]
    protocol, contradictions = settle(reading.protocol, order)
    strange = unknown_parties(source, protocol, known_parties(session, order))
    lacking = (*_draft(source, protocol.edition), *lacking_pictures(session, source, protocol))
    if problems := (*found, *contradictions, *strange, *lacking):
        raise Faulty(*problems)
    return protocol


def take_in(session: Session, act: Act, path: Path, order: Order, exports: Path) -> Taken:
    """Take a protocol's file into the register, and keep the file. The caller commits.

    A protocol that the register holds already changes nothing. Raises Refused where the file is
    no protocol, Faulty where it cannot be recorded as it is.
    """
    content = read_bytes(path)
    source = read_content(path.name, content)
    reading = parse(source)
    protocol = _checked(session, reading, source, order)
    order = _homed(session, reading, protocol, order)
    known = _recorded(session, protocol, order.organisation)
    if known is not None:
        return Taken(protocol, is_new=False, remarks=known)
    if problems := _taken_numbers(session, protocol, order.organisation):
        raise Faulty(*problems)
    try:
        meeting = load(session, act, protocol, order)
    except RuleBroken as no:
        raise Faulty(Problem(no.sentence)) from no
    keep_pictures(session, act, source, protocol, exports)
    media_type = "application/pdf" if content.startswith(b"%PDF") else "text/plain"
    file = File(content, DocumentKind.SOURCE, path.name, media_type)
    keep_document(session, act, file, exports=exports, meeting=meeting)
    doubts = (reading.doubt,) if reading.doubt and not order.whole else ()
    return Taken(protocol, is_new=True, remarks=doubts)
