"""corrections are certified

A correction is proposed, and stands when those who adjusted the minutes have certified it. What
was proposed and said is kept, and the correction refers to it.

Revision ID: 1795367400
Revises: 1795366800
"""

import sqlalchemy as sa
from alembic import op

from minutes.store.schema.altering import refer, refer_no_more
from minutes.store.schema.columns import boolean, choice, day, integer, link, make, moment, words
from minutes.store.schema.triggers import KEPT, keep_filled, keep_from, refuse, refuse_no_more

revision = "1795367400"
down_revision = "1795366800"
branch_labels = None
depends_on = None

DRAFT = "the minutes are not adjusted: they are changed, not corrected"
SECTIONS = (
    "decision", "reservation", "note", "disqualification", "stands_aside", "statement", "summary",
    "deliberation", "decision_procedure", "vote", "background", "impact", "earlier_handling",
    "base_proposal", "information", "annexes", "decision_basis", "references", "recipients",
    "correction", "other",
)  # fmt: skip
TABLES = ("correction_proposal", "correction_certification")
# What was proposed; that it is withdrawn is entered later, once.
WRITES = {
    "correction_proposal": (
        "UPDATE OF decided_anew_id, id, is_slip, item_id, new_words, old_words, proposed_at, "
        "proposed_by, reason, stands_in, vote_after, vote_id"
    ),
    "correction_certification": "UPDATE",
}
_IN_EFFECT = "EXISTS (SELECT 1 FROM correction c WHERE c.proposal_id = {proposal})"
_WITHDRAWN = (
    "EXISTS (SELECT 1 FROM correction_proposal p WHERE p.id = {proposal} "
    "AND p.withdrawn_at IS NOT NULL)"
)
# Each further trigger: the write that it watches, the sentence, and when the row breaks it.
WATCHED = {
    "correction_is_withdrawn_once": (
        "UPDATE OF withdrawn_at", "correction_proposal", KEPT,
        f"OLD.withdrawn_at IS NOT NULL OR {_IN_EFFECT.format(proposal='OLD.id')}",
    ),
    "correction_is_of_adjusted_minutes": (
        "INSERT", "correction_proposal", DRAFT,
        "NOT EXISTS (SELECT 1 FROM item i JOIN adjustment a ON a.meeting_id = i.meeting_id "
        "WHERE i.id = NEW.item_id)",
    ),
    "settled_correction_takes_no_certification": (
        "INSERT", "correction_certification", KEPT,
        f"{_IN_EFFECT.format(proposal='NEW.proposal_id')} "
        f"OR {_WITHDRAWN.format(proposal='NEW.proposal_id')}",
    ),
    "proposal_is_carried_out_once": (
        "INSERT", "correction", KEPT, _IN_EFFECT.format(proposal="NEW.proposal_id"),
    ),
    "withdrawn_correction_takes_no_effect": (
        "INSERT", "correction", KEPT, _WITHDRAWN.format(proposal="NEW.proposal_id"),
    ),
}  # fmt: skip


def _proposal() -> None:
    make(
        "correction_proposal",
        integer("item_id"),
        sa.Column("stands_in", choice("corrected_section_is_known", *SECTIONS), nullable=False),
        words("old_words"),
        words("new_words"),
        words("reason"),
        boolean("is_slip"),
        integer("decided_anew_id", nullable=True),
        integer("vote_id", nullable=True),
        words("vote_after", nullable=True),
        moment("proposed_at"),
        words("proposed_by"),
        moment("withdrawn_at", nullable=True),
        sa.CheckConstraint("old_words <> new_words", name="correction_changes_something"),
        sa.CheckConstraint("reason <> ''", name="correction_has_a_reason"),
        sa.CheckConstraint(
            "(vote_id IS NULL) = (vote_after IS NULL)", name="corrected_vote_tells_its_figures"
        ),
        sa.CheckConstraint(
            "withdrawn_at >= proposed_at", name="correction_is_proposed_before_it_is_withdrawn"
        ),
        link("correction_proposal", "item_id", "item"),
        link("correction_proposal", "decided_anew_id", "item", "RESTRICT"),
        link("correction_proposal", "vote_id", "vote", "RESTRICT"),
    )


def _certification() -> None:
    kinds = choice("certification_kind_is_known", "certified", "refused", "retracted")
    methods = choice("certification_method_is_known", "code", "passkey", "password")
    make(
        "correction_certification",
        integer("proposal_id"),
        words("name"),
        words("party", nullable=True),
        sa.Column("kind", kinds, nullable=False),
        boolean("is_slip"),
        words("reason"),
        moment("at"),
        day("certified_on"),
        words("said_by"),
        sa.Column("method", methods, nullable=True),
        sa.CheckConstraint(
            "kind <> 'refused' OR reason <> ''", name="refused_correction_tells_why"
        ),
        sa.CheckConstraint(
            "kind <> 'certified' OR method IS NOT NULL", name="certification_has_a_method"
        ),
        link("correction_certification", "proposal_id", "correction_proposal"),
    )


def upgrade() -> None:
    _proposal()
    _certification()
    refer("correction", "proposal_id", "correction_proposal")
    for table in TABLES:
        for write in (WRITES[table], "DELETE"):
            keep_from(write, table)
    for name, watched in WATCHED.items():
        refuse(name, *watched)
    keep_filled(*TABLES)


def downgrade() -> None:
    for name, (_, table, _, _) in WATCHED.items():
        refuse_no_more(name, table)
    refer_no_more("correction", "proposal_id", "correction_proposal")
    for table in reversed(TABLES):
        op.drop_table(table)
