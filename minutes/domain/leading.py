"""Who leads a §, and who steps aside in it (KL 5:47-49, 6:28-32; JO 2571-1999)."""

from __future__ import annotations

from dataclasses import replace

from minutes.domain.attendance import Attendance, Role
from minutes.domain.disqualifications import Disqualification
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.domain.roster import Roster, waiting
from minutes.domain.seated import LEADERS
from minutes.domain.spans import OPEN, spans_of, within


def next_leader(roster: Roster, number: int) -> Attendance | None:
    """Who leads when the chair does not: the first vice chair who serves, then the second.

    When neither is there the body chooses one; by custom the oldest in service leads until then.
    """
    seated = [a for a in roster.at(number) if a.serves]
    ranked = (a for role in LEADERS for a in seated if a.role is role)
    return next(ranked, None)


def leads(roster: Roster, number: int, who: Person, last: int = OPEN) -> Roster:
    """Somebody leads from § `number` to § `last`. Raises RuleBroken where they do not serve."""
    own = roster.row_of(who, number)
    if own is None or not own.serves:
        raise RuleBroken(
            "{name} tjänstgör inte vid § {number}. Den som leder är en av de tjänstgörande.",
            name=who.name,
            number=number,
        )
    for one in roster.attendance:
        if one.role is Role.CHAIR and within(spans_of(one.intervals), number, last):
            roster = roster.moved(one, replace(one, role=roster.own_role(one)), number, last)
    for one in roster.attendance:
        if one.person == who and one.serves and within(spans_of(one.intervals), number, last):
            roster = roster.moved(one, replace(one, role=Role.CHAIR), number, last)
    return roster


def kept_led(roster: Roster, number: int, last: int = OPEN) -> Roster:
    """The next in rank leads where nobody does; nobody, where no vice chair serves."""
    if roster.leader(number) is not None:
        return roster
    one = next_leader(roster, number)
    return leads(roster, number, one.person, last) if one else roster


def _leader_instead(roster: Roster, number: int, who: Attendance, told: Person | None) -> Person:
    other = next_leader(roster.gone(who.person, number, number), number)
    found = told or (other.person if other else None)
    if found is None or found == who.person:
        raise RuleBroken(
            "{name} leder § {number} och är jävig, och ingen vice ordförande tjänstgör. "
            "Ange vem som leder i stället.",
            name=who.name,
            number=number,
        )
    return found


def _replaced(roster: Roster, number: int, who: Attendance, by: Person) -> Roster:
    row = roster.row_of(by, number)
    if row is None or row.serves or row.role is not Role.SUBSTITUTE:
        raise RuleBroken(
            "{name} är ingen ersättare som är på plats utan att tjänstgöra. Välj en annan.",
            name=by.name,
        )
    seat = who.serves_for or who.person
    return roster.moved(row, replace(row, serves=True, serves_for=seat), number, number)


def steps_aside(
    roster: Roster, number: int, told: Disqualification
) -> tuple[Roster, Disqualification]:
    """Somebody leaves for one §: the substitute serves in it, the vice chair leads it.

    Gives the disqualification with who leads, where the chair steps aside. Raises RuleBroken.
    """
    own = roster.row_of(told.person, number)
    if own is None or not own.serves:
        raise RuleBroken(
            "{name} tjänstgör inte vid § {number}. Bara den som tjänstgör lämnar sin plats.",
            name=told.name,
            number=number,
        )
    chaired_by = None
    if own.role is Role.CHAIR:
        chaired_by = _leader_instead(roster, number, own, told.chaired_by)
    roster = roster.gone(told.person, number, number)
    if told.replaced_by is not None:
        roster = _replaced(roster, number, own, told.replaced_by)
    if chaired_by is not None:
        roster = leads(roster, number, chaired_by, number)
    return roster, replace(told, chaired_by=chaired_by)


def _before(roster: Roster, number: int, who: Person) -> Attendance:
    """How somebody sat who is not there at § `number`: as just after it, or just before."""
    rows = [a for a in roster.attendance if a.person == who and a.serves]
    near = [a for n in (number + 1, number - 1) for a in rows if a.covers(n)]
    mandate = roster.mandate_of(who)
    role = mandate.role if mandate else Role.MEMBER
    return next(iter([*near, *rows]), Attendance(who.name or "", who.party, role))


def _instead_undone(roster: Roster, number: int, told: Disqualification) -> Roster:
    row = roster.row_of(told.chaired_by, number) if told.chaired_by else None
    if row is not None and row.role is Role.CHAIR:
        roster = roster.moved(row, replace(row, role=roster.own_role(row)), number, number)
    row = roster.row_of(told.replaced_by, number) if told.replaced_by else None
    if row is not None and row.serves:
        roster = roster.moved(row, waiting(row), number, number)
    return roster


def steps_back(roster: Roster, number: int, told: Disqualification) -> Roster:
    """Undo that somebody stepped aside in a §; what the others did instead goes with it."""
    if roster.row_of(told.person, number) is not None:
        return roster
    roster = _instead_undone(roster, number, told)
    own = _before(roster, number, told.person)
    if own.role is Role.CHAIR and roster.leader(number) is not None:
        own = replace(own, role=roster.own_role(own))
    return kept_led(roster.with_row(own, ((number, number),)), number, number)
