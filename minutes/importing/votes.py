"""Counted votes: totals in whatever words they are given, and ballots where persons are named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes.domain.persons import CHAIR, Person
from minutes.domain.sections import SectionKind
from minutes.domain.voting import Ballot, BallotChoice, Vote, count
from minutes.importing.ballot_tables import ballot_tables, rows_without_vote, with_tables
from minutes.importing.blocks import Block
from minutes.importing.names import persons
from minutes.importing.questions import asking, joined
from minutes.importing.section_lines import SectionLines
from minutes.importing.sentences import sentences
from minutes.importing.vote_counts import MEANING, Count, counts, fill_from_names

_C = BallotChoice
_CASTING = re.compile(r"utslagsröst", re.IGNORECASE)
_CARRIED = re.compile(r"\b(?P<c>ja|nej)-propositionen", re.IGNORECASE)
_LOT = re.compile(r"\blott(?:en|ning|dragning|as|ades)\b", re.IGNORECASE)
_CLOSED = re.compile(r"\bslut(?:en|na) (?:omröstning|votering)", re.IGNORECASE)
_PRELIMINARY = re.compile(
    r"kontraproposition|utse motförslag|motförslag utses|förberedande", re.IGNORECASE
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


def _agree(told: Count) -> bool:
    """Whether as many are named with each answer as the totals say."""
    answers = list(told.ballots.values())
    return all(answers.count(c) == told.totals.get(c, 0) for c in (_C.YES, _C.NO))


def _ballots(told: Count) -> tuple[Ballot, ...]:
    """The ballots, kept only where they agree with the totals."""
    if not _agree(told):
        return ()
    return tuple(Ballot(p.name or "", p.party, choice) for p, choice in told.ballots.items())


def _casting(said: str) -> Person | None:
    """Whose casting vote broke a tie; the chair where no name stands by it."""
    sentence = next((s for s in sentences(said) if _CASTING.search(s)), None)
    return next(iter(persons(sentence)), CHAIR) if sentence else None


def _carried(said: str, yes: int, no: int) -> bool | None:
    found = _CARRIED.search(said)
    if found is not None:
        return found["c"].lower() == "ja"
    return None if yes == no else yes > no


def _question(told: Count, preliminary: bool, asked: int) -> int | None:
    """The index of the question that a vote settles, of those that were `asked` in all.

    A preliminary vote is held before its question, or when the first finding is disputed.
    """
    index = min(told.asked, asked - 1) if preliminary else told.asked - 1
    return index if index >= 0 else None


def _meanings(said: str) -> dict[str, str]:
    """What yes and no mean, by the word."""
    found = (m for pattern in (_VOTERS, MEANING) for m in pattern.finditer(said))
    return {m["c"].lower(): m["what"].strip() for m in found}


def _vote(told: Count, asked: int) -> Vote:
    meanings = _meanings(told.said)
    totals, said = told.totals, told.said
    abstain = list(told.ballots.values()).count(_C.ABSTAIN) if _agree(told) else 0
    preliminary = bool(_PRELIMINARY.search(said))
    yes, no = totals[_C.YES], totals[_C.NO]
    return Vote(
        yes,
        no,
        totals.get(_C.ABSTAIN, abstain),
        totals.get(_C.ABSENT, 0),
        _ballots(told),
        question=_question(told, preliminary, asked),
        preliminary=preliminary,
        yes_means=meanings.get("ja", ""),
        no_means=meanings.get("nej", ""),
        casting_vote=_casting(said),
        lot=bool(_LOT.search(said)),
        closed=bool(_CLOSED.search(said)),
        carried=_carried(said, yes, no),
    )


def _blocks(sections: Sequence[SectionLines]) -> list[Block]:
    return [b for s in sections if s.kind in _READ_IN for b in s.blocks]


def _counts(blocks: Sequence[Block]) -> list[Count]:
    """The votes; one that was called and has no totals has those of the next table."""
    found = list(counts(blocks))
    for one in found:
        fill_from_names(one)
    waiting = [one for one in found if one.is_called and not one.is_whole]
    told = {tuple(one.totals.get(c, 0) for c in _C)[:2] for one in found if one.is_whole}
    tables = (t for t in ballot_tables(blocks) if count(t)[:2] not in told)
    for one, table in zip(waiting, tables, strict=False):
        one.totals.update(zip(_C, count(table), strict=True))
    return found


def read_votes(sections: Sequence[SectionLines]) -> tuple[Vote, ...]:
    """The votes count in a §, in order."""
    blocks = _blocks(sections)
    asked = sum(asking([s for b in blocks for s in joined(sentences(b.text))]))
    found = [_vote(one, asked) for one in _counts(blocks) if one.is_whole]
    return with_tables(found, blocks)


def unread_ballots(sections: Sequence[SectionLines]) -> Iterator[Block]:
    """The blocks that name ballots of a vote whose totals are others, or are not told."""
    blocks = _blocks(sections)
    for one in _counts(blocks):
        if not (one.is_whole and _agree(one)):
            yield from one.named_at
    yield from rows_without_vote(read_votes(sections), blocks)
