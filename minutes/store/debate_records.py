"""Rows become proposals, questions and votes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from minutes.domain.persons import Person as Named
from minutes.domain.proposals import Proposal as ProposalRecord
from minutes.domain.questions import Option
from minutes.domain.questions import Question as QuestionRecord
from minutes.domain.voting import Ballot as BallotRecord
from minutes.domain.voting import Vote as VoteRecord
from minutes.store import tables as t
from minutes.store.rows import Grouped, grouped, ids


def vote_of(row: t.Vote, ballots: Sequence[t.Ballot], question: int | None = None) -> VoteRecord:
    """A vote with its ballots; `question` is the index of the question that it settles."""
    casting = Named(row.casting_name, row.casting_party) if row.casting_name else None
    return VoteRecord(
        row.yes,
        row.no,
        row.abstain,
        row.absent,
        tuple(BallotRecord(b.name, b.party, b.choice) for b in ballots),
        question=question,
        preliminary=row.preliminary,
        yes_means=row.yes_means,
        no_means=row.no_means,
        casting_vote=casting,
        lot=row.lot,
        closed=row.closed,
        carried=row.carried,
    )


@dataclass(frozen=True, slots=True)
class Debate:
    """The debates of several items, by item."""

    put: Grouped[t.Proposal]
    movers: Grouped[t.ProposalMover]
    asked: Grouped[t.Question]
    options: Grouped[t.QuestionOption]
    held: Grouped[t.Vote]
    ballots: Grouped[t.Ballot]

    def proposals(self, item: int) -> tuple[ProposalRecord, ...]:
        """The proposals of an item."""
        return tuple(
            ProposalRecord(
                tuple(Named(m.name, m.party) for m in self.movers[row.id]),
                row.kind,
                row.rank,
                row.supports_name,
                row.against_name,
                row.text,
                row.withdrawn_at is not None,
            )
            for row in self.put[item]
        )

    def questions(self, item: int) -> tuple[QuestionRecord, ...]:
        """The questions of an item."""
        return tuple(
            QuestionRecord(
                row.kind,
                tuple(Option(o.by_name, o.kind) for o in self.options[row.id]),
                row.carried,
            )
            for row in self.asked[item]
        )

    def votes(self, item: int) -> tuple[VoteRecord, ...]:
        """The votes of an item."""
        places = {row.id: place for place, row in enumerate(self.asked[item])}
        return tuple(
            vote_of(row, self.ballots[row.id], places.get(row.question_id or 0))
            for row in self.held[item]
        )


def debate_of(session: Session, items: Sequence[int], *, by_name: bool = True) -> Debate:
    """The debates of those items; votes by their totals only where nobody asks `by_name`."""
    put = grouped(session, t.Proposal, "item_id", items)
    asked = grouped(session, t.Question, "item_id", items)
    held = grouped(session, t.Vote, "item_id", items)
    return Debate(
        put,
        grouped(session, t.ProposalMover, "proposal_id", ids(put)),
        asked,
        grouped(session, t.QuestionOption, "question_id", ids(asked)),
        held,
        grouped(session, t.Ballot, "vote_id", ids(held) if by_name else ()),
    )
