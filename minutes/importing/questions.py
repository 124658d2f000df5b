"""The questions that the chair put, and what the chair found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from minutes.domain.persons import CHAIR
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind, option_for
from minutes.importing.names import Known
from minutes.importing.sentences import sentences

_PUTS = re.compile(
    r"\b(?:ställer|ställde|ställs|prövar|prövade)\b"
    r"(?P<asked>.*?)"
    r"(?:\boch (?:finner|fann|konstaterar|konstaterade)\b|\b[Oo]rdföranden (?:finner|fann)\b)"
    r"(?P<found>.*)",
    re.S,
)
_FELL = re.compile(r"\b(?:avsl[åa]\w*|avstyrk\w+|fallit|faller|avgöras|avgörs)\b")
_OWN = re.compile(r"\b(?:eget|egna|sitt|ordförandens)\b", re.IGNORECASE)
_BASE = re.compile(
    r"liggande förslag|(?:utskott|nämndens?|kontorets?|förvaltningens?|styrelsens?|direktörens?"
    r"|majoritetens|föredragandes?|upprättat|utsända|föreliggande|huvud|grund)\w* ?(?:\w+ )?förslag"
    r"|beslutsförslag|tjänsteskrivelse|förslag till beslut|förslag enligt",
    re.IGNORECASE,
)
_ADD = re.compile(r"tillägg", re.IGNORECASE)
_AMEND = re.compile(r"ändrings(?:yrkande|förslag)", re.IGNORECASE)
_REFER = re.compile(r"återremi", re.IGNORECASE)
_TABLE = re.compile(r"bordlägg", re.IGNORECASE)
_NOUN = re.compile(r"(?:förslag|yrkande|tillägg|återremiss|bordläggning)", re.IGNORECASE)
_EACH = re.compile(
    r"\b(?:vart och ett|var för sig|vart för sig|på vart|propositioner|mot varandra)\b"
)
_IN_TURN = re.compile(r"\b(?:vart och ett|vart? för sig)\b")
_GROUPS = re.compile(r"\bpartigruppens\b", re.IGNORECASE)
_DENIAL = re.compile(r"^(?:på )?(?:yrkandet om )?avslag\b|\bavslag på\b|\bavslags", re.IGNORECASE)
_BIFALL_ELLER_AVSLAG = re.compile(
    r"\bbifall (?:eller|mot|respektive) avslag\b|\bavslag (?:eller|mot) bifall\b"
)
_GENERAL = re.compile(r"\b(?:yrkandena|förslagen|yrkanden|förslag till beslut|propositioner)\b")


def _kind(text: str) -> OptionKind:
    for pattern, kind in (
        (_REFER, OptionKind.REFER_BACK),
        (_TABLE, OptionKind.TABLE),
        (_ADD, OptionKind.ADD),
        (_AMEND, OptionKind.AMEND),
    ):
        if pattern.search(text):
            return kind
    return OptionKind.PROPOSAL


def _option(text: str, known: Known, proposals: Sequence[Proposal]) -> Option | None:
    """The option that a phrase names."""
    kind = _kind(text)
    name = known.find(text) or (CHAIR.name if _OWN.search(text) else None)
    if name is not None or _GROUPS.search(text):
        return Option(name, kind)
    if kind is not OptionKind.PROPOSAL:
        movers = [p.mover for p in proposals if option_for(p).kind is kind]
        return Option(movers[0] if movers else None, kind)
    if _BASE.search(text):
        return BASE
    if _DENIAL.search(text):
        movers = [p.mover for p in proposals if p.kind is ProposalKind.REJECT]
        return Option(movers[0], kind) if movers else None
    return BASE if re.search(r"\bförslag(?:et)?\b|\bbifall\b", text) else None


def _mentions(text: str, known: Known) -> list[tuple[int, str | None, OptionKind | None]]:
    """Where proposals are named, by whose they are; the base proposal says its kind itself."""
    own = [(m.start(), CHAIR.name, None) for m in _OWN.finditer(text)]
    groups = [(m.start(), None, None) for m in _GROUPS.finditer(text)]
    base = [(m.start(), None, OptionKind.BASE) for m in _BASE.finditer(text)]
    named = [(at, name, None) for at, name in known.placed(text)]
    return sorted([*own, *groups, *base, *named], key=lambda mention: mention[0])


def _shared_names(text: str, known: Known) -> tuple[Option, ...]:
    """Options of "X:s, Y:s och Z:s förslag": each name, and the chair's own.

    A name without a noun of its own takes the noun of the next.
    """
    places = _mentions(text, known)
    ends = [*(at for at, _, _ in places[1:]), len(text)][: len(places)]
    options: list[Option] = []
    kind = OptionKind.PROPOSAL
    for (at, name, said), end in reversed(list(zip(places, ends, strict=True))):
        kind = _kind(text[at:end]) if _NOUN.search(text[at:end]) else kind
        options.append(Option(name, said or kind))
    return tuple(dict.fromkeys(reversed(options)))


def _main(proposals: Iterable[Proposal], found: str) -> tuple[Option, ...]:
    """The main proposals, where the chair puts "the proposals" without naming them.

    Who moved to approve stands for the base proposal, unless the finding names them.
    """
    main = [p for p in proposals if p.supports is None and p.against is None and p.rank == 1]
    by_name = not _BASE.search(found)
    options = [
        BASE if p.kind is ProposalKind.APPROVE and not by_name else option_for(p) for p in main
    ]
    kept = [o for o in options if o.kind in {OptionKind.BASE, OptionKind.PROPOSAL}]
    return tuple(dict.fromkeys(kept)) or (BASE,)


def _asked(
    text: str, found: str, known: Known, proposals: Sequence[Proposal]
) -> tuple[QuestionKind, tuple[Option, ...]]:
    if _EACH.search(text) or (
        _GENERAL.search(text) and not known.find(text) and not _BASE.search(text)
    ):
        options = _shared_names(text, known)
        options = options if len(options) > 1 else _main(proposals, found)
    else:
        parts = re.split(r"\bmot\b|\beller\b|\brespektive\b", _BIFALL_ELLER_AVSLAG.sub("", text))
        named = [_option(p, known, proposals) for p in parts if not _DENIAL.match(p.strip())]
        options = tuple(o for o in named if o is not None)
    kinds = {0: QuestionKind.SINGLE, 1: QuestionKind.SINGLE}
    two = QuestionKind.EACH if _IN_TURN.search(text) else QuestionKind.AGAINST
    return kinds.get(len(options), two if len(options) == 2 else QuestionKind.EACH), options


def _carried(found: str, options: Sequence[Option], known: Known) -> int | None:
    if len(options) == 1:
        return None if _FELL.search(found) else 0
    name = known.find(found) or (CHAIR.name if _OWN.search(found) else None)
    is_base = name is None and not _GROUPS.search(found)
    likely = BASE if is_base else Option(name, _kind(found))
    if likely in options:
        return options.index(likely)
    return next((index for index, option in enumerate(options) if option.by == name), 0)


def asks(text: str) -> bool:
    """Whether a sentence tells of a question that the chair put."""
    return _PUTS.search(text) is not None


def read_questions(
    texts: Iterable[str], known: Known, proposals: Sequence[Proposal]
) -> tuple[Question, ...]:
    """The questions in the order in which they were put."""
    questions = []
    for text in texts:
        for sentence in _joined(sentences(text)):
            match = _PUTS.search(sentence)
            if match is None:
                continue
            kind, options = _asked(match["asked"], match["found"], known, proposals)
            if options:
                questions.append(Question(kind, options, _carried(match["found"], options, known)))
    return tuple(questions)


def _joined(parts: Sequence[str]) -> list[str]:
    """A sentence that only says what was found goes with the one that asked."""
    found: list[str] = []
    for part in parts:
        if found and re.match(r"(?:Ordföranden|Hon|Han) (?:finner|fann)\b", part):
            found[-1] += " " + part
        else:
            found.append(part)
    return found
