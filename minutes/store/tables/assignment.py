"""Assignments and the measures reported on them."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from minutes.domain.assignments import AssignmentStatus
from minutes.store.tables.base import Base, choice, key, link, maybe, revised


class Assignment(Base, table=True):
    """An assignment from a decision point or a plan; only a § closes it."""

    __table_args__ = (
        UniqueConstraint("decision_point_id", "position", name="assignment_has_a_place"),
        CheckConstraint(
            "decision_point_id IS NOT NULL OR plan IS NOT NULL", name="assignment_has_an_origin"
        ),
        CheckConstraint(
            "(status = 'closed') = (closed_by_id IS NOT NULL)", name="only_an_item_closes"
        ),
        CheckConstraint("deadline >= decided_on", name="deadline_follows_the_decision"),
    )

    id: int = key()
    organisation_id: int = link("organisation")
    decision_point_id: int | None = maybe("decision_point")
    position: int = 0
    plan: str | None = None
    assignee: str
    text: str
    decided_on: date
    deadline: date | None = None
    event: str = ""
    status: AssignmentStatus = choice(
        AssignmentStatus, "assignment_status_is_known", default=AssignmentStatus.OPEN
    )
    closed_by_id: int | None = maybe("item")
    revision: int = revised()


class Measure(Base, table=True):
    """What was reported as done, at which §; earlier reports stay.

    `proposes_closing` tells that the report proposed that the assignment is closed.
    """

    __table_args__ = (UniqueConstraint("assignment_id", "item_id", name="reported_once_an_item"),)

    id: int = key()
    assignment_id: int = link("assignment")
    item_id: int = link("item")
    text: str
    proposes_closing: bool = Field(default=False, sa_column_kwargs={"server_default": "0"})
    revision: int = revised()


class Handling(Base, table=True):
    """Who answers for an assignment in the administration, and when it is reported on next.

    It is the director's office's own, and goes on after the minutes are adjusted. `goal_id` is the
    goal that the assignment serves.
    """

    __table_args__ = (UniqueConstraint("assignment_id", name="assignment_is_handled_once"),)

    id: int = key()
    assignment_id: int = link("assignment")
    handler: str = ""
    division: str = ""
    report_on: date | None = None
    supplements_id: int | None = maybe("assignment")
    goal_id: int | None = maybe("goal")
    revision: int = revised()
