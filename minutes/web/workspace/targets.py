"""What a vote is on: a question of the chair, or which of two becomes the counter-proposal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutes.domain import record
from minutes.domain.balloting import finding_of, require_question, sides
from minutes.domain.errors import RuleBroken
from minutes.domain.procedure import procedure_of
from minutes.domain.questions import Question as Asked
from minutes.domain.questions import QuestionKind
from minutes.domain.voting import Vote as Counted
from minutes.domain.wording.votes import meanings
from minutes.store.tables import Question
from minutes.web.workspace.entries import entries_at, entry
from minutes.web.workspace.place import Place

COUNTER = "motforslag"
"""The vote on which proposal meets the main one."""


@dataclass(frozen=True, slots=True)
class Target:
    """A question with its row and its place; without them it is a pair for a preliminary vote."""

    code: str
    asked: Asked | None
    row: Question | None = None
    place: int | None = None

    @property
    def is_pair(self) -> bool:
        """Whether two meet to become the counter-proposal."""
        return self.code == COUNTER

    def means(self, votes: Sequence[Counted] = ()) -> tuple[str, str]:
        """What yes and no mean; nothing where it is not two that meet."""
        if self.asked is None or (self.asked.kind is QuestionKind.EACH and self._several):
            return "", ""
        yes, no = sides(self.asked, [v for v in votes if v.question == self.place])
        return meanings(yes, no, preliminary=self.is_pair)

    @property
    def _several(self) -> bool:
        return self.asked is not None and len(self.asked.options) > 2

    def settles(self, held: Counted) -> bool:
        """Whether a vote settles the question, and not only what it is to be about."""
        return self.asked is not None and not self.is_pair and not held.preliminary

    def found(self, held: Counted, before: Sequence[Counted]) -> Asked:
        """The question with what a vote on it came to."""
        assert self.asked is not None
        earlier = [v for v in before if v.question == self.place]
        return replace(self.asked, carried=finding_of(self.asked, held, earlier))


def targets(here: Place, told: record.Item) -> list[Target]:
    """Everything that can be voted on in the §, the latest first."""
    rows = entries_at(Question, here)
    found = [Target(str(row.id), told.questions[n], row, n) for n, row in enumerate(rows)]
    pair = procedure_of(told).preliminary
    return [*([Target(COUNTER, pair)] if pair else []), *reversed(found)]


def target_at(here: Place, code: str, told: record.Item) -> Target:
    """What a form names. Raises NotFound, and RuleBroken where it is not on what is asked."""
    if code == COUNTER:
        pair = procedure_of(told).preliminary
        if pair is None:
            raise RuleBroken("Det finns inget motförslag att rösta om. Ställ frågan först.")
        return Target(COUNTER, pair)
    if not code:
        require_question(None, told.questions)
        return Target("", None)
    row = entry(Question, here, int(code) if code.isdecimal() else 0)
    place = list(entries_at(Question, here)).index(row)
    return Target(code, told.questions[place], row, place)
