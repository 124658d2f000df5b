"""A reading becomes rows: first everything is checked, then all of it is recorded, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session, select

from minutes.actions.adjustments import adjust, elect_adjuster
from minutes.actions.bodies import establish_body, found_organisation, name_party
from minutes.actions.history import Act
from minutes.actions.meetings import enter_attendance, hold_meeting, note_unread
from minutes.actions.notices import announce
from minutes.actions.publishing import publish_as_it_is
from minutes.domain.adjustment import Signature, signers
from minutes.domain.bodies import kind_of
from minutes.domain.editions import Edition
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import NATIONAL_PARTIES, REGIONAL_PARTIES
from minutes.domain.record import Item, Protocol
from minutes.importing.lines import Source
from minutes.importing.load_items import load_item
from minutes.importing.meeting import body_name
from minutes.importing.organisation import same_organisation
from minutes.importing.problems import Problem
from minutes.importing.recorder import Recorder
from minutes.store.tables import Body, Meeting, Organisation, Party

_OWN = {"Organet": "organ", "Organisationen": "organisation", "Datumet": "datum"}
_WELL_KNOWN = NATIONAL_PARTIES | REGIONAL_PARTIES


@dataclass(frozen=True, slots=True)
class Order:
    """What the one who imports says of the file: body, day, and parties it is to know.

    `home` is the organisation whose body it is, `organisation` that of a body nobody has named one
    for; `whole` where the file is whole although it looks cut.
    """

    organisation: str
    body: str | None = None
    date: date | None = None
    parties: Mapping[str, str] | None = None
    whole: bool = False
    home: str | None = None


def _contradiction(what: str, ordered: object, of_file: object) -> Problem:
    return Problem(
        f"{what} {ordered} motsäger filen, som är från {of_file}. "
        f"Ange filens {_OWN[what]}, eller kontrollera att rätt fil angavs."
    )


def _settled_body(of_file: str | None, ordered: str | None) -> tuple[str | None, bool]:
    """The body's name, the file's own where both name one, and whether they name the same."""
    if ordered is None or of_file is None:
        return ordered or of_file, True
    return of_file, body_name(ordered).casefold() == body_name(of_file).casefold()


def _edition_from_elsewhere(protocol: Protocol) -> Edition:
    """Minutes that do not tell of their adjustment: who signs them is known, not when."""
    people = signers(protocol.attendance, protocol.adjusters)
    signatures = tuple(Signature(who.name or "", who.party) for who in people)
    return Edition(protocol.document_id or "", is_draft=False, signatures=signatures)


def settle(protocol: Protocol, order: Order) -> tuple[Protocol, tuple[Problem, ...]]:
    """The protocol with body and day as ordered, and where the order contradicts the file."""
    problems = []
    body, is_same = _settled_body(protocol.body, order.body)
    if not is_same:
        problems.append(_contradiction("Organet", order.body, protocol.body))
    owners = protocol.organisation, order.home
    if owners[0] and owners[1] and not same_organisation(owners[0], owners[1]):
        problems.append(_contradiction("Organisationen", order.home, protocol.organisation))
    if order.date and protocol.date and order.date != protocol.date:
        problems.append(_contradiction("Datumet", order.date, protocol.date))
    settled = replace(protocol, body=body, date=order.date or protocol.date)
    if settled.body is None:
        problems.append(Problem("Filen säger inte vilket organ det är. Ange --body NAMN."))
    if settled.date is None:
        problems.append(Problem("Filen säger inte vilken dag det är. Ange --date ÅÅÅÅ-MM-DD."))
    return settled, tuple(problems)


def _parties_in(protocol: Protocol) -> Iterator[str]:
    for one in protocol.attendance:
        yield from (p for p in (one.party, one.serves_for and one.serves_for.party) if p)
    for item in protocol.items:
        people = [p for proposal in item.proposals for p in proposal.by]
        people += [r.person for r in item.reservations]
        people += [p for note in item.notes for p in note.by]
        people += [d.person for d in item.disqualified] + list(item.stands_aside)
        people += [b.person for vote in item.votes for b in vote.ballots]
        yield from (p.party for p in people if p.party)


def unknown_parties(
    source: Source, protocol: Protocol, known: Iterable[str]
) -> tuple[Problem, ...]:
    """Parties that neither the register nor the order knows, each with its first line."""
    accepted = {*known, *_WELL_KNOWN, "-"}
    strange = dict.fromkeys(p for p in _parties_in(protocol) if p not in accepted)
    return tuple(
        Problem(
            f"Partiet ({party}) är okänt. Rätta filen, eller lägg till det med "
            f"--party '{party}=Partiets namn'.",
            _line_of(source, party),
        )
        for party in strange
    )


def _line_of(source: Source, party: str) -> int | None:
    mark = re.compile(rf"\(\s*{re.escape(party)}\s*\)")
    return next((line.number for line in source.lines if mark.search(line.text)), None)


def known_parties(session: Session, order: Order) -> set[str]:
    """The abbreviations that the register and the order know."""
    return {*session.exec(select(Party.abbreviation)), *(order.parties or {})}


def _organisation(session: Session, act: Act, name: str) -> Organisation:
    found = session.exec(select(Organisation).where(Organisation.name == name))
    return found.first() or found_organisation(session, act, name)


def _body(session: Session, act: Act, organisation: Organisation, name: str) -> Body:
    of_name = select(Body).where(Body.organisation_id == organisation.id)
    found = session.exec(of_name.where(Body.name == name)).first()
    return found or establish_body(session, act, organisation, name, kind=kind_of(name))


def _enter_parties(recorder: Recorder, protocol: Protocol, order: Order) -> None:
    of_ours = select(Party.abbreviation).where(Party.organisation_id == recorder.organisation.id)
    entered = set(recorder.session.exec(of_ours))
    names = {**_WELL_KNOWN, **(order.parties or {})}
    for party in dict.fromkeys(_parties_in(protocol)):
        if party not in entered and party in names:
            name_party(recorder.session, recorder.act, recorder.organisation, party, names[party])


def _load_item(recorder: Recorder, meeting: Meeting, item: Item, protocol: Protocol) -> None:
    try:
        load_item(recorder, meeting, item, protocol)
    except RuleBroken as no:
        raise RuleBroken("§ {number}: {sentence}", number=item.number, sentence=no.words) from no


def record_meeting(recorder: Recorder, body: Body, protocol: Protocol) -> Meeting:
    """Record a meeting with its attendance and items; `protocol.date` must be known.

    Raises RuleBroken where a rule refuses a §, which its sentence then names.
    """
    session, act = recorder.session, recorder.act
    if protocol.date is None:
        raise ValueError("the day of the meeting is not known")
    meeting = hold_meeting(session, act, body, protocol.date, facts=protocol)
    people = recorder.people([a.person for a in protocol.attendance if a.party])
    for place, one in enumerate(protocol.attendance):
        enter_attendance(session, act, meeting, one, people=people, position=place)
    for place, who in enumerate(protocol.adjusters):
        known = recorder.people([who])
        elect_adjuster(session, act, meeting, who, people=known, position=place)
    for item in protocol.items:
        _load_item(recorder, meeting, item, protocol)
    for unread in protocol.unread:
        note_unread(session, act, meeting, unread)
    return meeting


def load(session: Session, act: Act, protocol: Protocol, order: Order) -> Meeting:
    """Record a settled protocol as adjusted minutes, of the organisation that `order` names.

    The caller commits, or rolls back.
    """
    organisation = _organisation(session, act, order.organisation)
    recorder = Recorder(session, act, organisation)
    _enter_parties(recorder, protocol, order)
    body = _body(session, act, organisation, protocol.body or "")
    meeting = record_meeting(recorder, body, protocol)
    _finish(session, act, meeting, protocol)
    return meeting


def _finish(session: Session, act: Act, meeting: Meeting, protocol: Protocol) -> None:
    """Enter what came after the meeting, as far as the protocol tells it."""
    edition = protocol.edition or _edition_from_elsewhere(protocol)
    adjust(session, act, meeting, signed=edition.signatures, told_on=protocol.adjusted_on)
    publish_as_it_is(session, act, meeting)
    if edition.notice is not None:
        announce(session, act, meeting, edition.notice, is_from_elsewhere=True)
