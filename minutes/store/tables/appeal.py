"""Appeals against a §, as the register hears of them."""

from datetime import date

from sqlalchemy import CheckConstraint

from minutes.domain.legal_force import AppealOutcome
from minutes.store.tables.base import Base, choice, key, link, revised


class Appeal(Base, table=True):
    """An appeal against a §: who lodged it stands in the court's file, not here.

    The decision must not be executed from `stay_from` until `stay_until`; the court decided on
    `outcome_on`, which stands from `stands_on`.
    """

    __table_args__ = (
        CheckConstraint("(outcome IS NULL) = (outcome_on IS NULL)", name="court_decides_on_a_day"),
        CheckConstraint("stay_until >= stay_from", name="stay_ends_after_it_begins"),
        CheckConstraint("stands_on >= outcome_on", name="judgment_stands_after_it_is_given"),
    )

    id: int = key()
    item_id: int = link("item")
    lodged_on: date
    court: str
    case_number: str | None = None
    stay_from: date | None = None
    stay_until: date | None = None
    outcome: AppealOutcome | None = choice(AppealOutcome, "appeal_outcome_is_known", default=None)
    outcome_on: date | None = None
    stands_on: date | None = None
    note: str | None = None
    revision: int = revised()
