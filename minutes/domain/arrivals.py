"""Who comes and who goes between the items (KL 5:19-20, 6:17)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from minutes.domain.attendance import Attendance, Role, may_serve_again
from minutes.domain.bodies import BodyKind
from minutes.domain.errors import RuleBroken
from minutes.domain.leading import kept_led, leads
from minutes.domain.persons import Person
from minutes.domain.roster import Mandate, Roster, waiting
from minutes.domain.seated import LEADERS
from minutes.domain.spans import OPEN, spans_of, within


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who comes: on a distance, as what, and why they serve although they broke off."""

    person: Person
    remote: bool = False
    serves: bool = True
    title: str = ""
    reason: str = ""


def _broke_off(roster: Roster, number: int, who: Person) -> bool:
    """Whether somebody served, left for another reason than disqualification, and missed a §."""
    rows = (a for a in roster.attendance if a.person == who and a.serves)
    ends = [last for a in rows for first, last in spans_of(a.intervals) if first < number]
    missed = range(max(ends, default=number) + 1, number)
    excused = all((n, who) in roster.away for n in missed)
    return bool(missed) and not may_serve_again(left_for_disqualification=excused)


def _require_may_serve(roster: Roster, number: int, one: Arrival) -> None:
    if not _broke_off(roster, number, one.person):
        return
    if roster.kind is BodyKind.ASSEMBLY:
        raise RuleBroken(
            "{name} har avbrutit sin tjänstgöring av annat skäl än jäv och får inte tjänstgöra "
            "igen i dag (KL 5:20). Anteckna att {name} är på plats utan att tjänstgöra.",
            name=one.person.name,
        )
    if not one.reason.strip():
        raise RuleBroken(
            "{name} har avbrutit sin tjänstgöring av annat skäl än jäv. Ange varför reglementet "
            "låter {name} tjänstgöra igen i dag, eller anteckna närvaro utan att tjänstgöra.",
            name=one.person.name,
        )


def _seat_given_back(roster: Roster, number: int, seat: Person) -> Roster:
    """Whoever serves for the member at the § or later does so no longer."""
    for one in roster.attendance:
        if one.serves_for == seat and within(spans_of(one.intervals), number):
            roster = roster.moved(one, waiting(one), number)
    return roster


def _rank(roster: Roster, who: Person | None) -> int:
    mandate = roster.mandate_of(who) if who else None
    known = mandate is not None and mandate.role in LEADERS
    return LEADERS.index(mandate.role) if mandate and known else len(LEADERS)


def _member_arrives(roster: Roster, number: int, one: Arrival, seat: Mandate) -> Roster:
    _require_may_serve(roster, number, one)
    roster = _seat_given_back(roster, number, one.person)
    role = Role.MEMBER if seat.role is Role.CHAIR else seat.role
    row = Attendance(one.person.name or "", one.person.party, role, remote=one.remote)
    roster = roster.with_row(row, ((number, OPEN),))
    now = roster.leader(number)
    if _rank(roster, one.person) < _rank(roster, now.person if now else None):
        return leads(roster, number, one.person)
    return roster


def _row(one: Arrival, role: Role) -> Attendance:
    """How one is there who does not serve."""
    told = one.title.strip() or None
    name, party = one.person.name or "", one.person.party
    return Attendance(name, party, role, serves=False, remote=one.remote, title=told)


def _require_absent(roster: Roster, number: int, who: Person) -> None:
    if roster.row_of(who, number) is not None:
        raise RuleBroken("{name} är redan på plats.", name=who.name)
    if (number, who) in roster.away:
        raise RuleBroken(
            "{name} är jävig i § {number} och kommer tillbaka efter den.",
            name=who.name,
            number=number,
        )


def arrives(roster: Roster, number: int, one: Arrival) -> Roster:
    """Somebody comes before § `number`: a member takes the seat back, a substitute waits.

    Raises RuleBroken for one who is there already, has neither mandate nor title, or who broke
    off and may not serve again.
    """
    _require_absent(roster, number, one.person)
    mandate = roster.mandate_of(one.person)
    if mandate is None and not one.title.strip():
        raise RuleBroken(
            "{name} har inget uppdrag i organet den dagen. Ange en titel för den som "
            "deltar utan uppdrag.",
            name=one.person.name,
        )
    if mandate is None:
        return roster.with_row(_row(one, Role.ATTENDEE), ((number, OPEN),))
    if mandate.role is not Role.SUBSTITUTE and one.serves:
        return _member_arrives(roster, number, one, mandate)
    role = Role.MEMBER if mandate.role is Role.CHAIR else mandate.role
    return roster.with_row(_row(replace(one, title=""), role), ((number, OPEN),))


def departs(roster: Roster, number: int, who: Person) -> Roster:
    """Somebody leaves before § `number`; where they led, the next in rank does.

    Raises RuleBroken for one who is not there.
    """
    own = [a for a in roster.attendance if a.person == who]
    if not any(within(spans_of(a.intervals), number) for a in own):
        raise RuleBroken("{name} är inte på plats vid § {number}.", name=who.name, number=number)
    return kept_led(roster.gone(who, number), number)


def on_distance(roster: Roster, number: int, who: Person, *, remote: bool) -> Roster:
    """Somebody takes part on a distance from § `number` on, or in the room."""
    row = roster.row_of(who, number)
    if row is None:
        raise RuleBroken("{name} är inte på plats vid § {number}.", name=who.name, number=number)
    return roster.moved(row, replace(row, remote=remote), number)
