"""Disqualification: who steps aside takes no part, and is replaced (KL 5:47, 6:28-30)."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.domain.attendance import Role, serving
from minutes.domain.auditing.audited import AuditedItem, among
from minutes.domain.auditing.faults import Fault, Rule, gap, hint
from minutes.domain.findings import Place
from minutes.domain.voting import BallotChoice

_AT = Place.DISQUALIFICATION


def disqualified_does_not_vote(at: AuditedItem) -> Iterator[Fault]:
    """Who is disqualified has no vote."""
    cast = [b for v in at.item.votes for b in v.ballots if b.ballot is not BallotChoice.ABSENT]
    for who in dict.fromkeys(b.person for b in cast):
        if among(who, at.disqualified):
            yield gap(
                "{name} är jävig men har röstat. Ta bort rösten eller jävet (KL 6:30).",
                Place.VOTES,
                name=who.name,
            )


def disqualified_does_not_move(at: AuditedItem) -> Iterator[Fault]:
    """Who is disqualified moves and seconds nothing."""
    for who in dict.fromkeys(p for one in at.proposals for p in one.by):
        if among(who, at.disqualified):
            yield gap(
                "{name} är jävig men har lagt förslag. Ta bort förslaget eller jävet (KL 6:30).",
                Place.PROPOSALS,
                name=who.name,
            )


def disqualified_does_not_reserve(at: AuditedItem) -> Iterator[Fault]:
    """Who is disqualified took no part, and cannot reserve."""
    for one in at.item.reservations:
        if among(one.person, at.disqualified):
            yield gap(
                "{name} är jävig men har reserverat sig. Ta bort reservationen eller jävet "
                "(KL 4:27, 6:30).",
                Place.RESERVATIONS,
                name=one.name,
            )


def _was_chair(at: AuditedItem) -> bool:
    seats = serving(at.context.attendance, at.number)
    return any(a.role is Role.CHAIR and among(a.person, at.disqualified) for a in seats)


def disqualified_chair_is_replaced(at: AuditedItem) -> Iterator[Fault]:
    """Who leads the § instead of the disqualified chair is told."""
    if _was_chair(at) and not any(d.chaired_by for d in at.item.disqualified):
        yield gap(
            "Ordföranden är jävig, men vem som ledde paragrafen framgår inte. Ange det (KL 6:30).",
            _AT,
        )


def replacing_chair_serves(at: AuditedItem) -> Iterator[Fault]:
    """Who leads the § instead serves in it."""
    for one in at.item.disqualified if at.knows_who_served else ():
        if one.chaired_by is not None and not among(one.chaired_by, at.seated):
            yield gap(
                "{name} leder paragrafen men tjänstgör inte i den. Rätta närvaron eller vem som "
                "leder (KL 5:66).",
                _AT,
                name=one.chaired_by.name,
            )


def replacing_substitute_serves(at: AuditedItem) -> Iterator[Fault]:
    """Who serves instead stands among those serving in the §."""
    for one in at.item.disqualified if at.knows_who_served else ():
        if one.replaced_by is not None and not among(one.replaced_by, at.seated):
            yield gap(
                "{name} tjänstgör i stället för {other} men står inte som tjänstgörande i "
                "paragrafen. Rätta närvaron (KL 5:66).",
                _AT,
                name=one.replaced_by.name,
                other=one.name,
            )


def disqualification_tells_its_ground(at: AuditedItem) -> Iterator[Fault]:
    """Why somebody steps aside is told."""
    for one in at.item.disqualified:
        if not one.ground.strip():
            yield hint("Grunden för jävet för {name} saknas. Ange den.", _AT, name=one.name)


def disqualified_has_a_seat(at: AuditedItem) -> Iterator[Fault]:
    """Who steps aside was to take part."""
    everybody = [a.person for a in at.context.attendance]
    for one in at.item.disqualified if everybody else ():
        if not among(one.person, everybody):
            yield hint(
                "{name} är jävig men finns inte i närvaron. Rätta namnet eller närvaron.",
                _AT,
                name=one.name,
            )


RULES: tuple[Rule[AuditedItem], ...] = (
    disqualified_does_not_vote,
    disqualified_does_not_move,
    disqualified_does_not_reserve,
    disqualified_chair_is_replaced,
    replacing_chair_serves,
    replacing_substitute_serves,
    disqualification_tells_its_ground,
    disqualified_has_a_seat,
)
