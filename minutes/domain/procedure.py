"""How far the decision procedure of a § has come: what is decided, and what is left to put."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from minutes.domain.auditing.winners import named_in, winner
from minutes.domain.errors import Outdated, RuleBroken
from minutes.domain.main_questions import Course, course_of, is_main, without
from minutes.domain.proposals import Proposal, ProposalKind, standing
from minutes.domain.questions import (
    BASE,
    FORMAL,
    Option,
    OptionKind,
    Question,
    QuestionKind,
    next_preliminary,
    option_for,
    preliminary_rounds,
    putting_order,
)
from minutes.domain.record import Item
from minutes.domain.voting import Vote


@dataclass(frozen=True, slots=True)
class DecisionProcedure:
    """How far it has come.

    `offered` is the order to offer the chair now. `postponed` is the formal option that carried,
    `decided` the main one, `additions` those that carried. Where several main proposals were put
    each in turn and a vote is requested, `counters` are the questions of the main vote, one for
    each counter-proposal that there can be, and `preliminary` is the pair of the next preliminary
    vote, of which `rounds` are left.
    """

    offered: tuple[Question, ...] = ()
    postponed: Option | None = None
    decided: Option | None = None
    additions: tuple[Option, ...] = ()
    counters: tuple[Question, ...] = ()
    preliminary: Question | None = None
    rounds: int = 0


def _unput(offered: Iterable[Question], asked: Iterable[Question]) -> list[Question]:
    """The single questions that have not been put; each that has takes one away."""
    put = [q.options for q in asked if q.kind is QuestionKind.SINGLE]
    left = []
    for question in offered:
        if question.options in put:
            put.remove(question.options)
        else:
            left.append(question)
    return left


def is_refusal(option: Option | None, proposals: Iterable[Proposal]) -> bool:
    """Whether an option is somebody's no to the base proposal."""
    own = [p for p in standing(proposals) if p.supports is None and option_for(p) == option]
    return bool(own) and all(p.kind is ProposalKind.REJECT for p in own)


def _additions(order: Sequence[Question], decided: Option | None, item: Item) -> list[Question]:
    """The additions that are left; to a no there is nothing to add."""
    if is_refusal(decided, item.proposals):
        return []
    added = [q for q in order if q.options[0].kind is OptionKind.ADD]
    return _unput(added, item.questions)


def _left(
    item: Item, course: Course, *, has_base: bool
) -> tuple[tuple[Question, ...], Option | None]:
    """What is left to put, and the main option that is decided."""
    standing_now = without(item.proposals, course.fallen)
    order = putting_order(standing_now, has_base=has_base and BASE not in course.fallen)
    main = [q for q in order if is_main(q) and q.options != (course.won,)]
    decided = None if main else course.won
    formal = [q for q in order if q.options[0].kind in FORMAL]
    asked = (*_unput(formal, item.questions), *main, *_additions(order, decided, item))
    return asked, decided


def _counters(item: Item, course: Course) -> list[Option]:
    """Those that may still become the counter-proposal, winners of earlier rounds first."""
    if course.each is None:
        return []
    held = [v for v in item.votes if v.preliminary and v.question is None]
    gone = [*course.out, *(o for vote in held for o in _meant(course.each, vote, won=False))]
    kept = [o for o in course.each.options if o != course.won and o not in gone]
    met = [o for vote in held for o in _meant(course.each, vote, won=True)]
    return sorted(kept, key=lambda option: option not in met)


def _meant(question: Question, vote: Vote, *, won: bool) -> list[Option]:
    """Which options a vote's words name on the side that won, or on the one that lost."""
    return named_in(question, vote.yes_means if vote.carried is won else vote.no_means)


def _carried(won: Iterable[Option | None], kinds: Collection[OptionKind]) -> tuple[Option, ...]:
    return tuple(option for option in won if option is not None and option.kind in kinds)


def winners(item: Item) -> list[Option | None]:
    """What won each question: as was voted where it was, else as was found."""
    settling = [v for v in item.votes if not v.preliminary]
    return [
        winner(question, [v for v in settling if v.question == place])
        for place, question in enumerate(item.questions)
    ]


def procedure_of(item: Item, *, has_base: bool = True) -> DecisionProcedure:
    """How far the procedure of a § has come, by its proposals, questions and votes."""
    won = winners(item)
    postponed = _carried(won, FORMAL)
    if postponed:
        return DecisionProcedure(postponed=postponed[-1])
    asked = zip(item.questions, won, strict=True)
    course = course_of(item.proposals, asked, has_base=has_base)
    offered, decided = _left(item, course, has_base=has_base)
    counters, main = _counters(item, course), course.won
    return DecisionProcedure(
        offered=offered,
        decided=decided,
        additions=_carried(won, {OptionKind.ADD}),
        counters=tuple(Question(QuestionKind.AGAINST, (main, o)) for o in counters if main),
        preliminary=next_preliminary(counters),
        rounds=preliminary_rounds(len(counters) + 1),
    )


def options_of(proposals: Iterable[Proposal]) -> tuple[Option, ...]:
    """Everything that can be put: the base proposal, and what somebody has moved."""
    own = (p for p in standing(proposals) if p.supports is None and p.against is None)
    moved = (option_for(p) for p in own if p.kind is not ProposalKind.APPROVE)
    return tuple(dict.fromkeys([BASE, *moved]))


def require_moved(question: Question, proposals: Iterable[Proposal]) -> None:
    """Raise RuleBroken where nothing is put, or something that nobody has moved."""
    if not question.options:
        raise RuleBroken("Välj vad som ställs under proposition.")
    known = options_of(proposals)
    for option in question.options:
        if option not in known:
            raise RuleBroken(
                "{name} har inget sådant förslag i den här paragrafen. För in det förslaget först.",
                name=option.by or "",
            )


def is_put_already(question: Question, asked: Sequence[Question], stood: int | None) -> bool:
    """Whether a press that was offered when `stood` questions had been put is carried out.

    By a double click, or in another window. Raises Outdated where something else was put since.
    """
    if stood is None or len(asked) == stood:
        return False
    if question in asked[stood:]:
        return True
    raise Outdated("En annan fråga har ställts sedan du öppnade det här. Se efter vad som är kvar.")


def require_offered(question: Question, item: Item) -> None:
    """Raise Outdated where a press is for what the rules no longer offer: more has been moved."""
    course = procedure_of(item)
    if question.options not in {one.options for one in (*course.offered, *course.counters)}:
        raise Outdated(
            "Yrkandena har ändrats sedan frågan erbjöds. Se efter vad som nu ställs under "
            "proposition."
        )


def postponed_anew(before: Item, after: Item) -> tuple[bool, bool] | None:
    """Whether the item goes back, and whether it waits, where the chair now finds otherwise.

    None where nothing new is found: what was marked without a question stands.
    """
    found = [procedure_of(one).postponed for one in (before, after)]
    was, now = (one.kind if one else None for one in found)
    if was is now:
        return None
    return now is OptionKind.REFER_BACK, now is OptionKind.TABLE
