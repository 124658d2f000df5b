"""Appeals, and when a § gains legal force (KL 13:1-15)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from minutes.domain.decisions import Decision, DecisionKind, Outcome
from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.notices import Notice
from minutes.domain.texts import require_line, require_readable

LONGEST_LINE = 200


class AppealOutcome(StrEnum):
    """What a court made of an appeal."""

    DISMISSED = "dismissed"
    ANNULLED = "annulled"
    NOT_TRIED = "not_tried"
    WRITTEN_OFF = "written_off"


@dataclass(frozen=True, slots=True)
class Appeal:
    """An appeal against a §, without who lodged it.

    The decision must not be executed from `stay_from` until `stay_until` (KL 13:14 and the
    court's order). The court decided on `outcome_on`, and that stands from `stands_on`: until then
    it may be appealed to the next court, which is an appeal of its own.
    """

    lodged_on: date
    court: str
    case_number: str | None = None
    stay_from: date | None = None
    stay_until: date | None = None
    outcome: AppealOutcome | None = None
    outcome_on: date | None = None
    stands_on: date | None = None
    note: str | None = None

    def is_stayed(self, today: date) -> bool:
        """Whether the court has forbidden, for now, that the decision is executed."""
        begun = self.stay_from is not None and self.stay_from <= today
        return begun and (self.stay_until is None or today < self.stay_until)


class Force(StrEnum):
    """How far a § has come on its way to legal force."""

    NOT_APPEALABLE = "not_appealable"
    NOT_ANNOUNCED = "not_announced"
    APPEAL_PERIOD = "appeal_period"
    APPEALED = "appealed"
    LEGAL_FORCE = "legal_force"
    ANNULLED = "annulled_in_court"


@dataclass(frozen=True, slots=True)
class LegalForce:
    """Where a § stands; `on` is the day of its legal force, of its end, or the last for appeal."""

    state: Force
    on: date | None = None
    is_stayed: bool = False


def is_appealable(decision: Decision | None, outcome: Outcome) -> bool:
    """Whether a § can be appealed by itself.

    What only prepares a matter cannot (KL 13:2): a proposal to the superior body, a referral
    back, a tabling, or a § without a decision.
    """
    if decision is None or outcome in {Outcome.REFERRED_BACK, Outcome.TABLED, Outcome.NONE}:
        return False
    kinds = {point.kind or decision.kind for point in decision.points}
    return DecisionKind.DECISION in kinds


def is_settled(appeals: Sequence[Appeal]) -> bool:
    """Whether each appeal has come to a decision that stands, or went on to the next court."""
    return all(
        one.outcome is not None
        and (one.stands_on is not None or any(one.court != later.court for later in appeals[n:]))
        for n, one in enumerate(appeals, 1)
    )


def _settled(appeals: Sequence[Appeal], period_over: date) -> LegalForce:
    standing = [one for one in appeals if one.stands_on is not None]
    last = max(one.stands_on for one in standing if one.stands_on is not None)
    if any(one.outcome is AppealOutcome.ANNULLED for one in standing):
        return LegalForce(Force.ANNULLED, last)
    return LegalForce(Force.LEGAL_FORCE, max(last, period_over))


def legal_force(
    notice: Notice | None, appeals: Sequence[Appeal], today: date, *, appealable: bool = True
) -> LegalForce:
    """Whether a § has legal force that day.

    It has when the period has run out without appeal, or when the courts' decisions stand. The
    `notice` is the one that stands or stood its whole time; `appeals` are in order of time.
    """
    stayed = any(one.is_stayed(today) for one in appeals)
    if not appealable and not appeals:
        return LegalForce(Force.NOT_APPEALABLE)
    if notice is None:
        return LegalForce(Force.APPEALED if appeals else Force.NOT_ANNOUNCED, is_stayed=stayed)
    over = notice.appeal_ends_on + timedelta(days=1)
    if appeals and not is_settled(appeals):
        return LegalForce(Force.APPEALED, is_stayed=stayed)
    if today < over:
        return LegalForce(Force.APPEAL_PERIOD, notice.appeal_ends_on, stayed)
    return _settled(appeals, over) if appeals else LegalForce(Force.LEGAL_FORCE, over)


def _require_order(first: date | None, then: date | None, no: RuleBroken) -> None:
    if then is not None and (first is None or then < first):
        raise no


def require_appeal(appeal: Appeal, today: date) -> None:
    """Refuse an appeal without court, with days in another order, or ahead of time.

    Raises RuleBroken.
    """
    if not appeal.court:
        raise RuleBroken("Ange domstolen, som Förvaltningsrätten.")
    require_line(appeal.court, Phrase("Domstolen"), LONGEST_LINE)
    require_line(appeal.case_number or "", Phrase("Målnumret"), LONGEST_LINE)
    require_readable(appeal.note or "", Phrase("Anteckningen"))
    if max(appeal.lodged_on, appeal.outcome_on or date.min) > today:
        raise RuleBroken("Dagen har inte varit än. För in det när det har hänt.")
    if (appeal.outcome is None) != (appeal.outcome_on is None):
        raise RuleBroken("Ange både utgången och dagen för den, eller ingen av dem.")
    _require_days(appeal)


def _require_days(appeal: Appeal) -> None:
    _require_order(
        appeal.lodged_on,
        appeal.stay_from,
        RuleBroken("Inhibition ges efter att målet har inletts."),
    )
    _require_order(
        appeal.stay_from,
        appeal.stay_until,
        RuleBroken("Inhibitionen slutar efter att den började."),
    )
    _require_order(
        appeal.lodged_on, appeal.outcome_on, RuleBroken("Målet avgörs efter att det har inletts.")
    )
    _require_order(
        appeal.outcome_on,
        appeal.stands_on,
        RuleBroken("Avgörandet vinner laga kraft efter att det har meddelats."),
    )
