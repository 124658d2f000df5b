"""Counted votes: totals in whatever words they are given, and ballots where persons are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from minutes.domain.persons import CHAIR, Person
from minutes.domain.sections import SectionKind
from minutes.domain.voting import Ballot, BallotChoice, Vote
from minutes.importing.ballot_tables import with_tables
from minutes.importing.ballots import named_in, totals_in
from minutes.importing.names import persons
from minutes.importing.questions import asks
from minutes.importing.section_lines import SectionLines
from minutes.importing.sentences import sentences

_C = BallotChoice
_CASTING = re.compile(r"utslagsröst", re.IGNORECASE)
_CARRIED = re.compile(r"\b(?P<c>ja|nej)-propositionen", re.IGNORECASE)
_LOT = re.compile(r"\blott(?:en|ning|dragning|as|ades)\b", re.IGNORECASE)
_CLOSED = re.compile(r"\bslut(?:en|na) (?:omröstning|votering)", re.IGNORECASE)
_PRELIMINARY = re.compile(
    r"kontraproposition|utse motförslag|motförslag utses|förberedande", re.IGNORECASE
)
_CALLED = re.compile(
    r"\b(?:omröstning|votering)(?:en)? (?:begär|verkställ|genomför)", re.IGNORECASE
)
_MEANING = re.compile(
    r"\b(?P<c>ja|nej)(?:-?röst(?:er|ar)?)?\s*(?:=|innebär|för|till|betyder)\s+(?P<what>[^.\n”\"]+?)"
    r"(?=,? (?:och |samt )?(?:ja|nej)\b|[.\n”\"]|$)",
    re.IGNORECASE,
)
_VOTERS = re.compile(
    r"\bde[nt]? som (?:röstar för |vill |stöd[je]*r )?"
    r"(?P<what>[^.]+?),? röstar (?P<c>ja|nej)\b",
    re.IGNORECASE,
)
_READ_IN = {
    SectionKind.VOTE,
    SectionKind.DECISION_PROCEDURE,
    SectionKind.DELIBERATION,
    SectionKind.DECISION,
    SectionKind.OTHER,
}


@dataclass(slots=True)
class _Count:
    """A vote while it is being read."""

    asked: int = 0
    totals: dict[BallotChoice, int] = field(default_factory=dict)
    ballots: dict[Person, BallotChoice] = field(default_factory=dict)
    said: str = ""

    @property
    def is_whole(self) -> bool:
        return _C.YES in self.totals and _C.NO in self.totals


def _takes(count: _Count, totals: Sequence[tuple[BallotChoice, int]]) -> bool:
    """Whether totals still belong to the vote being read."""
    clash = any(c in count.totals and count.totals[c] != n for c, n in totals)
    again = count.is_whole and any(c in {_C.YES, _C.NO} for c, _ in totals)
    return not clash and not again


def _repeats(count: _Count, totals: Sequence[tuple[BallotChoice, int]]) -> bool:
    """Whether totals only say once more what the vote has ("Ja (7)" over the names)."""
    given = dict(totals)
    whole = _C.YES in given and _C.NO in given
    return not whole and all(count.totals.get(c) == n for c, n in totals)


def _add(count: _Count, sentence: str, totals: Sequence[tuple[BallotChoice, int]]) -> None:
    for choice, number in totals:
        count.totals.setdefault(choice, number)
    count.ballots.update(named_in(sentence))
    count.said += "\n" + sentence


def _begins_anew(count: _Count, sentence: str, totals: Sequence[tuple[BallotChoice, int]]) -> bool:
    """Whether a sentence belongs to another vote than the one being read."""
    if totals and not _takes(count, totals) and not _repeats(count, totals):
        return True
    if count.is_whole and not totals and _MEANING.search(sentence):
        return True
    named = dict(named_in(sentence))
    return bool(named) and not totals and bool(count.ballots.keys() & named.keys())


def _read(texts: Iterable[str]) -> Iterator[_Count]:
    count, asked = _Count(), 0
    for sentence in (s for text in texts for s in sentences(text)):
        totals = totals_in(sentence)
        is_question = asks(sentence)
        asked += is_question
        called = is_question or _CALLED.search(sentence)
        if _begins_anew(count, sentence, totals) or (called and count.is_whole):
            yield count
            count = _Count()
        if not count.is_whole:
            count.asked = asked
        _add(count, sentence, totals)
    yield count


def _from_names(count: _Count) -> None:
    """Totals from the names, where no numbers are given."""
    if count.is_whole or not {_C.YES, _C.NO} <= set(count.ballots.values()):
        return
    for choice in _C:
        count.totals.setdefault(choice, sum(b is choice for b in count.ballots.values()))


def _ballots(count: _Count) -> tuple[Ballot, ...]:
    """The ballots, kept only where they agree with the totals."""
    for choice in (_C.YES, _C.NO):
        if sum(b is choice for b in count.ballots.values()) != count.totals.get(choice, 0):
            return ()
    return tuple(Ballot(p.name or "", p.party, choice) for p, choice in count.ballots.items())


def _casting(said: str) -> Person | None:
    """Whose casting vote broke a tie; the chair where no name stands by it."""
    sentence = next((s for s in sentences(said) if _CASTING.search(s)), None)
    return next(iter(persons(sentence)), CHAIR) if sentence else None


def _carried(said: str, yes: int, no: int) -> bool | None:
    found = _CARRIED.search(said)
    if found is not None:
        return found["c"].lower() == "ja"
    return None if yes == no else yes > no


def _question(count: _Count, preliminary: bool, asked: int) -> int | None:
    """The index of the question that a vote settles, of those that were `asked` in all.

    A preliminary vote is held before its question, or when the first finding is disputed.
    """
    index = min(count.asked, asked - 1) if preliminary else count.asked - 1
    return index if index >= 0 else None


def _meanings(said: str) -> dict[str, str]:
    """What yes and no mean, by the word."""
    told = (m for pattern in (_VOTERS, _MEANING) for m in pattern.finditer(said))
    return {m["c"].lower(): m["what"].strip() for m in told}


def _vote(count: _Count, asked: int) -> Vote:
    meanings = _meanings(count.said)
    totals, said = count.totals, count.said
    preliminary = bool(_PRELIMINARY.search(said))
    yes, no = totals[_C.YES], totals[_C.NO]
    return Vote(
        yes,
        no,
        totals.get(_C.ABSTAIN, 0),
        totals.get(_C.ABSENT, 0),
        _ballots(count),
        question=_question(count, preliminary, asked),
        preliminary=preliminary,
        yes_means=meanings.get("ja", ""),
        no_means=meanings.get("nej", ""),
        casting_vote=_casting(said),
        lot=bool(_LOT.search(said)),
        closed=bool(_CLOSED.search(said)),
        carried=_carried(said, yes, no),
    )


def read_votes(sections: Sequence[SectionLines]) -> tuple[Vote, ...]:
    """The votes count in a §, in order."""
    blocks = [b for s in sections if s.kind in _READ_IN for b in s.blocks]
    counts = list(_read(b.text for b in blocks))
    for count in counts:
        _from_names(count)
    asked = sum(asks(s) for b in blocks for s in sentences(b.text))
    found = [_vote(count, asked) for count in counts if count.is_whole]
    return with_tables(found, blocks)
