"""goals of plans

Plans with their numbered goals, whose wordings are kept, and how far each was reached at the §§
that reported on it; an assignment can point to the goal that it serves. A closed assignment takes
no report of a later meeting.

Revision ID: 1795384800
Revises: 1795381200
"""

import sqlalchemy as sa
from alembic import op

from minutes.store.schema.altering import refer, refer_no_more
from minutes.store.schema.columns import choice, day, integer, link, make, moment, revised, words
from minutes.store.schema.triggers import (
    freeze,
    freeze_no_more,
    keep,
    keep_filled,
    keep_filled_no_more,
    keep_no_more,
    refuse,
    refuse_no_more,
)

revision = "1795384800"
down_revision = "1795381200"
branch_labels = None
depends_on = None

FULFILMENTS = ("met", "partly", "not_met")
WRITES = ("INSERT", "UPDATE", "DELETE")
CLOSED = "the assignment is closed: it takes no later report"
IS_CLOSED = (
    "EXISTS (SELECT 1 FROM assignment a JOIN item c ON c.id = a.closed_by_id "
    "JOIN meeting b ON b.id = c.meeting_id JOIN item i ON i.id = NEW.item_id "
    "JOIN meeting m ON m.id = i.meeting_id "
    "WHERE a.id = NEW.assignment_id AND m.held_on > b.held_on)"
)


def _is_adjusted(row: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM adjustment a JOIN item i ON i.meeting_id = a.meeting_id "
        f"WHERE i.id = {row}.item_id)"
    )


def _is_adjusted_at_once(row: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM immediate_adjustment a JOIN edition_item e "
        f"ON e.edition_id = a.edition_id WHERE e.item_id = {row}.item_id)"
    )


FREEZES = {
    "assessment_is_frozen": _is_adjusted,
    "assessment_is_frozen_at_once": _is_adjusted_at_once,
}


def _plan() -> None:
    make(
        "plan",
        integer("organisation_id"),
        words("name"),
        integer("from_year"),
        integer("to_year"),
        day("decided_on"),
        integer("decided_by_id", nullable=True),
        revised(),
        sa.UniqueConstraint("organisation_id", "name", name="plan_is_named_once"),
        sa.CheckConstraint("to_year >= from_year", name="plan_ends_after_it_begins"),
        link("plan", "organisation_id", "organisation"),
        link("plan", "decided_by_id", "item", "RESTRICT"),
    )


def _goal() -> None:
    make(
        "goal",
        integer("plan_id"),
        integer("number"),
        words("perspective"),
        revised(),
        sa.UniqueConstraint("plan_id", "number", name="goal_is_numbered_once"),
        sa.CheckConstraint("number > 0", name="goal_number_is_positive"),
        link("goal", "plan_id", "plan"),
    )
    make(
        "goal_wording",
        integer("goal_id"),
        integer("number"),
        words("name"),
        day("stands_from"),
        words("written_by"),
        moment("written_at"),
        sa.UniqueConstraint("goal_id", "number", name="wording_is_numbered_once"),
        sa.CheckConstraint("number > 0", name="wording_number_is_positive"),
        link("goal_wording", "goal_id", "goal"),
    )


def _assessment() -> None:
    fulfilment = choice("fulfilment_is_known", *FULFILMENTS)
    forecast = choice("forecast_is_known", *FULFILMENTS)
    direction = choice("direction_is_known", "improving", "steady", "declining")
    make(
        "assessment",
        integer("goal_id"),
        integer("item_id"),
        sa.Column("fulfilment", fulfilment, nullable=False),
        sa.Column("direction", direction, nullable=False),
        sa.Column("forecast", forecast, nullable=True),
        words("text"),
        revised(),
        sa.UniqueConstraint("goal_id", "item_id", name="assessed_once_an_item"),
        link("assessment", "goal_id", "goal", "RESTRICT"),
        link("assessment", "item_id", "item"),
    )


def upgrade() -> None:
    for make_one in (_plan, _goal, _assessment):
        make_one()
    refer("handling", "goal_id", "goal")
    for name, is_frozen in FREEZES.items():
        freeze(name, "assessment", WRITES, is_frozen)
    keep("goal_wording")
    keep_filled("assessment", "goal_wording")
    for write in ("INSERT", "UPDATE"):
        refuse(f"closed_takes_no_report_on_{write.lower()}", write, "measure", CLOSED, IS_CLOSED)


def downgrade() -> None:
    for write in ("INSERT", "UPDATE"):
        refuse_no_more(f"closed_takes_no_report_on_{write.lower()}", "measure")
    keep_filled_no_more("assessment", "goal_wording")
    keep_no_more("goal_wording")
    for name in FREEZES:
        freeze_no_more(name, "assessment", WRITES)
    refer_no_more("handling", "goal_id", "goal")
    for table in ("assessment", "goal_wording", "goal", "plan"):
        op.drop_table(table)
