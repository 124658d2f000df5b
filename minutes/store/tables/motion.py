"""Motions, their clauses, and how each body answered each clause."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.domain.motions import ClauseOutcome as Outcome
from minutes.store.tables.base import Base, choice, key, link, maybe, revised


class Motion(Base, table=True):
    """A member's motion; what is not known of an imported one is NULL.

    `written_off_id` is the § by which the assembly wrote it off from further handling.
    """

    __table_args__ = (
        UniqueConstraint("organisation_id", "number", name="motion_is_numbered_once"),
    )

    id: int = key()
    organisation_id: int = link("organisation")
    matter_id: int | None = maybe("matter")
    number: str | None = None
    title: str
    raised_on: date | None = None
    written_off_id: int | None = maybe("item")
    revision: int = revised()


class MotionMover(Base, table=True):
    """Who raised it, named as on that day."""

    __tablename__ = "motion_mover"
    __table_args__ = (UniqueConstraint("motion_id", "position", name="motion_mover_has_a_place"),)

    id: int = key()
    motion_id: int = link("motion")
    person_id: int | None = maybe("person")
    position: int
    name: str
    party: str | None = None


class Clause(Base, table=True):
    """One demand of a motion (att-sats)."""

    __table_args__ = (
        UniqueConstraint("motion_id", "position", name="clause_has_a_place"),
        CheckConstraint("position > 0", name="clauses_are_counted_from_one"),
    )

    id: int = key()
    motion_id: int = link("motion")
    position: int
    text: str | None = None


class ClauseOutcome(Base, table=True):
    """How one § answered one clause."""

    __tablename__ = "clause_outcome"
    __table_args__ = (UniqueConstraint("clause_id", "item_id", name="item_answers_a_clause_once"),)

    id: int = key()
    clause_id: int = link("clause")
    item_id: int = link("item")
    outcome: Outcome = choice(Outcome, "clause_outcome_is_known")
