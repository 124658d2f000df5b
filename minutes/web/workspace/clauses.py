"""What a form of the screen says of a motion and of each of its clauses."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from wtforms import FieldList, Form, HiddenField, StringField

from minutes.domain.motions import MOST_CLAUSES, ClauseOutcome, MotionAnswer
from minutes.web.languages import marked
from minutes.web.workspace.fields import KindField, line


class Ended(StrEnum):
    """How a motion or one of its clauses ended, or that it is not told there."""

    NOT_HERE = ""
    APPROVED = "approved"
    REJECTED = "rejected"
    ANSWERED = "answered"

    @property
    def outcome(self) -> ClauseOutcome | None:
        """The outcome that it tells."""
        return ClauseOutcome(self.value) if self.value else None


_WHOLE = {
    Ended.NOT_HERE: marked("Var att-sats för sig"),
    Ended.APPROVED: marked("Hela motionen bifalls"),
    Ended.REJECTED: marked("Hela motionen avslås"),
    Ended.ANSWERED: marked("Hela motionen anses besvarad"),
}
_EACH = {
    Ended.NOT_HERE: "–",
    Ended.APPROVED: marked("Bifallen"),
    Ended.REJECTED: marked("Avslagen"),
    Ended.ANSWERED: marked("Besvarad"),
}


class MotionForm(Form):
    """Which motion is answered, and how; `seen` is the answer that the form was made from."""

    number = StringField(filters=[line])
    whole = KindField(Ended, _WHOLE)
    each: FieldList[Any] = FieldList(KindField(Ended, _EACH), max_entries=MOST_CLAUSES)
    seen = HiddenField()

    @property
    def answer_seen(self) -> MotionAnswer:
        """The answer that the writer saw; without outcomes where there was none."""
        told, _sep, number = (self.seen.data or "").partition("|")
        known = {one.value: one for one in ClauseOutcome}
        return MotionAnswer(number or None, tuple(known[c] for c in told.split() if c in known))

    @property
    def told(self) -> tuple[ClauseOutcome | None, ...]:
        """The outcome of each row; of none where they stand as before and the whole is told."""
        rows = tuple(row.data.outcome for row in self.each)
        as_seen = self.whole.data and tuple(one for one in rows if one) == self.answer_seen.claims
        return () if as_seen else rows
