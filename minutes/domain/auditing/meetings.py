"""The whole meeting: its front page, its numbers, and who signs (KL 5:65-69, 6:35)."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.domain.adjustment import due_on
from minutes.domain.attendance import Role
from minutes.domain.auditing.audited import AuditedMeeting, among
from minutes.domain.auditing.faults import Fault, Rule, gap, hint
from minutes.domain.bodies import BodyKind
from minutes.domain.findings import Place
from minutes.domain.numbering import doubles, gaps

_FRONT = Place.FRONT
_ADJUSTERS = {BodyKind.ASSEMBLY: 2, BodyKind.BOARD: 1, BodyKind.COMMITTEE: 1}


def meeting_has_a_body_and_a_day(held: AuditedMeeting) -> Iterator[Fault]:
    """Whose minutes they are, and of which day."""
    if not held.protocol.body:
        yield gap("Det framgår inte vilket organ protokollet gäller. Ange det (KL 5:65).", _FRONT)
    if held.protocol.date is None:
        yield gap("Sammanträdets dag saknas. Ange den (KL 5:65).", _FRONT)


def meeting_has_a_place_and_times(held: AuditedMeeting) -> Iterator[Fault]:
    """Where the body met, from when to when."""
    told = held.protocol
    if not told.place:
        yield hint("Platsen för sammanträdet saknas. Ange den.", _FRONT)
    if not told.opened_at or not told.closed_at:
        yield hint("Tiden då sammanträdet öppnades eller avslutades saknas. Ange den.", _FRONT)
    elif told.closed_at <= told.opened_at:
        yield hint(
            "Sammanträdet avslutades {closed}, före öppnandet {opened}. Rätta tiderna.",
            _FRONT,
            closed=told.closed_at,
            opened=told.opened_at,
        )


def attendance_is_told(held: AuditedMeeting) -> Iterator[Fault]:
    """Who served is told."""
    if not any(a.serves for a in held.protocol.attendance):
        yield gap("Det framgår inte vilka som tjänstgjorde. För in närvaron (KL 5:66).", _FRONT)


def chair_is_named(held: AuditedMeeting) -> Iterator[Fault]:
    """The minutes are kept on the chair's responsibility."""
    known = bool(held.protocol.attendance)
    if known and not held.of_role(Role.CHAIR) and not held.of_role(Role.VICE_CHAIR):
        yield gap("Ordföranden är inte namngiven. Ange vem som ledde (KL 5:65).", _FRONT)


def secretary_is_named(held: AuditedMeeting) -> Iterator[Fault]:
    """Who wrote the minutes signs them first."""
    if held.protocol.attendance and not held.of_role(Role.SECRETARY):
        yield hint("Sekreteraren är inte namngiven. Ange vem som förde protokollet.", _FRONT)


def adjusters_are_elected(held: AuditedMeeting) -> Iterator[Fault]:
    """Somebody beside the chair adjusts; in the assembly two do."""
    there, needed = len(held.protocol.adjusters), _ADJUSTERS[held.context.kind]
    if not there:
        yield gap("Ingen justerare är utsedd. Ange vem som utsågs (KL 5:69).", Place.ADJUSTERS)
    elif there < needed:
        yield hint(
            "{there} justerare är utsedd, men i fullmäktige brukar det vara {needed}. Se efter "
            "om det stämmer.",
            Place.ADJUSTERS,
            there=there,
            needed=needed,
        )


def adjuster_served(held: AuditedMeeting) -> Iterator[Fault]:
    """Who adjusts the minutes took part in the meeting, beside the chair."""
    serving = [a.person for a in held.protocol.attendance if a.serves]
    chairs = [a.person for a in held.of_role(Role.CHAIR)]
    for who in held.protocol.adjusters if serving else ():
        if not among(who, serving) or among(who, chairs):
            yield hint(
                "{name} ska justera men är ordförande eller tjänstgjorde inte. Se efter om det "
                "stämmer.",
                Place.ADJUSTERS,
                name=who.name,
            )


def every_item_has_its_own_number(held: AuditedMeeting) -> Iterator[Fault]:
    """A number stands once."""
    for number in doubles(held.numbers):
        yield gap(
            "§ {number} finns mer än en gång. Numrera om den senare (KL 5:66).",
            _FRONT,
            number=number,
        )


def numbers_have_no_gaps(held: AuditedMeeting) -> Iterator[Fault]:
    """The numbers go on from the body's last one of the year, each once."""
    before = held.context.number_before
    numbers = held.numbers if before is None or not held.numbers else (before, *held.numbers)
    for number in gaps(numbers):
        yield gap(
            "§ {number} saknas. För in paragrafen eller numrera om (KL 5:66).",
            _FRONT,
            number=number,
        )


def numbers_rise(held: AuditedMeeting) -> Iterator[Fault]:
    """The §§ stand in the order of their numbers."""
    if list(held.numbers) != sorted(held.numbers):
        yield hint("Paragraferna står inte i nummerordning. Ordna dem.", _FRONT)


def matters_are_told(held: AuditedMeeting) -> Iterator[Fault]:
    """Something was dealt with, and all of it is closed."""
    if not held.protocol.items:
        yield gap("Protokollet har inga paragrafer. För in ärendena (KL 5:66).", _FRONT)
    for title in held.context.open_items:
        yield gap(
            "Ärendet {title} är inte avslutat. Avsluta paragrafen eller lyft ut ärendet (KL 5:66).",
            _FRONT,
            title=title,
        )


def everything_was_read(held: AuditedMeeting) -> Iterator[Fault]:
    """No line of an imported file is left aside."""
    if held.protocol.unread:
        yield hint(
            "Rader i filen som inte kunde läsas: {count}. Gå igenom dem.",
            Place.TEXT,
            count=len(held.protocol.unread),
        )


def adjusted_in_time(held: AuditedMeeting) -> Iterator[Fault]:
    """The minutes are adjusted within 14 days; what is late cannot be mended."""
    day, adjusted = held.protocol.date, held.protocol.adjusted_on
    if day is not None and adjusted is not None and adjusted > due_on(day):
        yield hint(
            "Protokollet justerades {adjusted}, senare än {due} (KL 5:69).",
            Place.ADJUSTERS,
            adjusted=adjusted,
            due=due_on(day),
        )


RULES: tuple[Rule[AuditedMeeting], ...] = (
    meeting_has_a_body_and_a_day,
    meeting_has_a_place_and_times,
    attendance_is_told,
    chair_is_named,
    secretary_is_named,
    adjusters_are_elected,
    adjuster_served,
    every_item_has_its_own_number,
    numbers_have_no_gaps,
    numbers_rise,
    matters_are_told,
    everything_was_read,
    adjusted_in_time,
)
