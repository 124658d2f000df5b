"""Who sat in a §: enough of them, each in one seat (KL 4:24, 5:45, 5:66, 6:27)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from minutes.domain.attendance import Role
from minutes.domain.auditing.audited import AuditedItem, among
from minutes.domain.auditing.faults import Fault, Rule, gap, hint
from minutes.domain.findings import Place

_AT = Place.ATTENDANCE
_VACANT = "vakan"


def item_is_quorate(at: AuditedItem) -> Iterator[Fault]:
    """More than half of the seats are filled."""
    quorum = at.room.quorum
    if quorum.is_held or not at.knows_who_served:
        return
    there, seats = quorum.serving, quorum.seats
    if at.is_of_assembly:
        yield gap(
            "Bara {there} av {seats} är på plats: paragrafen är inte beslutför. "
            "Rätta närvaron eller bordlägg ärendet (KL 5:45).",
            _AT,
            there=there,
            seats=seats,
        )
    else:
        yield gap(
            "Bara {there} av {seats} är på plats: paragrafen är inte beslutför. "
            "Rätta närvaron eller bordlägg ärendet (KL 6:27).",
            _AT,
            there=there,
            seats=seats,
        )


def no_more_serve_than_there_are_seats(at: AuditedItem) -> Iterator[Fault]:
    """Nobody serves beyond the seats of the body."""
    seats, there = at.context.seats, len(at.seated)
    if seats is not None and there > seats:
        yield gap(
            "{there} tjänstgör på {seats} platser. Rätta närvaron (KL 5:66).",
            _AT,
            there=there,
            seats=seats,
        )


def somebody_leads_the_item(at: AuditedItem) -> Iterator[Fault]:
    """A chair is there."""
    if at.knows_who_served and at.room.chair is None:
        yield gap("Ingen ordförande tjänstgör i paragrafen. Ange vem som ledde den (KL 5:65).", _AT)


def person_sits_in_one_seat(at: AuditedItem) -> Iterator[Fault]:
    """Nobody serves twice in a §."""
    for who, times in Counter(a.person for a in at.seats).items():
        if times > 1:
            yield gap(
                "{name} tjänstgör på {times} platser. Rätta närvaron (KL 4:24).",
                _AT,
                name=who.name,
                times=times,
            )


def seat_has_one_holder(at: AuditedItem) -> Iterator[Fault]:
    """A substitute sits where the member does not, and no other substitute does."""
    taken = [a.serves_for for a in at.seats if a.serves_for is not None]
    held = Counter([*at.seated, *taken])
    for who in dict.fromkeys(taken):
        vacant = (who.name or "").casefold().startswith(_VACANT)
        if held[who] > 1 and not vacant:
            yield gap(
                "Platsen för {name} är besatt mer än en gång. Rätta närvaron (KL 4:24).",
                _AT,
                name=who.name,
            )


def substitute_tells_whose_seat(at: AuditedItem) -> Iterator[Fault]:
    """Who reads sees for whom a substitute serves."""
    replacing = [d.replaced_by for d in at.item.disqualified if d.replaced_by is not None]
    for one in at.seats:
        known = one.serves_for is not None or among(one.person, replacing)
        if one.role is Role.SUBSTITUTE and not known:
            yield hint("Det framgår inte för vem {name} tjänstgör. Ange det.", _AT, name=one.name)


def who_stands_aside_serves(at: AuditedItem) -> Iterator[Fault]:
    """Who takes no part in the decision was to take part."""
    for who in at.item.stands_aside if at.knows_who_served else ():
        if not at.is_seated(who):
            yield hint(
                "{name} deltar inte i beslutet men tjänstgör inte heller. Rätta närvaron eller "
                "namnet.",
                _AT,
                name=who.name or who.party,
            )


RULES: tuple[Rule[AuditedItem], ...] = (
    item_is_quorate,
    no_more_serve_than_there_are_seats,
    somebody_leads_the_item,
    person_sits_in_one_seat,
    seat_has_one_holder,
    substitute_tells_whose_seat,
    who_stands_aside_serves,
)
