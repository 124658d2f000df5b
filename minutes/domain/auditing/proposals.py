"""Proposals: who moved them, and whether each was put to the decision (KL 4:20, 5:53, 5:67)."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.domain.auditing.audited import AuditedItem, among
from minutes.domain.auditing.faults import Fault, Rule, gap, hint
from minutes.domain.findings import Place
from minutes.domain.persons import CHAIR
from minutes.domain.proposals import FORMAL, Proposal, ProposalKind, movers_of
from minutes.domain.questions import Option, OptionKind, option_for, putting_order

_K = ProposalKind
_AT = Place.PROPOSALS
_OF_BASE = {_K.APPROVE, _K.REJECT}


def mover_serves(at: AuditedItem) -> Iterator[Fault]:
    """Only those serving move and second."""
    for who in at.unseated(who for one in at.proposals for who in one.by):
        yield gap(
            "{name} har lagt förslag men tjänstgör inte i paragrafen. "
            "Rätta närvaron eller förslaget (KL 4:20).",
            _AT,
            name=who.name or who.party,
        )


def proposal_has_a_mover(at: AuditedItem) -> Iterator[Fault]:
    """Each proposal is somebody's."""
    if any(not one.by for one in at.proposals):
        yield gap("Ett förslag saknar förslagsställare. Ange vem som lade det (KL 5:67).", _AT)


def answered_proposal_stands(at: AuditedItem) -> Iterator[Fault]:
    """What is seconded or opposed was put, and not withdrawn."""
    movers = movers_of(at.proposals)
    for name in {n for p in at.proposals for n in (p.supports, p.against) if n is not None}:
        if name not in movers:
            yield gap(
                "Någon stödjer eller motsätter sig ett förslag av {name}, som inget har. "
                "För in det förslaget eller rätta namnet (KL 5:67).",
                _AT,
                name=name,
            )


def proposal_has_words(at: AuditedItem) -> Iterator[Fault]:
    """What says something of its own has words."""
    wordy = {_K.AMEND, _K.ADD, _K.COUNTER, _K.OTHER}
    for one in at.proposals:
        if one.kind in wordy and one.is_own and not one.against and not one.text.strip():
            yield gap(
                "Förslaget av {name} saknar lydelse. För in vad som föreslogs (KL 5:67).",
                _AT,
                name=one.mover or "",
            )


def _own(at: AuditedItem) -> list[Proposal]:
    return [p for p in at.proposals if p.supports is None and p.against is None]


def _is_postponed(at: AuditedItem) -> bool:
    """Whether the chair found that the item waits, so that nothing else was put."""
    formal = {OptionKind.REFER_BACK, OptionKind.TABLE}
    return at.item.referred_back or at.item.tabled or any(o.kind in formal for o in at.carried)


def _is_put(one: Proposal, options: set[Option]) -> bool:
    """Whether a question treats a proposal: by its mover, or as a yes or no to the base."""
    if one.kind in _OF_BASE and any(o.kind is OptionKind.BASE for o in options):
        return True
    mover = None if one.by and one.by[0].is_group else one.mover
    return option_for(one) in options or any(
        o.by == mover and o.kind is not OptionKind.BASE for o in options
    )


def _lapses(at: AuditedItem, one: Proposal) -> bool:
    """Whether an addition fell with what it was to be added to, so that nobody puts it."""
    others = (OptionKind.PROPOSAL, OptionKind.AMEND)
    return one.kind is _K.ADD and any(option.kind in others for option in at.carried)


def proposal_is_put(at: AuditedItem) -> Iterator[Fault]:
    """Where the chair put questions none of the proposals is left out.

    A proposal in the second place waits for the first, and the matter for its postponement.
    """
    options = {o for q in at.item.questions for o in q.options}
    for one in _own(at) if options else []:
        waits = one.rank > 1 or (one.kind not in FORMAL and _is_postponed(at))
        if not waits and not _is_put(one, options) and not _lapses(at, one):
            yield gap(
                "Ingen fråga gäller förslaget av {name}. För in frågan, eller ange att förslaget "
                "drogs tillbaka (KL 5:67).",
                Place.QUESTIONS,
                name=one.mover or "",
            )


def order_of_questions_is_told(at: AuditedItem) -> Iterator[Fault]:
    """Where proposals differ the minutes tell in which order they were put.

    In an election nothing is put: ballot papers have names, and the prose may tell of them.
    """
    order = putting_order(at.proposals, has_base=bool(at.item.dnr))
    if at.item.questions or at.item.votes or not order or not _own(at):
        return
    several = len(order) > 1 or len(order[0].options) > 1
    if several and not _is_postponed(at) and not at.is_election:
        yield gap(
            "Det finns flera förslag, men inte i vilken ordning de ställdes. "
            "För in beslutsgången (KL 5:67).",
            Place.QUESTIONS,
        )
    else:
        yield hint("Det framgår inte hur förslaget avgjordes. För in frågan.", Place.QUESTIONS)


def loser_reserves(at: AuditedItem) -> Iterator[Fault]:
    """Who moved against the decision and lost often wants to reserve."""
    fallen = _fallen(at)
    for one in _own(at):
        if option_for(one) in fallen and not _is_reserved(at, one):
            yield hint(
                "Förslaget av {name} föll, och ingen av dem som lade det har reserverat sig. "
                "Fråga om det stämmer.",
                Place.RESERVATIONS,
                name=one.mover or "",
            )


def _is_reserved(at: AuditedItem, one: Proposal) -> bool:
    """Whether one of the movers, or the group of one's party, has reserved; the chair may not."""
    reserved = [r.person for r in at.item.reservations]
    parties = {p.party for p in reserved if p.is_group}
    return any(p == CHAIR or among(p, reserved) or p.party in parties for p in one.by)


def _fallen(at: AuditedItem) -> set[Option]:
    """The options that lost in the end."""
    return {o for q in at.item.questions for o in q.options} - set(at.carried)


RULES: tuple[Rule[AuditedItem], ...] = (
    mover_serves,
    proposal_has_a_mover,
    answered_proposal_stands,
    proposal_has_words,
    proposal_is_put,
    order_of_questions_is_told,
    loser_reserves,
)
