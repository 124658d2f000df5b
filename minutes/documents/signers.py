"""Who signs the minutes, in which part, and where and when they did."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.domain.attendance import Attendance, Role
from minutes.domain.editions import Edition
from minutes.domain.persons import Person
from minutes.domain.record import Protocol
from minutes.domain.wording.attendance import interval_text
from minutes.domain.wording.days import day
from minutes.domain.wording.names import listed, person

_BY_SIGNATURES = (
    "Protokollet justeras med underskrifterna ovan och är justerat den dag då den sista av dem "
    "som justerar skriver under."
)


def _first(one: Attendance) -> int:
    return min((i.first or 0 for i in one.intervals), default=0)


def _chairs(people: Sequence[Attendance]) -> list[tuple[str, str]]:
    """Who signs as chair; where several led the meeting, each with the §§."""
    chairs = [one for one in people if one.role is Role.CHAIR]
    if len(chairs) < 2:
        return [("Ordförande", person(chairs[0].person) if chairs else "")]
    return [
        (f"Ordförande {interval_text(one.intervals)}".strip(), person(one.person))
        for one in sorted(chairs, key=_first)
    ]


def signers(protocol: Protocol) -> list[tuple[str, str]]:
    """Who signs, with the role: secretary, chair, adjusters."""
    people = protocol.attendance
    secretary = next((a.name for a in people if a.role is Role.SECRETARY), "")
    adjusters = [("Justerare", person(who)) for who in protocol.adjusters]
    return [("Sekreterare", secretary), *_chairs(people), *(adjusters or [("Justerare", "")])]


def fields(protocol: Protocol) -> dict[str, str]:
    """The fields for the signatures, in the order of the signers: name in the file, and label."""
    return {
        field_of(place): f"Underskrift: {role}, {name}" if name else f"Underskrift: {role}"
        for place, (role, name) in enumerate(signers(protocol))
    }


def field_of(place: int) -> str:
    """The name of the field in which the signer at that place, from 0, signs."""
    return f"underskrift-{place + 1}"


def _signed(protocol: Protocol, edition: Edition) -> list[tuple[Person, str]]:
    """Those who adjusted the minutes, each with the day; the secretary only wrote them."""
    secretaries = {a.person for a in protocol.attendance if a.role is Role.SECRETARY}
    return [
        (one.person, one.signed_on.isoformat())
        for one in edition.signatures
        if one.signed_on and one.person not in secretaries
    ]


def signing(protocol: Protocol, edition: Edition) -> str:
    """Where and when the minutes were adjusted, as far as the edition tells it."""
    days = sorted({signed_on for _, signed_on in _signed(protocol, edition)})
    kept_in = edition.notice.kept_in if days and edition.notice else ""
    return ", ".join(part for part in (kept_in, listed(days)) if part)


def adjusted(protocol: Protocol, edition: Edition) -> str:
    """Who adjusted the minutes, each with the day.

    The day of the whole is told where a refused § was approved after the last signature.
    """
    signed = _signed(protocol, edition)
    last = max((told for _, told in signed), default="")
    whole = protocol.adjusted_on.isoformat() if protocol.adjusted_on else ""
    days = [f"{person(who)} {signed_on}" for who, signed_on in signed]
    if days:
        return f"Justerat{' ' + whole if whole > last else ''}: {', '.join(days)}."
    return f"Justerat den {day(protocol.adjusted_on)}." if protocol.adjusted_on else ""
