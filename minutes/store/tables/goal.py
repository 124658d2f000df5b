"""Plans with their goals, and how far each goal was reached when it was reported on."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.domain.goals import Direction, Fulfilment
from minutes.store.tables.base import Base, choice, key, link, maybe, revised


class Plan(Base, table=True):
    """A plan of several years; `decided_by_id` is the § that adopted it, where we have it."""

    __table_args__ = (
        UniqueConstraint("organisation_id", "name", name="plan_is_named_once"),
        CheckConstraint("to_year >= from_year", name="plan_ends_after_it_begins"),
    )

    id: int = key()
    organisation_id: int = link("organisation")
    name: str
    from_year: int
    to_year: int
    decided_on: date
    decided_by_id: int | None = maybe("item")
    revision: int = revised()


class Goal(Base, table=True):
    """A goal of a plan; `revision` is the number of its current wording."""

    __table_args__ = (
        UniqueConstraint("plan_id", "number", name="goal_is_numbered_once"),
        CheckConstraint("number > 0", name="goal_number_is_positive"),
    )

    id: int = key()
    plan_id: int = link("plan")
    number: int
    perspective: str = ""
    revision: int = revised()


class GoalWording(Base, table=True):
    """How a goal reads from a day on; earlier wordings stay."""

    __tablename__ = "goal_wording"
    __table_args__ = (
        UniqueConstraint("goal_id", "number", name="wording_is_numbered_once"),
        CheckConstraint("number > 0", name="wording_number_is_positive"),
    )

    id: int = key()
    goal_id: int = link("goal")
    number: int
    name: str
    stands_from: date
    written_by: str
    written_at: datetime


class Assessment(Base, table=True):
    """How far a goal was reached, as a § tells it; earlier assessments stay."""

    __table_args__ = (UniqueConstraint("goal_id", "item_id", name="assessed_once_an_item"),)

    id: int = key()
    goal_id: int = link("goal", ondelete="RESTRICT")
    item_id: int = link("item")
    fulfilment: Fulfilment = choice(Fulfilment, "fulfilment_is_known")
    direction: Direction = choice(Direction, "direction_is_known")
    forecast: Fulfilment | None = choice(Fulfilment, "forecast_is_known", default=None)
    text: str
    revision: int = revised()
