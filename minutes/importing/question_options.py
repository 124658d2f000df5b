"""The options of a question: what the words that the chair put name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from minutes.domain.persons import CHAIR
from minutes.domain.proposals import FORMAL, Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, option_for
from minutes.importing.names import Known
from minutes.importing.proposal_kinds import OF_MOTION, named_kind

OWN = re.compile(r"\b(?:eget|egna|sitt|ordförandens)\b", re.IGNORECASE)
NAMES_BASE = re.compile(
    r"liggande förslag|(?:utskott|nämndens?|kontorets?|förvaltningens?|styrelsens?|direktörens?"
    r"|majoritetens|föredragandes?|upprättat|utsända|föreliggande|huvud|grund)\w* ?(?:\w+ )?förslag"
    r"|beslutsförslag|tjänsteskrivelse|förslag till beslut|förslag enligt",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?:förslag|yrkande|tillägg|återremiss|bordläggning)", re.IGNORECASE)
GROUPS = re.compile(r"\bpartigruppens\b", re.IGNORECASE)
DENIAL = re.compile(r"^(?:på )?(?:yrkandet om )?avslag\b|\bavslag på\b|\bavslags", re.IGNORECASE)


_CLAIM = re.compile(r"yrkande(?:t|na)?\b(?! om)", re.IGNORECASE)
"""A word for a proposal of any kind, where "förslag" is one of the matter itself."""
_KINDS = {
    ProposalKind.REFER_BACK: OptionKind.REFER_BACK,
    ProposalKind.TABLE: OptionKind.TABLE,
    ProposalKind.ADD: OptionKind.ADD,
    ProposalKind.AMEND: OptionKind.AMEND,
}


def option_kind(text: str) -> OptionKind:
    """The sort of proposal that a phrase names."""
    kind = named_kind(text)
    return _KINDS[kind] if kind else OptionKind.PROPOSAL


def _motion_mover(proposals: Sequence[Proposal]) -> str | None:
    """Who moved to approve a motion that the base proposal denies."""
    counter = (p for p in proposals if p.kind is ProposalKind.COUNTER and p.supports is None)
    return next((p.mover for p in counter if OF_MOTION.search(p.text)), None)


def _as_moved(option: Option, proposals: Sequence[Proposal]) -> Option:
    """What a mover's only proposal is, where the words call it no more than a proposal."""
    own = {p.kind for p in proposals if p.mover == option.by and p.supports is None}
    kind = _KINDS.get(next(iter(own))) if len(own) == 1 else None
    return Option(option.by, kind) if kind and option.kind is OptionKind.PROPOSAL else option


def option_of(text: str, known: Known, proposals: Sequence[Proposal]) -> Option | None:
    """The option that a phrase names."""
    kind = option_kind(text)
    name = known.find(text) or (CHAIR.name if OWN.search(text) else None)
    if name is not None or GROUPS.search(text):
        option = Option(name, kind)
        return _as_moved(option, proposals) if _CLAIM.search(text) else option
    if kind is not OptionKind.PROPOSAL:
        movers = [p.mover for p in proposals if option_for(p).kind is kind]
        return Option(movers[0] if movers else None, kind)
    if NAMES_BASE.search(text):
        return BASE
    if OF_MOTION.search(text) and (mover := _motion_mover(proposals)):
        return Option(mover, kind)
    if DENIAL.search(text):
        movers = [p.mover for p in proposals if p.kind is ProposalKind.REJECT]
        return Option(movers[0], kind) if movers else None
    return BASE if re.search(r"\bförslag(?:et)?\b|\bbifall\b", text) else None


def _mentions(text: str, known: Known) -> list[tuple[int, str | None, OptionKind | None]]:
    """Where proposals are named, by whose they are; the base proposal says its kind itself."""
    own = [(m.start(), CHAIR.name, None) for m in OWN.finditer(text)]
    groups = [(m.start(), None, None) for m in GROUPS.finditer(text)]
    base = [(m.start(), None, OptionKind.BASE) for m in NAMES_BASE.finditer(text)]
    named = [(at, name, None) for at, name in known.placed(text)]
    return sorted([*own, *groups, *base, *named], key=lambda mention: mention[0])


def shared_names(text: str, known: Known) -> tuple[Option, ...]:
    """Options of "X:s, Y:s och Z:s förslag": each name, and the chair's own.

    A name without a noun of its own takes the noun of the next.
    """
    places = _mentions(text, known)
    ends = [*(at for at, _, _ in places[1:]), len(text)][: len(places)]
    options: list[Option] = []
    kind = OptionKind.PROPOSAL
    for (at, name, said), end in reversed(list(zip(places, ends, strict=True))):
        kind = option_kind(text[at:end]) if _NOUN.search(text[at:end]) else kind
        options.append(Option(name, said or kind))
    return tuple(dict.fromkeys(reversed(options)))


def main_options(proposals: Iterable[Proposal], found: str) -> tuple[Option, ...]:
    """The main proposals, where the chair puts "the proposals" without naming them.

    Who moved to approve stands for the base proposal, unless the finding names them.
    """
    main = [p for p in proposals if p.supports is None and p.against is None and p.rank == 1]
    by_name = not NAMES_BASE.search(found)
    options = [
        BASE if p.kind is ProposalKind.APPROVE and not by_name else option_for(p) for p in main
    ]
    kept = [o for o in options if o.kind in {OptionKind.BASE, OptionKind.PROPOSAL}]
    return tuple(dict.fromkeys(kept)) or (BASE,)


def sole_option(text: str, known: Known, proposals: Sequence[Proposal]) -> Option:
    """The only proposal there is: as the words name it, else as it was moved, else the base."""
    if option_kind(text) is not OptionKind.PROPOSAL:
        return option_of(text, known, proposals) or BASE
    kinds = {p.kind for p in proposals}
    formal = next((p for p in proposals if p.kind in FORMAL), None)
    return option_for(formal) if formal and len(kinds) == 1 else BASE
