"""The debate of an invented §: proposals, questions and votes from their description."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from minutes.demonstration.region import Misdescribed, Region
from minutes.domain.persons import Person
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.voting import Ballot, BallotChoice, Vote, count


def read_proposals(raw: dict[str, Any], where: Region) -> tuple[Proposal, ...]:
    """The proposals, in the order in which they were put."""
    return tuple(
        Proposal(
            where.people(p["by"]),
            ProposalKind(p["kind"]),
            p.get("rank", 1),
            p.get("supports"),
            p.get("against"),
            p.get("text", ""),
            p.get("withdrawn", False),
        )
        for p in raw.get("proposals", [])
    )


def _option(text: str) -> Option:
    """As "base", "Eva Ek" or "Eva Ek/add"."""
    if text == "base":
        return BASE
    name, _, kind = text.partition("/")
    return Option(name, OptionKind(kind or "proposal"))


def read_questions(raw: dict[str, Any]) -> tuple[Question, ...]:
    """The chair's questions with their findings."""
    return tuple(
        Question(QuestionKind(q["kind"]), tuple(map(_option, q["options"])), q.get("carried"))
        for q in raw.get("questions", [])
    )


def _ballots(raw: dict[str, Any], seated: list[Person], number: int) -> Iterator[Ballot]:
    """Ballots by party ("S V") or by name; each of those seated stands once."""
    left = dict.fromkeys(seated)
    for choice in BallotChoice:
        names, parties = raw.get(f"{choice}_names", []), raw.get(choice, "").split()
        for person in list(left):
            if person.name in names or (person.party in parties and not _named(raw, person)):
                del left[person]
                yield Ballot(person.name or "", person.party, choice)
    if left:
        missing = ", ".join(p.name or "" for p in left)
        raise Misdescribed(f"§ {number}: without a ballot: {missing}")


def _named(raw: dict[str, Any], person: Person) -> bool:
    return any(person.name in raw.get(f"{c}_names", []) for c in BallotChoice)


def read_vote(raw: dict[str, Any], seated: list[Person], number: int, where: Region) -> Vote:
    """A vote; its totals are the sum of its ballots, unless it was closed."""
    closed = raw.get("closed", False)
    ballots = () if closed else tuple(_ballots(raw, seated, number))
    yes, no, abstain, absent = raw["totals"] if closed else count(ballots)
    return Vote(
        yes,
        no,
        abstain,
        absent,
        ballots=ballots,
        question=raw.get("question"),
        preliminary=raw.get("preliminary", False),
        yes_means=raw.get("yes_means", ""),
        no_means=raw.get("no_means", ""),
        casting_vote=where.person(raw["casting_vote"]) if "casting_vote" in raw else None,
        lot=raw.get("lot", False),
        closed=closed,
        carried=raw["carried"],
    )
