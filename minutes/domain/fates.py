"""What became of a proposal, as the chair's questions and the votes tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from minutes.domain import proposals as moved
from minutes.domain.decisions import Outcome
from minutes.domain.main_questions import is_main
from minutes.domain.proposals import Proposal, ProposalKind, standing
from minutes.domain.questions import (
    BASE,
    Option,
    OptionKind,
    Question,
    QuestionKind,
    option_for,
)
from minutes.domain.register import Against, against
from minutes.domain.voting import Vote


class Fate(StrEnum):
    """What became of a proposal.

    It carried, lost when it was put, fell without being put because something else carried, or the
    minutes do not tell.
    """

    APPROVED = "approved"
    REJECTED = "rejected"
    FELL = "fell"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Fated:
    """What became of a proposal, and the vote that settled it where there was one."""

    fate: Fate
    votes: Against | None = None


_UNTOLD, _FELL = Fated(Fate.UNTOLD), Fated(Fate.FELL)
_OPPOSITE = {Fate.APPROVED: Fate.REJECTED, Fate.REJECTED: Fate.APPROVED}
_PUT_OFF = {
    Outcome.REFERRED_BACK: ProposalKind.REFER_BACK,
    Outcome.TABLED: ProposalKind.TABLE,
}
_MAIN = frozenset({OptionKind.PROPOSAL, OptionKind.AMEND})


@dataclass(frozen=True, slots=True)
class Debated:
    """What was proposed, put and voted on in a §, and how it ended."""

    proposals: Sequence[Proposal]
    questions: Sequence[Question]
    votes: Sequence[Vote]
    outcome: Outcome

    def fate_of(self, proposal: Proposal) -> Fated:
        """What became of one of the proposals that stand."""
        own = self._put(proposal)
        if own is not None:
            return own
        if proposal.supports is not None:
            return self._of_mover(proposal.supports, proposal.kind)
        if proposal.against is not None:
            return _opposite(self._of_mover(proposal.against))
        if proposal.kind is ProposalKind.APPROVE:
            return self._base()
        if proposal.kind is ProposalKind.REJECT:
            return self._refusal()
        return self._not_put(proposal)

    def _put(self, proposal: Proposal) -> Fated | None:
        """What became of it by a question of its own, None where it was not put.

        Minutes call a proposal by its mover: of several that are called alike, each is known where
        each was put by itself, or where all of them lost.
        """
        alike = [
            p for p in standing(self.proposals) if p.is_own and _called(p) == _called(proposal)
        ]
        asked = [n for n, q in enumerate(self.questions) if _option(proposal, q) is not None]
        if not asked or (alike and not proposal.is_own):
            return None
        if len(alike) < 2:
            return self._by(asked[-1], proposal)
        alone = all(self.questions[n].kind is QuestionKind.SINGLE for n in asked)
        if alone and len(asked) == len(alike) and proposal in alike:
            return self._by(asked[alike.index(proposal)], proposal)
        lost = all(self._by(n, proposal).fate is Fate.REJECTED for n in asked)
        return self._by(asked[-1], proposal) if lost else _UNTOLD

    def _by(self, place: int, proposal: Proposal) -> Fated:
        return self._settled(place, _option(proposal, self.questions[place]))

    def _settled(self, place: int, option: Option | None) -> Fated:
        """Whether the option carried in that question."""
        carried = self.questions[place].carried
        won = carried is not None and self.questions[place].options[carried] == option
        return Fated(Fate.APPROVED if won else Fate.REJECTED, self._votes(place))

    def _votes(self, place: int) -> Against | None:
        """The vote that settled a question; the only one where minutes do not say on what."""
        only = len(self.questions) == 1
        held = [v for v in self.votes if v.question == place or (only and v.question is None)]
        found = against(held)
        return found[-1] if found else None

    def _of_mover(self, name: str, kind: ProposalKind | None = None) -> Fated:
        """What became of what somebody moved: of that kind where they did, else of all."""
        moved_by = [p for p in standing(self.proposals) if p.mover == name]
        theirs = [p for p in moved_by if p.supports is None and p.against is None]
        same = [p for p in theirs if p.kind is kind]
        found = {self.fate_of(p) for p in same or theirs}
        return found.pop() if len(found) == 1 else _UNTOLD

    def _base(self) -> Fated:
        """What became of the base proposal."""
        asked = [n for n, q in enumerate(self.questions) if BASE in q.options]
        if asked:
            return self._settled(asked[-1], BASE)
        if self._was_put_off():
            return _FELL
        main = [n for n, q in enumerate(self.questions) if is_main(q)]
        if main:
            lost = self.questions[main[-1]].carried is None
            return Fated(Fate.APPROVED if lost else Fate.REJECTED, self._votes(main[-1]))
        return _UNTOLD if self._is_disputed() else Fated(Fate.APPROVED)

    def _refusal(self) -> Fated:
        """What became of saying no to the base proposal: those who do are put as one."""
        for other in standing(self.proposals):
            found = self._put(other) if _refuses(other) else None
            if found is not None:
                return found
        return _opposite(self._base())

    def _not_put(self, proposal: Proposal) -> Fated:
        if proposal.kind is _PUT_OFF.get(self.outcome):
            return Fated(Fate.APPROVED)
        settled = any(is_main(q) for q in self.questions)
        return _FELL if settled or self._was_put_off() else _UNTOLD

    def _was_put_off(self) -> bool:
        """Whether the item was referred back or tabled, so that nothing else was put."""
        return self.outcome in _PUT_OFF

    def _is_disputed(self) -> bool:
        """Whether something else than the base proposal may have carried, or nothing."""
        harmless = {ProposalKind.APPROVE, ProposalKind.ADD, *moved.FORMAL}
        others = any(p.kind not in harmless for p in standing(self.proposals))
        return others or self.outcome is Outcome.NONE


def _opposite(of: Fated) -> Fated:
    return replace(of, fate=_OPPOSITE.get(of.fate, of.fate))


def _refuses(proposal: Proposal) -> bool:
    return proposal.kind is ProposalKind.REJECT and proposal.against is None


def _called(proposal: Proposal) -> tuple[str | None, frozenset[OptionKind]]:
    """By what minutes know it in a question; an amendment is put under either name."""
    kind = option_for(proposal).kind
    return proposal.mover, _MAIN if kind in _MAIN else frozenset({kind})


def _option(proposal: Proposal, question: Question) -> Option | None:
    """The option of a question that is this proposal."""
    if proposal.supports is not None or proposal.against is not None:
        return None
    mover, kinds = _called(proposal)
    return next((o for o in question.options if o.by == mover and o.kind in kinds), None)
