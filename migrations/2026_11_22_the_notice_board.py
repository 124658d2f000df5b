"""the notice board

A notice may be of an edition of some §§ or of a delegated decision, tells the court that one
appeals to, and is posted again where its time was interrupted: the earlier one is kept. Its proof
is kept as a file. Appeals against a § are entered, and decisions that delegates made.

Revision ID: 1795366800
Revises: 1795363200
"""

import sqlalchemy as sa
from alembic import op

revision = "1795366800"
down_revision = "1795363200"
branch_labels = None
depends_on = None

KEPT = "this is kept for ever and never changed"
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


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _watch() -> None:
    for name, (write, table, sentence, when) in WATCHED.items():
        if _on_sqlite():
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {write} ON {table} WHEN {when} "
                f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
            )
            continue
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {when} THEN RAISE EXCEPTION '{sentence}'; END IF; "
            "RETURN COALESCE(NEW, OLD); END $$"
        )
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {write} ON {table} FOR EACH ROW "
            f"EXECUTE FUNCTION {name}()"
        )
    if not _on_sqlite():
        for table in EMPTIED:
            op.execute(
                f"CREATE TRIGGER {table}_is_not_emptied BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION is_kept()"
            )


def _watch_no_more() -> None:
    for name, (_, table, _, _) in WATCHED.items():
        if _on_sqlite():
            op.execute(f"DROP TRIGGER {name}")
            continue
        op.execute(f"DROP TRIGGER {name} ON {table}")
        op.execute(f"DROP FUNCTION {name}()")
    if not _on_sqlite():
        for table in EMPTIED:
            op.execute(f"DROP TRIGGER {table}_is_not_emptied ON {table}")


def _keep(told: str) -> None:
    """What a notice tells is never changed, and a notice never deleted."""
    if _on_sqlite():
        for write in (f"UPDATE OF {told}", "DELETE"):
            verb = write.split()[0].lower()
            op.execute(
                f"CREATE TRIGGER notice_is_kept_on_{verb} BEFORE {write} ON notice "
                f"BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
            )
        op.execute(
            "CREATE TRIGGER notice_is_removed_once BEFORE UPDATE OF removed_on ON notice "
            f"WHEN OLD.removed_on IS NOT NULL BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
        )
        return
    op.execute(
        f"CREATE TRIGGER notice_is_kept BEFORE UPDATE OF {told} OR DELETE ON notice "
        "FOR EACH ROW EXECUTE FUNCTION is_kept()"
    )


def _link(column: str, target: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_notice_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=ondelete)


def _remake(*, with_more: bool) -> None:
    """Make the table anew on SQLite, which neither drops nor adds constraints in place."""
    unique = sa.UniqueConstraint("meeting_id", name=op.f("adjustment_is_announced_once"))
    checks = {**OLD_CHECKS, **CHECKS} if with_more else OLD_CHECKS
    op.create_table(
        "notice_anew",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=with_more),
        *(sa.Column(name, sa.Date(), nullable=False) for name in OLD_COLUMNS[2:5]),
        sa.Column("kept_in", sa.String(), nullable=False),
        sa.Column("removed_on", sa.Date(), nullable=True),
        *(sa.Column(n, kind, nullable=True) for n, kind in MORE.items() if with_more),
        *(sa.CheckConstraint(rule, name=op.f(name)) for name, rule in checks.items()),
        _link("meeting_id", "meeting", "CASCADE"),
        *(_link(column, *to) for column, to in LINKS.items() if with_more),
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
    if _on_sqlite():
        _remake(with_more=True)
    else:
        _alter()
    for column in LINKS:
        op.create_index(f"ix_notice_{column}", "notice", [column])
    for name, (column, rule) in ONCE.items():
        where = sa.text(rule)
        op.create_index(
            name, "notice", [column], unique=True, sqlite_where=where, postgresql_where=where
        )
    _keep(TOLD)


def _reduce() -> None:
    for name in ONCE:
        op.drop_index(name, "notice")
    for column in LINKS:
        op.drop_index(f"ix_notice_{column}", "notice")
    of_others = "meeting_id IS NULL OR edition_id IS NOT NULL OR interrupted_on IS NOT NULL"
    if _on_sqlite():
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
    _keep(OLD_TOLD)


def _appeal() -> None:
    outcome = sa.Enum(
        *OUTCOMES, name="appeal_outcome_is_known", native_enum=False, create_constraint=True,
        length=32,
    )  # fmt: skip
    op.create_table(
        "appeal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("lodged_on", sa.Date(), nullable=False),
        sa.Column("court", sa.String(), nullable=False),
        sa.Column("case_number", sa.String(), nullable=True),
        sa.Column("stay_from", sa.Date(), nullable=True),
        sa.Column("stay_until", sa.Date(), nullable=True),
        sa.Column("outcome", outcome, nullable=True),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.Column("stands_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(outcome IS NULL) = (outcome_on IS NULL)", name=op.f("court_decides_on_a_day")
        ),
        sa.CheckConstraint("stay_until >= stay_from", name=op.f("stay_ends_after_it_begins")),
        sa.CheckConstraint(
            "stands_on >= outcome_on", name=op.f("judgment_stands_after_it_is_given")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name=op.f("fk_appeal_item_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeal")),
    )
    op.create_index("ix_appeal_item_id", "appeal", ["item_id"])


def _delegated_decision() -> None:
    op.create_table(
        "delegated_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("delegate", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("dnr", sa.String(), nullable=True),
        sa.Column("ground", sa.String(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("appealable", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("reported_in_id", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_delegated_decision_body_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["reported_in_id"], ["item.id"], name=op.f("fk_delegated_decision_reported_in_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegated_decision")),
    )  # fmt: skip
    for column in ("body_id", "reported_in_id"):
        op.create_index(f"ix_delegated_decision_{column}", "delegated_decision", [column])


def upgrade() -> None:
    _appeal()
    _delegated_decision()
    _extend()
    _watch()


def downgrade() -> None:
    _watch_no_more()
    _reduce()
    op.drop_table("delegated_decision")
    op.drop_table("appeal")
