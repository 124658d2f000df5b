"""Tables of ballots: a row a member, a mark in the column of the answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from minutes.domain.persons import Person
from minutes.domain.voting import Ballot, BallotChoice, Vote, count
from minutes.importing.ballots import choice_of
from minutes.importing.blocks import Block
from minutes.importing.lines import Cell
from minutes.importing.names import NAME, bare_name, persons

_ANSWER = re.compile(r"(?:ja|nej|avst(?:år|\.)?|avstod|frånv(?:arande|\.)?)", re.IGNORECASE)
_MARK = re.compile(r"(?:^| )[Xx]$")
_SUM = re.compile(r"^(?:summa|resultat|totalt?)\b", re.IGNORECASE)
_SUBSTITUTE = re.compile(rf"\([^()]+\) (?P<name>{NAME})$")

Columns = dict[BallotChoice, Cell]


def _columns(block: Block) -> Columns:
    """The heads of the answers' columns, where the row is the head of such a table."""
    found = {choice_of(c.text): c for c in block.cells if _ANSWER.fullmatch(c.text)}
    return found if {BallotChoice.YES, BallotChoice.NO} <= found.keys() else {}


def _voter(words: str) -> Person | None:
    """Who voted: the member, or the substitute in the seat, named behind the member's party."""
    seated = next(iter(persons(words)), None)
    instead = _SUBSTITUTE.search(words)
    if seated is None or instead is None:
        return seated
    return Person(bare_name(instead["name"]), seated.party)


def _ballot(block: Block, columns: Columns) -> Ballot | None:
    """The ballot of a row with one mark in it."""
    marked = [cell for cell in block.cells if _MARK.search(cell.text)]
    voter = _voter(_MARK.sub("", block.text).strip())
    if len(marked) != 1 or voter is None:
        return None
    at = marked[0].right
    choice = min(columns, key=lambda answer: abs(columns[answer].left - at))
    return Ballot(voter.name or "", voter.party, choice)


def _ends(table: list[Ballot], block: Block, ballot: Ballot | None) -> bool:
    """Whether a table ends before the row: at its sum, or where a name comes again."""
    return bool(_SUM.match(block.text)) or (
        ballot is not None and ballot.name in {known.name for known in table}
    )


def ballot_tables(blocks: Iterable[Block]) -> Iterator[tuple[Ballot, ...]]:
    """The ballots of each table; one that goes on over a page is read as one."""
    columns: Columns = {}
    found: list[Ballot] = []
    for block in (b for b in blocks if b.cells):
        columns = _columns(block) or columns
        ballot = _ballot(block, columns) if columns else None
        if found and _ends(found, block, ballot):
            yield tuple(found)
            found = []
        found += [ballot] if ballot else []
    if found:
        yield tuple(found)


def _matched(
    votes: Iterable[Vote], tables: list[tuple[Ballot, ...]]
) -> Iterator[tuple[Vote, tuple[Ballot, ...]]]:
    """Each vote with the first table that has the same result; taken tables leave the list.

    A closed vote tells numbers only (KL 5:54): names that the text has stay in the text.
    """
    for vote in votes:
        result = (vote.yes, vote.no, vote.abstain)
        table = next((t for t in tables if count(t)[:3] == result), ())
        if table and not vote.ballots:
            tables.remove(table)
        yield vote, () if vote.closed else vote.ballots or table


def with_tables(votes: Iterable[Vote], blocks: Iterable[Block]) -> tuple[Vote, ...]:
    """The votes, with the ballots of the first table that has the same result."""
    found = _matched(votes, list(ballot_tables(blocks)))
    return tuple(replace(vote, ballots=ballots) for vote, ballots in found)


def rows_without_vote(votes: Iterable[Vote], blocks: Sequence[Block]) -> Iterator[Block]:
    """The rows of tables whose result is that of no vote: their ballots are not in `votes`."""
    entered = {ballot.person for vote in votes for ballot in vote.ballots}
    for table in ballot_tables(blocks):
        if not {ballot.person for ballot in table} <= entered:
            yield from (b for b in blocks if b.cells and _voter_in(b, table))


def _voter_in(block: Block, table: Iterable[Ballot]) -> bool:
    voter = _voter(_MARK.sub("", block.text).strip())
    return voter in {ballot.person for ballot in table}
