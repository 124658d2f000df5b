"""Which kind of proposal its words make, and the words beyond the kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes.domain.proposals import ProposalKind
from minutes.importing.vocabulary import vocabulary

_K = ProposalKind
ANOTHERS = re.compile(r"(?:förslag|yrkande|tillägg|linje)", re.IGNORECASE)
DENIES = re.compile(r"^(?:att )?(?:avslå\b|avslag\b|avstyrka?\b|på avslag)", re.IGNORECASE)
_PASSIVE_DENIAL = re.compile(r"\b(?:avslås|avstyrks|ska avstyrkas|ska avslås)\b", re.IGNORECASE)
APPROVES = re.compile(r"^(?:att )?(?:bifalla?\b|på bifall|godkänna\b)|\bbifall(?:a|s|es)?\b", re.I)
_CHANGED = re.compile(
    r"\bmed (?:följande |den |en )?(?:ändring|justering|komplettering|förändring)", re.I
)
_ADDED = re.compile(r"\bmed (?:följande |ett )?(?:tillägg|tilläggsyrkande)", re.I)
_AMENDS = re.compile(
    r"\b(?:ändring(?:ar|en)?|ändrings(?:yrkande|förslag)\w*|ändras|stryks|strykas|utgår|ersätts|ersättas|kompletteras|justeras"
    r"|höjs|sänks|ökas|minskas|sätts till|ny lydelse|får lydelsen|följande lydelse|omformuleras)\b",
    re.IGNORECASE,
)
_ADDS = re.compile(
    r"\b(?:tillägg(?:et)?|tilläggsyrkande(?:t)?|tilläggsförslag(?:et)?|läggs? till|lägga till"
    r"|ny punkt|ny att-sats|ytterligare en)\b",
    re.IGNORECASE,
)
_BY_ITSELF = re.compile(r"^att (?!.*(?:tilläggs|ändrings)(?:yrkande|förslag))", re.I | re.S)
_REFERS = re.compile(r"\båterremi(?:ss|tter)", re.IGNORECASE)
_TABLES = re.compile(r"\bbordl(?:ägg|agd)", re.IGNORECASE)
_SORTS = (
    (re.compile(r"återremi", re.IGNORECASE), _K.REFER_BACK),
    (re.compile(r"bordlägg", re.IGNORECASE), _K.TABLE),
    (re.compile(r"tillägg", re.IGNORECASE), _K.ADD),
    (re.compile(r"ändrings(?:yrkande|förslag)", re.IGNORECASE), _K.AMEND),
)
_HANDLES = re.compile(
    r"^(?:att )?(?:sammanträdet |mötet )?(?:ska )?ajourner"
    r"|^(?:att )?.{1,60}\b(?:är|förklaras|ska anses)(?: inte)? jävig"
    r"|^(?:att )?(?:ärendet|frågan|[a-zåäö]+n) (?:ska )?remitteras (?:på nytt )?till\b",
    re.IGNORECASE,
)
"""Proposals on the handling alone: they have no base to amend or to replace."""
_INSTEAD = re.compile(
    r"\b(?:och|samt) (?:i ?stället )?(?:att )?(?:i ?stället )?"
    r"(?:bifalla|bifall till|anta|fastställa)\b"
    r"|\b(?:och|samt) (?:att )?.{0,40}\bi ?stället\b|\btill förmån för\b",
    re.IGNORECASE,
)
_OWN_TEXT = re.compile(
    r"\b(?:eget|egna|partiets|parti[er]*s|[A-ZÅÄÖ]{1,5}:s|skriftliga|ledamöternas|ledamotens)\b.{0,40}"
    r"\b(?:förslag|yrkande|budget\w*|plan)|\b(?:yrkande|skrivelse|förslag) från\b",
    re.IGNORECASE,
)
_ALSO_DENIES = re.compile(r"\b(?:och|samt) (?:att )?(?:avslå\b|avslag\b)", re.IGNORECASE)
OF_MOTION = re.compile(r"\bmotionens?\b", re.IGNORECASE)
_ANSWERS = re.compile(r"\bförslag(?:et)? (?:om |till beslut )?att avslå motionen\b", re.IGNORECASE)
_PARTLY = re.compile(r"\battsats|\batt-sats|\bi övrigt\b|\bbeslutssats|\bpunkt\b", re.IGNORECASE)
THEN_DENIES = re.compile(
    r"^(?P<first>(?:på )?bifall\b.*?),? (?:och|samt) (?P<second>avslag på .*)$", re.I | re.S
)
THEN_APPROVES = re.compile(
    r"^(?P<first>(?:på )?avslag på .*?),? (?:och|samt) (?P<second>(?:på )?bifall\b.*)$", re.I | re.S
)
OF_HANDLING = re.compile(
    r"^(?:att )?(?:avslå|(?:på )?avslag på|avstyrka) (?:yrkandet om |förslaget om )?"
    r"(?P<what>återremi|bordlägg|tilläggs|ändrings)",
    re.IGNORECASE,
)
"""A denial of what another has moved, named by its sort alone."""
_BOTH = re.compile(r"\bbifalls\b.*\bavslås\b|\bavslås\b.*\bbifalls\b", re.IGNORECASE | re.S)
_SET_PHRASES = {
    _K.APPROVE: r"(?:bifalla|bifall till) (?:det )?(?:liggande |föreliggande )?förslaget?\.?$",
    _K.REJECT: r"(?:avslå|avslag på) (?:det )?(?:liggande |föreliggande )?förslaget?\.?$",
    _K.REFER_BACK: r"(?:återremittera ärendet|återremiss(?: av ärendet)?|"
    r"att ärendet (?:ska )?återremitteras)(?:\.$| |$)",
    _K.TABLE: r"(?:bordlägga ärendet|bordläggning(?: av ärendet)?|"
    r"att ärendet (?:ska )?bordläggs?)(?:\.$| |$)",
    _K.AMEND: r"(?:bifalla|bifall till) (?:det )?(?:liggande |föreliggande )?förslaget? "
    r"med följande ändring(?:ar)?: ",
    _K.ADD: r"(?:som tillägg|följande tillägg): ",
    _K.COUNTER: r"(?:avslå|avslag på) (?:det )?(?:liggande |föreliggande )?förslaget? "
    r"och i stället ",
    _K.OTHER: r"att ",
}
"""What a kind says by itself; the words beyond it are the proposal's own."""
FOR_DENIAL = re.compile(r"\b(?:om|på) avslag\b|\bavslagsyrkande", re.IGNORECASE)
HAND_OF = re.compile(r"första- och andrahands", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BaseProposal:
    """What the proposals of a § are held against: is there one, and does it approve a motion."""

    exists: bool = True
    approves_motion: bool = True


def _denial(rest: str, named: str | None) -> ProposalKind:
    if _INSTEAD.search(rest) and not named:
        return _K.COUNTER
    return _K.REJECT


def _of_party(rest: str) -> bool:
    """Whether a party's own proposal is named ("Vänsterpartiets budgetförslag")."""
    owners = (m.group() for _, party in vocabulary().parties for m in party.finditer(rest))
    return any(owner.endswith("s") and f"{owner} " in rest for owner in owners) and bool(
        ANOTHERS.search(rest)
    )


def _approval(rest: str, base: BaseProposal) -> ProposalKind:
    if _CHANGED.search(rest):
        return _K.AMEND
    if _ADDED.search(rest) or re.search(r"\btilläggs(?:yrkande|förslag)", rest, re.I):
        return _K.ADD
    if (
        _OWN_TEXT.search(rest)
        or _of_party(rest)
        or (_ALSO_DENIES.search(rest) and _PARTLY.search(rest))
    ):
        return _K.COUNTER
    if OF_MOTION.search(_ANSWERS.sub("", rest[:60])) and (
        _PARTLY.search(rest) or not base.approves_motion
    ):
        return _K.COUNTER
    return _K.APPROVE


def named_kind(words: str) -> ProposalKind | None:
    """The sort of proposal that some words name."""
    return next((kind for pattern, kind in _SORTS if pattern.search(words)), None)


def classify(rest: str, base: BaseProposal, named: str | None = None) -> ProposalKind:
    """The kind that a proposal's words name; `named` is whose proposal it speaks of."""
    handling = rest[:140]
    if OF_HANDLING.match(rest):
        return _K.REJECT
    if _REFERS.search(handling):
        return _K.REFER_BACK
    if _TABLES.search(handling):
        return _K.TABLE
    if _BOTH.search(rest) and _PARTLY.search(rest):
        return _K.COUNTER
    if DENIES.search(rest) or _PASSIVE_DENIAL.search(handling):
        return _denial(rest, named)
    return _approval(rest, base) if APPROVES.search(rest[:60]) else _own(rest, base)


def _own(rest: str, base: BaseProposal) -> ProposalKind:
    """The kind of a proposal that neither approves nor denies."""
    if _HANDLES.match(rest) or (not base.exists and _BY_ITSELF.match(rest)):
        return _K.OTHER
    if _ADDS.search(rest[:160]):
        return _K.ADD
    if _AMENDS.search(rest[:300]):
        return _K.AMEND
    return _K.COUNTER if base.exists else _K.OTHER


def own_words(kind: ProposalKind, rest: str) -> str:
    """The words beyond the kind's set phrase."""
    return re.sub(rf"^{_SET_PHRASES[kind]}", "", rest.strip(), flags=re.IGNORECASE)
