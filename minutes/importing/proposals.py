"""Proposals: the acts of the deliberation, by kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from minutes.domain.persons import CHAIR, Person
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.importing.acts import Act
from minutes.importing.names import Known
from minutes.importing.proposal_kinds import (
    ANOTHERS,
    APPROVES,
    DENIES,
    FOR_DENIAL,
    HAND_OF,
    OF_HANDLING,
    THEN_APPROVES,
    THEN_DENIES,
    BaseProposal,
    classify,
    named_kind,
    own_words,
)

_K = ProposalKind
_ANOTHERS = re.compile(rf"{ANOTHERS.pattern}|återremiss|bordläggning", re.IGNORECASE)
_OF_CHAIR = re.compile(r"\bordförandens\b", re.IGNORECASE)
_OF_SORT = re.compile(
    r"(?:på )?bifall till (?:(?:yrkandet|förslaget) om (?:åter|bordl)"
    r"|(?:återremiss|bordläggnings|tilläggs|ändrings)yrkandet\b)",
    re.IGNORECASE,
)
"""What another has moved, named by its sort alone."""


def _of_mover(found: Iterable[Proposal], name: str) -> list[Proposal]:
    return [p for p in found if p.mover == name and p.supports is None]


def _meant(rest: str) -> tuple[ProposalKind, ...]:
    """Which kinds of proposal a supporter's words may name, likeliest first."""
    if FOR_DENIAL.search(rest):
        return (_K.REJECT,)
    hint = classify(rest, BaseProposal())
    if hint is not _K.COUNTER:
        return (hint,)
    return (_K.COUNTER, _K.OTHER, _K.APPROVE)


def _seconded(act: Act, name: str, found: list[Proposal]) -> Iterator[Proposal]:
    """Support for what another has moved: the kind of that, in both places where it says so."""
    theirs = _of_mover(found, name)
    if HAND_OF.search(act.rest):
        for proposal in theirs:
            yield Proposal(act.by, proposal.kind, proposal.rank, name)
        return
    hinted = [kind for kind in _meant(act.rest) if kind in {p.kind for p in theirs}]
    kind = next(iter(hinted), theirs[-1].kind)
    yield Proposal(act.by, kind, act.rank, name)


def _supported(act: Act, found: list[Proposal], known: Known) -> str | None:
    """Whose proposal the act seconds, if it does."""
    name = known.find(act.rest) or _meant_by_kind(act, found)
    if name is None or name in {p.name for p in act.by} or not _ANOTHERS.search(act.rest):
        return None
    approves = act.seconds or bool(APPROVES.search(act.rest[:60]))
    return name if approves and _of_mover(found, name) else None


def _meant_by_kind(act: Act, found: list[Proposal]) -> str | None:
    """Whose proposal an act seconds that names the chair, or only the sort of proposal."""
    if _OF_CHAIR.search(act.rest):
        return CHAIR.name
    kind = named_kind(act.rest) if act.seconds or _OF_SORT.match(act.rest) else None
    return next((p.mover for p in found if p.kind is kind and p.supports is None), None)


def _opposed(act: Act, known: Known, found: list[Proposal]) -> str | None:
    if not DENIES.search(act.rest):
        return None
    name = known.find(act.rest)
    if name is None and (match := OF_HANDLING.match(act.rest)):
        kind = named_kind(match["what"])
        name = next((p.mover for p in found if p.kind is kind and p.supports is None), None)
    return name if name not in {p.name for p in act.by} else None


def _parts(act: Act, known: Known) -> Iterator[Act]:
    """Two acts of "bifall till förslaget och avslag på X:s yrkande", whichever comes first."""
    match = THEN_DENIES.match(act.rest)
    denies = match["second"] if match else ""
    if match is None and (match := THEN_APPROVES.match(act.rest)):
        denies = match["first"]
    another = known.find(denies) or OF_HANDLING.match(denies)
    if match is not None and another and not act.seconds:
        yield replace(act, rest=match["first"])
        yield replace(act, rest=match["second"])
    else:
        yield act


def _of_act(
    act: Act, found: list[Proposal], known: Known, base: BaseProposal
) -> Iterator[Proposal]:
    name = _supported(act, found, known)
    if name is not None:
        yield from _seconded(act, name, found)
    elif act.seconds:
        yield Proposal(act.by, _K.APPROVE, act.rank, text=act.rest)
    else:
        against = _opposed(act, known, found)
        kind = classify(act.rest, base, against)
        text = "" if against else own_words(kind, act.rest)
        yield Proposal(act.by, kind, act.rank, against=against, text=text)


def _goes_on(new: Proposal, act: Act, last: tuple[Proposal, Act] | None) -> bool:
    """Whether a proposal only goes on with the same mover's last one, by its place or words."""
    if last is None or new.supports or new.against:
        return False
    before, before_act = last
    same = new.mover == before.mover and new.rank == before.rank
    of_text = {_K.AMEND, _K.COUNTER, _K.ADD}
    together = act.line == before_act.line or act.goes_on
    return same and together and {new.kind, before.kind} <= of_text


def read_proposals(acts: Iterable[Act], known: Known, base: BaseProposal) -> tuple[Proposal, ...]:
    """The proposals in the order in which they were put."""
    found: list[Proposal] = []
    last: tuple[Proposal, Act] | None = None
    parties = {p.name: p for act in acts for p in act.by if p.party}
    for act in (part for whole in acts for part in _parts(whole, known)):
        for new in _of_act(act, found, known, base):
            if not _goes_on(new, act, last):
                found.append(_with_party(new, parties))
                last = (new, act)
    return tuple(found)


def _with_party(proposal: Proposal, parties: dict[str | None, Person]) -> Proposal:
    by = tuple(parties.get(p.name, p) for p in proposal.by)
    return Proposal(
        by, proposal.kind, proposal.rank, proposal.supports, proposal.against, proposal.text
    )
