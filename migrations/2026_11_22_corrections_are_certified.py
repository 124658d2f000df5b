"""corrections are certified

A correction is proposed, and stands when those who adjusted the minutes have certified it. What
was proposed and said is kept, and the correction refers to it.

Revision ID: 1795367400
Revises: 1795366800
"""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "1795367400"
down_revision = "1795366800"
branch_labels = None
depends_on = None

KEPT = "this is kept for ever and never changed"
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
_KEY = "CONSTRAINT pk_correction PRIMARY KEY (id)"
_REFERS = (
    f"{_KEY}, CONSTRAINT fk_correction_proposal_id FOREIGN KEY(proposal_id) "
    "REFERENCES correction_proposal (id) ON DELETE RESTRICT"
)


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _rewrite(table: str, old: str, new: str) -> None:
    """Change what SQLite says of a table, in place as its manual shows for ALTER TABLE.

    To make the table anew would drop the triggers that freeze it, and what refers to it.
    """
    bind = op.get_bind()
    schema = sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :table")
    written = bind.execute(schema, {"table": table}).scalar_one()
    if written.count(old) != 1:
        raise RuntimeError(f"the table {table} does not say {old!r} once")
    version = bind.execute(sa.text("PRAGMA schema_version")).scalar_one()
    bind.execute(sa.text("PRAGMA writable_schema = ON"))
    bind.execute(
        sa.text("UPDATE sqlite_master SET sql = :sql WHERE type = 'table' AND name = :table"),
        {"sql": written.replace(old, new), "table": table},
    )
    bind.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    bind.execute(sa.text("PRAGMA writable_schema = OFF"))


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def _link(
    table: str, column: str, target: str, ondelete: str = "RESTRICT"
) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete
    )


def _make(table: str, *parts: sa.Column | sa.Constraint) -> None:
    """A table with its key, and an index for each reference."""
    key = sa.Column("id", sa.Integer(), nullable=False)
    primary = sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))
    op.create_table(table, key, *parts, primary)
    for part in parts:
        if isinstance(part, sa.ForeignKeyConstraint):
            column = part.column_keys[0]
            op.create_index(f"ix_{table}_{column}", table, [column])


def _words(*names: str) -> list[sa.Column]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _moment(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _proposal() -> None:
    _make(
        "correction_proposal",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("stands_in", _choice("corrected_section_is_known", *SECTIONS), nullable=False),
        *_words("old_words", "new_words", "reason"),
        sa.Column("is_slip", sa.Boolean(), nullable=False),
        sa.Column("decided_anew_id", sa.Integer(), nullable=True),
        sa.Column("vote_id", sa.Integer(), nullable=True),
        sa.Column("vote_after", sa.String(), nullable=True),
        _moment("proposed_at"),
        *_words("proposed_by"),
        _moment("withdrawn_at", nullable=True),
        sa.CheckConstraint("old_words <> new_words", name="correction_changes_something"),
        sa.CheckConstraint("reason <> ''", name="correction_has_a_reason"),
        sa.CheckConstraint(
            "(vote_id IS NULL) = (vote_after IS NULL)", name="corrected_vote_tells_its_figures"
        ),
        sa.CheckConstraint(
            "withdrawn_at >= proposed_at", name="correction_is_proposed_before_it_is_withdrawn"
        ),
        _link("correction_proposal", "item_id", "item", "CASCADE"),
        _link("correction_proposal", "decided_anew_id", "item"),
        _link("correction_proposal", "vote_id", "vote"),
    )


def _certification() -> None:
    kinds = _choice("certification_kind_is_known", "certified", "refused", "retracted")
    methods = _choice("certification_method_is_known", "code", "passkey", "password")
    _make(
        "correction_certification",
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        *_words("name"),
        sa.Column("party", sa.String(), nullable=True),
        sa.Column("kind", kinds, nullable=False),
        sa.Column("is_slip", sa.Boolean(), nullable=False),
        *_words("reason"),
        _moment("at"),
        sa.Column("certified_on", sa.Date(), nullable=False),
        *_words("said_by"),
        sa.Column("method", methods, nullable=True),
        sa.CheckConstraint(
            "kind <> 'refused' OR reason <> ''", name="refused_correction_tells_why"
        ),
        sa.CheckConstraint(
            "kind <> 'certified' OR method IS NOT NULL", name="certification_has_a_method"
        ),
        _link("correction_certification", "proposal_id", "correction_proposal", "CASCADE"),
    )


def _refer() -> None:
    op.add_column("correction", sa.Column("proposal_id", sa.Integer(), nullable=True))
    op.create_index("ix_correction_proposal_id", "correction", ["proposal_id"])
    if _on_sqlite():
        _rewrite("correction", _KEY, _REFERS)
        return
    op.create_foreign_key(
        "fk_correction_proposal_id", "correction", "correction_proposal", ["proposal_id"], ["id"],
        ondelete="RESTRICT",
    )  # fmt: skip


def _refer_to_none() -> None:
    op.drop_index("ix_correction_proposal_id", "correction")
    if _on_sqlite():
        _rewrite("correction", _REFERS, _KEY)
    op.drop_column("correction", "proposal_id")


def _refuses(write: str, table: str, sentence: str, function: str, when: str = "") -> str:
    """What follows a trigger's name in CREATE TRIGGER."""
    if _on_sqlite():
        asked = f"WHEN {when} " if when else ""
        return f"BEFORE {write} ON {table} {asked}BEGIN {_raise(sentence)} END"
    return f"BEFORE {write} ON {table} FOR EACH ROW EXECUTE FUNCTION {function}()"


def _triggers() -> Iterator[tuple[str, str, str]]:
    """Each trigger's name and table, and what follows its name in CREATE TRIGGER."""
    for table in TABLES:
        for write in (WRITES[table], "DELETE"):
            name = f"{table}_is_kept_on_{write.split()[0].lower()}"
            yield name, table, _refuses(write, table, KEPT, "is_kept")
    for name, (write, table, sentence, when) in WATCHED.items():
        yield name, table, _refuses(write, table, sentence, name, when)
    for table in () if _on_sqlite() else TABLES:
        emptied = f"BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION is_kept()"
        yield f"{table}_is_not_emptied", table, emptied


def _raise(sentence: str) -> str:
    return f"SELECT RAISE(ABORT, '{sentence}');"


def upgrade() -> None:
    _proposal()
    _certification()
    _refer()
    if not _on_sqlite():
        for name, (_, _, sentence, when) in WATCHED.items():
            op.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"IF {when} THEN RAISE EXCEPTION '{sentence}'; END IF; RETURN NEW; END $$"
            )
    for name, _, body in _triggers():
        op.execute(f"CREATE TRIGGER {name} {body}")


def downgrade() -> None:
    for name, table, _ in _triggers():
        op.execute(f"DROP TRIGGER {name}" + ("" if _on_sqlite() else f" ON {table}"))
    if not _on_sqlite():
        for name in WATCHED:
            op.execute(f"DROP FUNCTION {name}()")
    _refer_to_none()
    for table in reversed(TABLES):
        op.drop_table(table)
