"""The main questions one after the other: which proposals have fallen, and which won last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from minutes.domain import proposals as moved
from minutes.domain.proposals import Proposal, ProposalKind, standing
from minutes.domain.questions import (
    BASE,
    FORMAL,
    Option,
    OptionKind,
    Question,
    QuestionKind,
    option_for,
    putting_order,
)


def is_main(question: Question) -> bool:
    """Whether a question is about the matter itself, and not an addition to it."""
    return not any(o.kind in FORMAL or o.kind is OptionKind.ADD for o in question.options)


def without(proposals: Iterable[Proposal], fallen: Iterable[Option]) -> list[Proposal]:
    """The proposals but for those that have fallen, of each mover the first place first.

    Those who refuse the base proposal are put as one, and fall together.
    """
    left = list(standing(proposals))
    for option in fallen:
        own = [p for p in left if _is_main(p) and option_for(p) == option]
        gone = next(iter(sorted(own, key=lambda p: p.rank)), None)
        if gone is not None and gone.kind is ProposalKind.REJECT:
            left = [p for p in left if p.kind is not ProposalKind.REJECT]
        elif gone is not None:
            left.remove(gone)
    return left


def _is_main(proposal: Proposal) -> bool:
    """Whether a proposal is put as a main one."""
    elsewhere = {*moved.FORMAL, ProposalKind.ADD, ProposalKind.APPROVE}
    return proposal.supports is None and proposal.kind not in elsewhere


def _competing(
    proposals: Sequence[Proposal], fallen: Sequence[Option], *, base: bool
) -> list[Option]:
    asked = putting_order(without(proposals, fallen), has_base=base and BASE not in fallen)
    return [option for q in asked if is_main(q) for option in q.options]


def _others(options: Iterable[Option], won: Option | None) -> list[Option]:
    """Those that lost; two proposals of one mover are told alike, and one of them may win."""
    left = list(options)
    if won in left:
        left.remove(won)
    return left


@dataclass(slots=True)
class Course:
    """How far the main questions have come.

    `each` is the last one if it put each proposal in turn: the others have then fallen, but one of
    them may meet the main proposal in a vote; `out` are those that may not any more.
    """

    fallen: list[Option] = field(default_factory=list)
    won: Option | None = None
    each: Question | None = None
    out: list[Option] = field(default_factory=list)

    def put(self, question: Question, won: Option | None, competing: Sequence[Option]) -> None:
        """Go on with one question; `competing` are the main proposals before it."""
        if question.kind is QuestionKind.AGAINST and self.each is not None:
            self._vote(question, won)
            return
        self.each = question if question.kind is QuestionKind.EACH else None
        alone = question.kind is QuestionKind.SINGLE and won is not None
        self.fallen += _others(competing if alone else question.options, won)
        self.won = won

    def _vote(self, question: Question, won: Option | None) -> None:
        """The main proposal meets its counter-proposal, or two others meet to become that."""
        lost = _others(question.options, won)
        if self.won not in question.options or won is None:
            self.out += lost
            return
        self.fallen += [option for option in lost if option not in self.fallen]
        if won in self.fallen:
            self.fallen.remove(won)
        self.won, self.each = won, None


def course_of(
    proposals: Sequence[Proposal],
    asked: Iterable[tuple[Question, Option | None]],
    *,
    has_base: bool = True,
) -> Course:
    """How far the main questions have come; `asked` are all questions, each with what won."""
    course = Course()
    for question, won in asked:
        if is_main(question):
            course.put(question, won, _competing(proposals, course.fallen, base=has_base))
    return course
