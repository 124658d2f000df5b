"""What is decided when the chair's findings are as they are: the decision to offer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from minutes.domain.decisions import (
    POSTPONED,
    Decision,
    DecisionKind,
    DecisionPoint,
    Postponement,
)
from minutes.domain.persons import CHAIR, Person
from minutes.domain.procedure import procedure_of, winners
from minutes.domain.proposals import Proposal, ProposalKind, standing
from minutes.domain.questions import BASE, Option, option_for
from minutes.domain.record import Item

_REFUSED = "avslå det liggande förslaget."


def _sentence(words: str) -> str:
    """As a point of a decision is written: without its opening "att", ended by a stop."""
    plain = words.strip().removeprefix("Att ").removeprefix("att ").rstrip(". ")
    return f"{plain}."


def _moved(option: Option, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proposals behind an option, those in the first place first."""
    own = [p for p in standing(proposals) if p.supports is None and option_for(p) == option]
    return iter(sorted(own, key=lambda p: p.rank))


def _postponed(option: Option, item: Item) -> str:
    text = next((p.text.strip() for p in _moved(option, item.proposals)), "")
    return _sentence(f"{POSTPONED[Postponement(option.kind)]} {text}")


def _of_main(option: Option, item: Item, base_points: Sequence[str]) -> list[str]:
    if option == BASE:
        return list(base_points)
    own = list(_moved(option, item.proposals))
    if own and all(p.kind is ProposalKind.REJECT for p in own):
        return [_REFUSED]
    return [_sentence(p.text) for p in own if p.text.strip()][:1]


def _of_additions(options: Iterable[Option], item: Item) -> Iterator[str]:
    """The words of each addition that carried; one mover may have put several."""
    left: dict[Option, Iterator[Proposal]] = {}
    for option in options:
        moved = left.setdefault(option, _moved(option, item.proposals))
        text = next((p.text for p in moved if p.text.strip()), "")
        if text:
            yield _sentence(text)


def _points(item: Item, base_points: Sequence[str]) -> list[str]:
    course = procedure_of(item)
    if course.postponed is not None:
        return [_postponed(course.postponed, item)]
    if course.decided is None and course.offered:
        return []
    main = _of_main(course.decided, item, base_points) if course.decided else []
    return [*main, *_of_additions(course.additions, item)]


def offered_decision(item: Item, base_points: Sequence[str]) -> Decision | None:
    """The decision that the findings of a § amount to, to be offered; None while it is open.

    `base_points` are the points of the base proposal as they were before the meeting. What carried
    gives the words: the base its points, another main proposal its own, each addition a further
    point; an item that is referred back or tabled has that point alone. It goes where the § says
    that it goes, else it is the body's own.
    """
    points = tuple(DecisionPoint(text) for text in _points(item, base_points))
    if not points:
        return None
    if item.decision is not None and procedure_of(item).postponed is None:
        return Decision(item.decision.kind, points, item.decision.to)
    return Decision(DecisionKind.DECISION, points)


def losers(item: Item) -> tuple[Person, ...]:
    """Those who moved what fell and have not reserved themselves, in the order of the proposals."""
    won = winners(item)
    fallen = {option for question in item.questions for option in question.options} - set(won)
    own = [p for p in standing(item.proposals) if p.is_own or p.kind is ProposalKind.REJECT]
    movers = [who for put in own if option_for(put) in fallen for who in put.by[:1]]
    reserved = {one.person for one in item.reservations}
    return tuple(dict.fromkeys(p for p in movers if p != CHAIR and p not in reserved))
