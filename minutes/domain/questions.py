"""The order of questions: what the chair puts, and what the chair finds (KL 5:53, 6:33)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from minutes.domain import proposals as moved
from minutes.domain.errors import RuleBroken
from minutes.domain.proposals import Proposal, ProposalKind, standing


class QuestionKind(StrEnum):
    """One proposal alone, two against each other, or several each in turn."""

    SINGLE = "single"
    AGAINST = "against"
    EACH = "each"


class OptionKind(StrEnum):
    """What is put: the base proposal, a member's proposal, or one of a special sort."""

    BASE = "base"
    PROPOSAL = "proposal"
    ADD = "add"
    AMEND = "amend"
    REFER_BACK = "refer_back"
    TABLE = "table"


FORMAL = frozenset({OptionKind.REFER_BACK, OptionKind.TABLE})
"""Options about the handling of the item."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to say yes to; `by` is the mover's name, None for the base proposal."""

    by: str | None
    kind: OptionKind


BASE = Option(None, OptionKind.BASE)


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the chair; `carried` is the index of the option that carried, or None."""

    kind: QuestionKind
    options: tuple[Option, ...]
    carried: int | None = None


_OPTION_OF = {
    ProposalKind.ADD: OptionKind.ADD,
    ProposalKind.REFER_BACK: OptionKind.REFER_BACK,
    ProposalKind.TABLE: OptionKind.TABLE,
}


def option_for(proposal: Proposal) -> Option:
    """The option that the chair puts for a proposal."""
    return Option(proposal.mover, _OPTION_OF.get(proposal.kind, OptionKind.PROPOSAL))


def _main_options(proposals: Iterable[Proposal], *, has_base: bool) -> list[Option]:
    """The competing main proposals; saying no to the base competes with it only by itself."""
    own = [
        option_for(p)
        for p in proposals
        if p.kind in {ProposalKind.AMEND, ProposalKind.COUNTER, ProposalKind.OTHER} and p.is_own
    ]
    if not has_base:
        return own
    refusals = [
        option_for(p) for p in proposals if p.kind is ProposalKind.REJECT and p.against is None
    ]
    return [BASE, *own, *refusals[:1]]


def _waits(proposal: Proposal, others: Iterable[Proposal]) -> bool:
    """Whether its movers have a first choice among the main proposals that has not fallen."""
    return proposal.rank > 1 and any(
        p.by == proposal.by and p.rank == 1 and p.kind not in moved.FORMAL for p in others
    )


def _main_question(options: Sequence[Option]) -> tuple[Question, ...]:
    if not options:
        return ()
    kinds = {1: QuestionKind.SINGLE, 2: QuestionKind.AGAINST}
    return (Question(kinds.get(len(options), QuestionKind.EACH), tuple(options)),)


def putting_order(proposals: Iterable[Proposal], *, has_base: bool = True) -> tuple[Question, ...]:
    """The order to offer the chair, who may change it.

    Practice: the formal proposals first and one at a time, then the main ones against each
    other, last each addition for itself. Proposals in the second place wait until the first
    has fallen: ask again without it. The questions come without a finding.
    """
    live = [p for p in standing(proposals) if p.supports is None]
    formal = sorted((p for p in live if p.kind in moved.FORMAL), key=lambda p: p.rank)
    matter = [p for p in live if p.kind not in moved.FORMAL and not _waits(p, live)]
    additions = [p for p in matter if p.kind is ProposalKind.ADD]

    def single(proposal: Proposal) -> Question:
        return Question(QuestionKind.SINGLE, (option_for(proposal),))

    return (
        *map(single, formal),
        *_main_question(_main_options(matter, has_base=has_base)),
        *map(single, additions),
    )


def preliminary_rounds(options: int) -> int:
    """How many preliminary votes choose the counter-proposal among `options` main proposals.

    One stands as main proposal; the others meet in pairs until one is left: n - 2 rounds.
    """
    return max(0, options - 2)


def next_preliminary(remaining: Sequence[Option]) -> Question | None:
    """The next pair to choose a counter-proposal from, or None when one is left.

    `remaining` are the proposals besides the main one, winners of earlier rounds first.
    """
    if len(remaining) < 2:
        return None
    return Question(QuestionKind.AGAINST, (remaining[0], remaining[1]))


def require_finding(question: Question) -> None:
    """Raise RuleBroken where the finding cannot answer the question."""
    if question.carried is None:
        if question.kind is not QuestionKind.SINGLE:
            raise RuleBroken(
                "Ange vilket förslag som vann. Bara ett förslag som ställs ensamt kan falla."
            )
    elif not 0 <= question.carried < len(question.options):
        raise RuleBroken("Beslutet svarar mot ett förslag som inte ställdes. Välj ett av dem.")
