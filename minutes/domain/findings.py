"""What an audit of the minutes finds: a gap that the law does not allow, or a hint."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from minutes.domain.attendance import Attendance, Substitute
from minutes.domain.bodies import BodyKind
from minutes.domain.errors import Phrase


class Weight(StrEnum):
    """A gap is against the law and stops the adjustment, a hint is to be thought of."""

    GAP = "gap"
    HINT = "hint"


class Place(StrEnum):
    """The part of a §, or of the meeting, in which it is mended."""

    ATTENDANCE = "attendance"
    PROPOSALS = "proposals"
    QUESTIONS = "questions"
    VOTES = "votes"
    DECISION = "decision"
    MOTION = "motion"
    RESERVATIONS = "reservations"
    NOTES = "notes"
    DISQUALIFICATION = "disqualification"
    ASSIGNMENTS = "assignments"
    RECIPIENTS = "recipients"
    ADJUSTERS = "adjusters"
    TEXT = "text"
    FRONT = "front"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found; `rule` names the rule, `item_number` the § (None: the whole meeting).

    `sentence` is a template, so that it can be translated, `values` what stands in it.
    """

    weight: Weight
    rule: str
    sentence: str
    place: Place
    item_number: int | None = None
    values: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def words(self) -> Phrase:
        """What is wrong and how to mend it, to be told in any language."""
        return Phrase(self.sentence, **self.values)

    @property
    def text(self) -> str:
        """What is wrong and how to mend it, in Swedish."""
        return self.words.told()


@dataclass(frozen=True, slots=True)
class Context:
    """What an audit must know beside the record.

    `seats` None, no `substitutes` and a § that is missing in `base_points` mean that it is not
    known, and what hangs on it is not asked. The §§ go by number: `elections` are those about an
    election or an employment, `minority_requests` those where a minority wants the item tabled or
    referred back, `public_authority` those that exercise it against somebody. `open_items` are the
    titles of what is not closed yet, `number_before` the body's last number of the year.
    """

    kind: BodyKind
    seats: int | None = None
    superior: str | None = None
    director: str = "Regiondirektören"
    attendance: tuple[Attendance, ...] = ()
    substitutes: tuple[Substitute, ...] = ()
    party_order: Sequence[str] = ()
    base_points: Mapping[int, Sequence[str]] = field(default_factory=dict)
    elections: Collection[int] = ()
    minority_requests: Collection[int] = ()
    public_authority: Collection[int] = ()
    open_items: Sequence[str] = ()
    number_before: int | None = None
