"""Votes while they are being read: sentence by sentence, until the totals are there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from minutes.domain.persons import Person
from minutes.domain.voting import BallotChoice
from minutes.importing.ballots import named_in, parted, standing_answer, totals_in
from minutes.importing.blocks import Block
from minutes.importing.names import is_list_of_names, persons
from minutes.importing.questions import asking, joined
from minutes.importing.sentences import sentences

_C = BallotChoice
_CALLED = re.compile(
    r"\b(?:omröstning|votering)(?:en)? (?:begär|verkställ|genomför)", re.IGNORECASE
)
_RESULTS = re.compile(r"\b(?:beslut(?:ar|ade|at)|således|därmed|alltså|därför)\b", re.IGNORECASE)
"""What the vote came to, told after its totals, is no vote of its own."""
MEANING = re.compile(
    r"\b(?P<c>ja|nej)(?:-?röst(?:er|ar)?)?\s*(?:=|innebär|för|till|betyder)\s+(?P<what>[^.\n”\"]+?)"
    r"(?=,? (?:och |samt )?(?:ja|nej)\b|[.\n”\"]|$)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Count:
    """A vote while it is being read."""

    asked: int = 0
    totals: dict[BallotChoice, int] = field(default_factory=dict)
    ballots: dict[Person, BallotChoice] = field(default_factory=dict)
    said: str = ""
    named_at: list[Block] = field(default_factory=list)

    @property
    def is_called(self) -> bool:
        """Whether somebody called for it."""
        return _CALLED.search(self.said) is not None

    @property
    def is_whole(self) -> bool:
        """Whether both totals are told."""
        return _C.YES in self.totals and _C.NO in self.totals


@dataclass(frozen=True, slots=True)
class _Told:
    """What one sentence says of a vote."""

    totals: Sequence[tuple[BallotChoice, int]]
    ballots: Mapping[Person, BallotChoice]


def _takes(count: Count, totals: Sequence[tuple[BallotChoice, int]]) -> bool:
    """Whether totals still belong to the vote being read."""
    clash = any(c in count.totals and count.totals[c] != n for c, n in totals)
    again = count.is_whole and any(c in {_C.YES, _C.NO} for c, _ in totals)
    return not clash and not again


def _repeats(count: Count, sentence: str, totals: Sequence[tuple[BallotChoice, int]]) -> bool:
    """Whether totals only say once more what the vote has: over the names, or as the result."""
    given = dict(totals)
    whole = _C.YES in given and _C.NO in given
    same = all(count.totals.get(c) == n for c, n in totals)
    return same and (not whole or bool(_RESULTS.search(sentence)))


def _add(count: Count, sentence: str, told: _Told, block: Block) -> None:
    for choice, number in told.totals:
        count.totals.setdefault(choice, number)
    count.ballots.update(told.ballots)
    count.said += "\n" + sentence
    if told.ballots and block not in count.named_at:
        count.named_at.append(block)


def _begins_anew(count: Count, sentence: str, told: _Told) -> bool:
    """Whether a sentence belongs to another vote than the one being read."""
    if told.totals:
        return not _takes(count, told.totals) and not _repeats(count, sentence, told.totals)
    if count.is_whole and MEANING.search(sentence):
        return True
    return bool(count.ballots.keys() & told.ballots.keys())


def _told(sentence: str, answer: BallotChoice | None) -> _Told:
    """The totals and ballots of a sentence; a bare list of names has the `answer` over it."""
    ballots = dict(named_in(sentence))
    if answer is not None and not ballots and is_list_of_names(sentence):
        ballots = dict.fromkeys(persons(sentence), answer)
    return _Told(totals_in(sentence), ballots)


def _sentences(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    for block in blocks:
        whole = joined(sentences(block.text))
        yield from ((block, part) for sentence in whole for part in parted(sentence))


def counts(blocks: Iterable[Block]) -> Iterator[Count]:
    """The votes that the blocks tell of, each as far as it is told."""
    count, asked = Count(), 0
    answer: BallotChoice | None = None
    parts = list(_sentences(blocks))
    flags = asking([sentence for _, sentence in parts])
    for (block, sentence), is_question in zip(parts, flags, strict=True):
        told = _told(sentence, answer)
        answer = standing_answer(sentence) or (answer if is_list_of_names(sentence) else None)
        asked += is_question
        called = is_question or _CALLED.search(sentence)
        if _begins_anew(count, sentence, told) or (called and count.is_whole):
            yield count
            count = Count()
        if not count.is_whole:
            count.asked = asked
        _add(count, sentence, told, block)
    yield count


def fill_from_names(count: Count) -> None:
    """Totals from the names, where no numbers are given."""
    if count.is_whole or not {_C.YES, _C.NO} <= set(count.ballots.values()):
        return
    for choice in _C:
        count.totals.setdefault(choice, sum(b is choice for b in count.ballots.values()))
