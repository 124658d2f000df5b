"""The questions that the chair put, and what the chair found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutes.domain.persons import CHAIR
from minutes.domain.proposals import Proposal
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.importing.names import Known
from minutes.importing.question_options import (
    DENIAL,
    GROUPS,
    NAMES_BASE,
    OWN,
    main_options,
    option_kind,
    option_of,
    shared_names,
    sole_option,
)
from minutes.importing.sentences import sentences

_PUTS = re.compile(
    r"\b(?:ställer|ställde|ställs|prövar|prövade|frågar|frågade)\b"
    r"(?P<asked>.*?)"
    r"(?:\b(?:och|varvid|samt) (?:hon |han )?(?:finner|fann|konstaterar|konstaterade)\b"
    r"|\b[Oo]rdföranden (?:finner|fann)\b)"
    r"(?P<found>.*)",
    re.S,
)
_PUTS_ALONE = re.compile(
    r"^(?:\w+ )?(?:[Oo]rdföranden (?:\w+ )?(?:ställer|ställde)|(?:ställer|ställde) ordföranden)\b"
    r"(?P<asked>[^:]*(?:förslag|yrkand|proposition på|återremi|bordlägg)[^:]*)$"
)
"""A question whose answer the chair does not find: it goes straight to a vote."""
_VOTE_IS_CALLED = re.compile(
    r"\b(?:omröstning|votering)(?:en)? (?:begär|verkställ|genomför|sker)"
    r"|\bbegär\w* (?:omröstning|votering)",
    re.IGNORECASE,
)
_SOLE = re.compile(
    r"\b(?:finner|fann|konstaterar|konstaterade) att det (?P<only>endast |bara |enbart )?"
    r"(?:finns|fanns|föreligger) (?P<only2>endast |bara |enbart )?ett (?P<only3>enda )?"
    r"(?:förslag|yrkande)(?: till beslut)?(?P<asked>.*?),? och (?!ett\b)(?P<found>.*)$",
    re.S,
)
"""The chair finds that there is one proposal and that it is decided."""
_FELL = re.compile(
    r"\b(?:avsl[åao]\w*|avstyrk\w+|fallit|faller|avgöras|avgörs|besvara\w* med nej|svara\w* nej)\b"
    r"|\bmed nej\b"
)
_RESULT = re.compile(
    r"\b(?:besluta[rt]|bifall(?:er|it|s)|avslår|avslås|avslagit|godkänner|antar)\b"
)
_EACH = re.compile(
    r"\b(?:vart och ett|var för sig|vart för sig|på vart|propositioner|mot varandra)\b"
)
_AGAINST = re.compile(r"\bmot varandra\b")
_OF_CHANGE = re.compile(r"ändringsförslag", re.IGNORECASE)
_IN_TURN = re.compile(r"\b(?:vart och ett|vart? för sig)\b")
_BIFALL_ELLER_AVSLAG = re.compile(
    r"\bbifall (?:eller|mot|respektive) avslag\b|\bavslag (?:eller|mot) bifall\b"
)
_GENERAL = re.compile(r"\b(?:yrkandena|förslagen|yrkanden|förslag till beslut|propositioner)\b")


def _whole(option: Option, words: str) -> Option:
    """What is put against another proposal is a whole one, though it was moved as a change.

    It stays one where the words say that it is.
    """
    amends = option.kind is OptionKind.AMEND and not _OF_CHANGE.search(words)
    return Option(option.by, OptionKind.PROPOSAL) if amends else option


def _asked(
    text: str, found: str, known: Known, proposals: Sequence[Proposal]
) -> tuple[QuestionKind, tuple[Option, ...]]:
    if _EACH.search(text) or (
        _GENERAL.search(text) and not known.find(text) and not NAMES_BASE.search(text)
    ):
        options = shared_names(text, known)
        options = options if len(options) > 1 else main_options(proposals, found)
        if _AGAINST.search(text) and len(options) == 1 and options != (BASE,):
            options = (BASE, *options)
    else:
        parts = re.split(r"\bmot\b|\beller\b|\brespektive\b", _BIFALL_ELLER_AVSLAG.sub("", text))
        named = [option_of(p, known, proposals) for p in parts if not DENIAL.match(p.strip())]
        options = tuple(o for o in named if o is not None)
    if len(options) > 1:
        options = tuple(dict.fromkeys(_whole(option, text) for option in options))
    kinds = {0: QuestionKind.SINGLE, 1: QuestionKind.SINGLE}
    two = QuestionKind.EACH if _IN_TURN.search(text) else QuestionKind.AGAINST
    return kinds.get(len(options), two if len(options) == 2 else QuestionKind.EACH), options


def _carried(found: str, options: Sequence[Option], known: Known) -> int | None:
    if len(options) == 1:
        return None if _FELL.search(found) else 0
    name = known.find(found) or (CHAIR.name if OWN.search(found) else None)
    is_base = name is None and not GROUPS.search(found)
    likely = BASE if is_base else _whole(Option(name, option_kind(found)), found)
    if likely in options:
        return options.index(likely)
    return next((index for index, option in enumerate(options) if option.by == name), 0)


@dataclass(frozen=True, slots=True)
class _Put:
    """A question as the text has it: what was asked, what was found, and whether of one alone."""

    asked: str
    found: str
    sole: bool = False


def _put(index: int, parts: Sequence[str]) -> _Put | None:
    """The question that the sentence at `index` tells of, if it does."""
    if match := _PUTS.search(parts[index]):
        return _Put(match["asked"], match["found"])
    if match := _SOLE.search(parts[index]):
        return _Put(match["asked"], match["found"], sole=True)
    after = parts[index + 1 : index + 3]
    match = _PUTS_ALONE.match(parts[index])
    called = [bool(_VOTE_IS_CALLED.search(part)) for part in after]
    if match is None or True not in called or any(map(_PUTS.search, after[: called.index(True)])):
        return None
    result = (part for part in parts[index + 1 :] if _RESULT.search(part))
    return _Put(match["asked"], next(result, ""))


def asking(parts: Sequence[str]) -> list[bool]:
    """Of each sentence whether it tells of a question that the chair put."""
    return [_put(index, parts) is not None for index in range(len(parts))]


def _question(put: _Put, known: Known, proposals: Sequence[Proposal]) -> Question | None:
    if put.sole:
        return Question(QuestionKind.SINGLE, (sole_option(put.asked, known, proposals),), 0)
    kind, options = _asked(put.asked, put.found, known, proposals)
    return Question(kind, options, _carried(put.found, options, known)) if options else None


def read_questions(
    texts: Iterable[str], known: Known, proposals: Sequence[Proposal]
) -> tuple[Question, ...]:
    """The questions in the order in which they were put."""
    parts = [part for text in texts for part in joined(sentences(text))]
    puts = (_put(index, parts) for index in range(len(parts)))
    found = (_question(put, known, proposals) for put in puts if put is not None)
    return tuple(question for question in found if question is not None)


def joined(parts: Sequence[str]) -> list[str]:
    """A sentence that only says what was found goes with the one that asked."""
    found: list[str] = []
    for part in parts:
        if found and re.match(r"(?:Ordföranden|Hon|Han) (?:finner|fann)\b", part):
            found[-1] += " " + part
        else:
            found.append(part)
    return found
