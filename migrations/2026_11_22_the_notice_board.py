"""the notice board

A notice may be of an edition of some §§ or of a delegated decision, tells the court that one
appeals to, and is posted again where its time was interrupted: the earlier one is kept. Its proof
is kept as a file. Appeals against a § are entered, and decisions that delegates made.

Revision ID: 1795366800
Revises: 1795363200
"""

import sqlalchemy as sa
from alembic import op

from minutes.store.schema.altering import on_sqlite
from minutes.store.schema.columns import choice, day, integer, link, make, once, revised, words
from minutes.store.schema.triggers import (
    KEPT,
    keep,
    keep_filled,
    keep_filled_no_more,
    keep_what_is_entered,
    refuse,
    refuse_no_more,
)

revision = "1795366800"
down_revision = "1795363200"
branch_labels = None
depends_on = None

UNADJUSTED = "a notice is of minutes that are adjusted"
OUTCOMES = ("dismissed", "annulled", "not_tried", "written_off")

OLD_COLUMNS = (
    "id", "meeting_id", "posted_on", "appeal_ends_on", "taken_down_on", "kept_in", "removed_on",
)  # fmt: skip
OLD_TOLD = "appeal_ends_on, id, kept_in, meeting_id, posted_on, taken_down_on"
TOLD = (
    "appeal_ends_on, appeal_to, delegated_decision_id, edition_id, id, kept_in, meeting_id, "
    "posted_by, posted_on, remark, taken_down_on"
)
OLD_CHECKS = {
    "appeal_runs_after_posting": "appeal_ends_on > posted_on",
    "notice_stays_the_whole_time": "taken_down_on > appeal_ends_on",
    "notice_is_not_removed_too_soon": "removed_on >= taken_down_on",
}
CHECKS = {
    "notice_announces_one_thing": "(meeting_id IS NULL) <> (delegated_decision_id IS NULL)",
    "announced_edition_has_a_meeting": "edition_id IS NULL OR meeting_id IS NOT NULL",
    "interruption_tells_what_was": "(interrupted_on IS NULL) = (interruption IS NULL)",
    "interruption_comes_before_the_end": (
        "interrupted_on >= posted_on AND interrupted_on <= appeal_ends_on"
    ),
}
LINKS = {
    "edition_id": ("edition", "RESTRICT"),
    "delegated_decision_id": ("delegated_decision", "RESTRICT"),
    "proof_id": ("document", "RESTRICT"),
}
MORE = {
    "edition_id": sa.Integer(),
    "delegated_decision_id": sa.Integer(),
    "appeal_to": sa.String(),
    "remark": sa.String(),
    "posted_by": sa.String(),
    "interrupted_on": sa.Date(),
    "interruption": sa.String(),
    "proof_id": sa.Integer(),
}
ONCE = {
    "adjustment_is_announced_once": ("meeting_id", "interrupted_on IS NULL AND edition_id IS NULL"),
    "edition_is_announced_once": ("edition_id", "interrupted_on IS NULL"),
    "delegated_decision_is_announced_once": ("delegated_decision_id", "interrupted_on IS NULL"),
}
_WHOLE = "EXISTS (SELECT 1 FROM adjustment a WHERE a.meeting_id = NEW.meeting_id)"
_PART = (
    "EXISTS (SELECT 1 FROM immediate_adjustment a JOIN edition e ON e.id = a.edition_id "
    "WHERE e.id = NEW.edition_id AND e.meeting_id = NEW.meeting_id)"
)
_ANNOUNCED = "EXISTS (SELECT 1 FROM notice n WHERE n.delegated_decision_id = OLD.id)"

# Each trigger: the write that it watches, the table, the sentence, and when the row breaks it.
WATCHED = {
    "removed_notice_keeps_its_proof": (
        "UPDATE OF proof_id", "notice", KEPT, "OLD.removed_on IS NOT NULL",
    ),
    "notice_is_interrupted_once": (
        "UPDATE OF interrupted_on, interruption", "notice", KEPT,
        "OLD.interrupted_on IS NOT NULL OR OLD.removed_on IS NOT NULL",
    ),
    "notice_is_of_what_is_adjusted": (
        "INSERT", "notice", UNADJUSTED,
        f"NEW.meeting_id IS NOT NULL AND NOT ((NEW.edition_id IS NULL AND {_WHOLE}) OR {_PART})",
    ),
    "announced_decision_is_kept": ("UPDATE", "delegated_decision", KEPT, _ANNOUNCED),
    "announced_decision_is_not_deleted": ("DELETE", "delegated_decision", KEPT, _ANNOUNCED),
    "appeal_is_not_deleted": ("DELETE", "appeal", KEPT, "TRUE"),
    "appeal_stays_with_its_item": ("UPDATE OF item_id", "appeal", KEPT, "TRUE"),
}  # fmt: skip
EMPTIED = ("appeal", "delegated_decision")


def _remake_triggers(told: str) -> None:
    """What a notice tells is never changed, and a notice never deleted."""
    keep("notice", f"UPDATE OF {told}")
    if on_sqlite():
        keep_what_is_entered(
            "notice_is_removed_once", "UPDATE OF removed_on", "notice", "removed_on"
        )


def _remake(*, with_more: bool) -> None:
    """Make the table anew on SQLite, which neither drops nor adds constraints in place."""
    unique = sa.UniqueConstraint("meeting_id", name=op.f("adjustment_is_announced_once"))
    checks = {**OLD_CHECKS, **CHECKS} if with_more else OLD_CHECKS
    op.create_table(
        "notice_anew",
        integer("id"),
        sa.Column("meeting_id", sa.Integer(), nullable=with_more),
        *(sa.Column(name, sa.Date(), nullable=False) for name in OLD_COLUMNS[2:5]),
        words("kept_in"),
        day("removed_on", nullable=True),
        *(sa.Column(n, kind, nullable=True) for n, kind in MORE.items() if with_more),
        *(sa.CheckConstraint(rule, name=op.f(name)) for name, rule in checks.items()),
        link("notice", "meeting_id", "meeting"),
        *(link("notice", column, *to) for column, to in LINKS.items() if with_more),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        *(() if with_more else (unique,)),
    )
    columns = ", ".join(OLD_COLUMNS)
    op.execute(f"INSERT INTO notice_anew ({columns}) SELECT {columns} FROM notice")
    op.drop_table("notice")
    op.rename_table("notice_anew", "notice")
    op.create_index("ix_notice_meeting_id", "notice", ["meeting_id"])


def _alter() -> None:
    op.execute("DROP TRIGGER notice_is_kept ON notice")
    op.drop_constraint("adjustment_is_announced_once", "notice", type_="unique")
    op.alter_column("notice", "meeting_id", nullable=True)
    for name, kind in MORE.items():
        op.add_column("notice", sa.Column(name, kind, nullable=True))
    for name, rule in CHECKS.items():
        op.create_check_constraint(op.f(name), "notice", rule)
    for column, (target, ondelete) in LINKS.items():
        op.create_foreign_key(
            f"fk_notice_{column}", "notice", target, [column], ["id"], ondelete=ondelete
        )


def _extend() -> None:
    if on_sqlite():
        _remake(with_more=True)
    else:
        _alter()
    for column in LINKS:
        op.create_index(f"ix_notice_{column}", "notice", [column])
    for name, (column, rule) in ONCE.items():
        once(name, "notice", [column], rule)
    _remake_triggers(TOLD)


def _reduce() -> None:
    for name in ONCE:
        op.drop_index(name, "notice")
    for column in LINKS:
        op.drop_index(f"ix_notice_{column}", "notice")
    of_others = "meeting_id IS NULL OR edition_id IS NOT NULL OR interrupted_on IS NOT NULL"
    if on_sqlite():
        op.execute("DROP TRIGGER notice_is_kept_on_delete")
        op.execute(f"DELETE FROM notice WHERE {of_others}")
        _remake(with_more=False)
    else:
        op.execute("DROP TRIGGER notice_is_kept ON notice")
        op.execute(f"DELETE FROM notice WHERE {of_others}")
        for name in CHECKS:
            op.drop_constraint(name, "notice", type_="check")
        for name in MORE:
            op.drop_column("notice", name)
        op.alter_column("notice", "meeting_id", nullable=False)
        op.create_unique_constraint("adjustment_is_announced_once", "notice", ["meeting_id"])
    _remake_triggers(OLD_TOLD)


def _appeal() -> None:
    make(
        "appeal",
        integer("item_id"),
        day("lodged_on"),
        words("court"),
        words("case_number", nullable=True),
        day("stay_from", nullable=True),
        day("stay_until", nullable=True),
        sa.Column("outcome", choice("appeal_outcome_is_known", *OUTCOMES), nullable=True),
        day("outcome_on", nullable=True),
        day("stands_on", nullable=True),
        words("note", nullable=True),
        revised(),
        sa.CheckConstraint(
            "(outcome IS NULL) = (outcome_on IS NULL)", name=op.f("court_decides_on_a_day")
        ),
        sa.CheckConstraint("stay_until >= stay_from", name=op.f("stay_ends_after_it_begins")),
        sa.CheckConstraint(
            "stands_on >= outcome_on", name=op.f("judgment_stands_after_it_is_given")
        ),
        link("appeal", "item_id", "item"),
    )


def _delegated_decision() -> None:
    make(
        "delegated_decision",
        integer("body_id"),
        words("delegate"),
        day("decided_on", nullable=True),
        words("dnr", nullable=True),
        words("ground", nullable=True),
        words("what"),
        sa.Column("appealable", sa.Boolean(), server_default=sa.true(), nullable=False),
        integer("reported_in_id", nullable=True),
        revised(),
        link("delegated_decision", "body_id", "body", "RESTRICT"),
        link("delegated_decision", "reported_in_id", "item", "RESTRICT"),
    )


def upgrade() -> None:
    _appeal()
    _delegated_decision()
    _extend()
    for name, watched in WATCHED.items():
        refuse(name, *watched, gives="COALESCE(NEW, OLD)")
    keep_filled(*EMPTIED)


def downgrade() -> None:
    for name, (_, table, _, _) in WATCHED.items():
        refuse_no_more(name, table)
    keep_filled_no_more(*EMPTIED)
    _reduce()
    op.drop_table("delegated_decision")
    op.drop_table("appeal")
