"""Who came and went over the whole meeting: substitutes in order, seats kept (KL 5:17-20, 6:17)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from minutes.domain.attendance import Attendance, Interval, Role, offer_substitutes
from minutes.domain.auditing.audited import AuditedItem, AuditedMeeting
from minutes.domain.auditing.faults import Fault, Rule, gap, hint
from minutes.domain.bodies import BodyKind
from minutes.domain.findings import Place

_AT = Place.ATTENDANCE
_STAFF = ("personalföreträdare", "facklig")


def _passed_over(at: AuditedItem, seated: Attendance) -> str | None:
    """Who stood before a serving substitute in the order, was there and got no seat."""
    waiting = {a.person for a in at.room.present if a.role is Role.SUBSTITUTE}
    free = waiting - set(at.seated)
    here = [s for s in at.context.substitutes if s.person in {*free, seated.person}]
    absent = seated.serves_for.party if seated.serves_for else None
    first = next(iter(offer_substitutes(absent, here, at.context.party_order)), None)
    own = any(s.person == seated.person for s in here)
    return first.person.name if own and first and first.person != seated.person else None


def substitutes_serve_in_order(held: AuditedMeeting) -> Iterator[Fault]:
    """The order of the list is kept; who calls otherwise knows why."""
    told: set[tuple[str, str]] = set()
    for at in held.items:
        for one in (a for a in at.seats if a.role is Role.SUBSTITUTE):
            other = _passed_over(at, one)
            if other is not None and (one.name, other) not in told:
                told.add((one.name, other))
                yield hint(
                    "{other} stod före {name} i ordningen och var på plats vid § {number}. "
                    "Se efter om {name} skulle tjänstgöra (KL 5:18).",
                    _AT,
                    name=one.name,
                    other=other,
                    number=at.number,
                )


def _broken_off(intervals: tuple[Interval, ...]) -> Iterator[tuple[int, int]]:
    """The first and the last § of each absence between two intervals."""
    spans = sorted(((i.first or 0), i.last) for i in intervals)
    for (_, last), (first, _) in itertools.pairwise(spans):
        if last is not None and first > last + 1:
            yield last + 1, first - 1


def _was_excused(held: AuditedMeeting, who: Attendance, first: int, last: int) -> bool:
    """Whether somebody was disqualified all the time, or served in another part (as chair)."""
    away = [at for at in held.items if first <= at.number <= last]
    return all(who.person in (*at.disqualified, *at.seated) for at in away)


def who_broke_off_stays_away(held: AuditedMeeting) -> Iterator[Fault]:
    """Who left for another reason than disqualification does not serve again the same day.

    The statute is the assembly's; the regulations of boards and committees often say the same.
    """
    seated = (a for a in held.protocol.attendance if a.serves and a.role is not Role.SUBSTITUTE)
    for who in seated:
        for first, last in _broken_off(who.intervals):
            if _was_excused(held, who, first, last):
                continue
            if held.context.kind is BodyKind.ASSEMBLY:
                yield gap(
                    "{name} var borta § {first} till § {last} och tjänstgör igen. Den som avbrutit "
                    "av annat skäl än jäv får inte det: rätta närvaron (KL 5:20).",
                    _AT,
                    name=who.name,
                    first=first,
                    last=last,
                )
            else:
                yield hint(
                    "{name} var borta § {first} till § {last} och tjänstgör igen. Se efter om "
                    "reglementet tillåter växeltjänstgöring.",
                    _AT,
                    name=who.name,
                    first=first,
                    last=last,
                )


def board_has_no_staff_representatives(held: AuditedMeeting) -> Iterator[Fault]:
    """Representatives of the staff may be present in other committees than the board."""
    for one in held.protocol.attendance if held.context.kind is BodyKind.BOARD else ():
        title = (one.title or "").casefold()
        if any(word in title for word in _STAFF):
            yield hint(
                "{name} företräder personalen, som inte har närvarorätt i styrelsen. Se efter om "
                "styrelsen kallat (KL 7:12).",
                _AT,
                name=one.name,
            )


RULES: tuple[Rule[AuditedMeeting], ...] = (
    substitutes_serve_in_order,
    who_broke_off_stays_away,
    board_has_no_staff_representatives,
)
