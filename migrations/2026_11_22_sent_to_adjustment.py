"""sent to adjustment

What is sent to be adjusted is kept as an edition with its file, its §§ and those who were asked
to sign it; what they said is kept as verdicts. None of it is changed, and a § that was adjusted
immediately is frozen while its meeting goes on.

Revision ID: 1795355400
Revises: 1795343400
"""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "1795355400"
down_revision = "1795343400"
branch_labels = None
depends_on = None

FROZEN = "the minutes are adjusted: the record is frozen"
KEPT = "this is kept for ever and never changed"
WITHDRAWN = "the edition is withdrawn: it takes no verdict"

DOCUMENTS = ("source", "protocol", "annex", "picture", "summons")
ADDED = "signed"
WAITS = sa.text("withdrawn_at IS NULL AND scope <> 'immediate'")
TABLES = (
    "edition", "edition_item", "edition_signer", "verdict", "settlement", "immediate_adjustment",
)  # fmt: skip

# How to find the § of a row: {row} stands for the row being written.
OF_ITEM = {
    "item": "{row}.id",
    **dict.fromkeys(
        (
            "annex", "clause_outcome", "decision", "disqualification", "item_matter", "measure",
            "note", "proposal", "question", "recipient", "reservation", "section", "stand_aside",
            "vote",
        ),
        "{row}.item_id",
    ),
    **{
        child: f"SELECT p.item_id FROM {parent} p WHERE p.id = {{row}}.{parent}_id"
        for child, parent in (
            ("ballot", "vote"),
            ("decision_point", "decision"),
            ("note_author", "note"),
            ("proposal_mover", "proposal"),
            ("question_option", "question"),
            ("text_revision", "section"),
        )
    },
    "assignment": "SELECT d.item_id FROM decision d JOIN decision_point p ON p.decision_id = d.id "
    "WHERE p.id = {row}.decision_point_id",
}  # fmt: skip
# What an assignment says; its status goes on after the § is adjusted.
FROZEN_COLUMNS = {
    "assignment": "assignee, deadline, decided_on, decision_point_id, event, plan, position, text",
}
# What was sent; that an edition is withdrawn is entered later, once.
KEPT_COLUMNS = {
    "edition": "document_id, id, meeting_id, number, scope, sent_at, sent_by",
}
_ADJUSTED = (
    "(EXISTS (SELECT 1 FROM adjustment a WHERE a.edition_id = {edition}) "
    "OR EXISTS (SELECT 1 FROM immediate_adjustment a WHERE a.edition_id = {edition}))"
)
_HAS_VERDICT = (
    "EXISTS (SELECT 1 FROM verdict v JOIN edition_signer s ON s.id = v.edition_signer_id "
    "WHERE s.edition_id = {edition})"
)
_OF_SIGNER = "(SELECT s.edition_id FROM edition_signer s WHERE s.id = NEW.edition_signer_id)"
_LATE = f"{_ADJUSTED} OR {_HAS_VERDICT}".replace("{edition}", "NEW.edition_id")

# Each further trigger: the write that it watches, the sentence, and when the row breaks it.
WATCHED = {
    "edition_is_withdrawn_once": (
        "UPDATE OF withdrawn_at", "edition", KEPT, "OLD.withdrawn_at IS NOT NULL",
    ),
    "adjusted_edition_is_not_withdrawn": (
        "UPDATE OF withdrawn_at", "edition", FROZEN, _ADJUSTED.replace("{edition}", "NEW.id"),
    ),
    "edition_takes_no_further_item": ("INSERT", "edition_item", KEPT, _LATE),
    "edition_takes_no_further_signer": ("INSERT", "edition_signer", KEPT, _LATE),
    "adjusted_edition_takes_no_verdict": (
        "INSERT", "verdict", FROZEN, _ADJUSTED.replace("{edition}", _OF_SIGNER),
    ),
    "withdrawn_edition_takes_no_verdict": (
        "INSERT", "verdict", WITHDRAWN,
        f"EXISTS (SELECT 1 FROM edition e WHERE e.id = {_OF_SIGNER} "
        "AND e.withdrawn_at IS NOT NULL)",
    ),
}  # fmt: skip


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _is_frozen(items: str, row: str) -> str:
    found = items.format(row=row)
    return (
        "EXISTS (SELECT 1 FROM immediate_adjustment a JOIN edition_item e "
        f"ON e.edition_id = a.edition_id WHERE e.item_id IN ({found}))"
    )


def _freezes() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each table with how its §§ are found, and the writes that are refused."""
    for table, items in OF_ITEM.items():
        columns = FROZEN_COLUMNS.get(table)
        yield table, items, ("INSERT", f"UPDATE OF {columns}" if columns else "UPDATE", "DELETE")


def _kept() -> Iterator[tuple[str, tuple[str, ...]]]:
    for table in TABLES:
        columns = KEPT_COLUMNS.get(table)
        yield table, (f"UPDATE OF {columns}" if columns else "UPDATE", "DELETE")


def _sqlite_triggers() -> dict[str, str]:
    """Each trigger's name, and what follows it in CREATE TRIGGER."""
    rows = {"INSERT": ["NEW"], "DELETE": ["OLD"], "UPDATE": ["OLD", "NEW"]}
    found = {}
    for table, items, writes in _freezes():
        for write in writes:
            verb = write.split()[0]
            when = " OR ".join(_is_frozen(items, row) for row in rows[verb])
            found[f"{table}_is_frozen_at_once_on_{verb.lower()}"] = (
                f"BEFORE {write} ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, '{FROZEN}'); END"
            )
    for table, writes in _kept():
        for write in writes:
            found[f"{table}_is_kept_on_{write.split()[0].lower()}"] = (
                f"BEFORE {write} ON {table} BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
            )
    for name, (write, table, sentence, when) in WATCHED.items():
        found[name] = (
            f"BEFORE {write} ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
        )
    return found


def _postgresql_functions() -> dict[str, str]:
    """Each trigger function's name and its body."""
    found = {}
    for table, items, _ in _freezes():
        new, old = _is_frozen(items, "NEW"), _is_frozen(items, "OLD")
        found[f"{table}_is_frozen_at_once"] = (
            f"IF TG_OP IN ('INSERT', 'UPDATE') AND {new} THEN RAISE EXCEPTION '{FROZEN}'; END IF; "
            f"IF TG_OP IN ('UPDATE', 'DELETE') AND {old} THEN RAISE EXCEPTION '{FROZEN}'; END IF; "
            "RETURN COALESCE(NEW, OLD);"
        )
    for name, (_, _, sentence, when) in WATCHED.items():
        found[name] = f"IF {when} THEN RAISE EXCEPTION '{sentence}'; END IF; RETURN NEW;"
    return found


def _postgresql_triggers() -> dict[tuple[str, str], str]:
    """Each trigger's name and table, and what follows its name in CREATE TRIGGER."""
    found = {}
    for table, _, writes in _freezes():
        found[f"{table}_is_frozen_at_once", table] = (
            f"BEFORE {' OR '.join(writes)} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_is_frozen_at_once()"
        )
    for table, writes in _kept():
        found[f"{table}_is_kept", table] = (
            f"BEFORE {' OR '.join(writes)} ON {table} FOR EACH ROW EXECUTE FUNCTION is_kept()"
        )
        found[f"{table}_is_not_emptied", table] = (
            f"BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION is_kept()"
        )
    for name, (write, table, _, _) in WATCHED.items():
        found[name, table] = f"BEFORE {write} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    return found


def _create_triggers() -> None:
    if _on_sqlite():
        for name, body in _sqlite_triggers().items():
            op.execute(f"CREATE TRIGGER {name} {body}")
        return
    for name, body in _postgresql_functions().items():
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
        )
    for (name, _), body in _postgresql_triggers().items():
        op.execute(f"CREATE TRIGGER {name} {body}")


def _drop_triggers() -> None:
    if _on_sqlite():
        for name in _sqlite_triggers():
            op.execute(f"DROP TRIGGER {name}")
        return
    for name, table in _postgresql_triggers():
        op.execute(f"DROP TRIGGER {name} ON {table}")
    for name in _postgresql_functions():
        op.execute(f"DROP FUNCTION {name}()")


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def _rewrite(table: str, old: str, new: str) -> None:
    """Change what SQLite checks of a table, in place as its manual shows for ALTER TABLE.

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


def _know_documents(old: str, new: str) -> None:
    if _on_sqlite():
        _rewrite("document", f"({old})", f"({new})")
        return
    op.drop_constraint("document_kind_is_known", "document", type_="check")
    op.create_check_constraint("document_kind_is_known", "document", f"kind IN ({new})")


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def _link(
    table: str, column: str, target: str, ondelete: str = "CASCADE"
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


def _integer(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _edition() -> None:
    _make(
        "edition",
        _integer("meeting_id"),
        sa.Column("scope", _choice("edition_scope_is_known", "whole", "immediate", "secret"),
                  nullable=False),
        _integer("number"),
        _integer("document_id"),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by", sa.String(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.UniqueConstraint("meeting_id", "scope", "number", name="edition_is_numbered_once"),
        sa.CheckConstraint("number > 0", name="edition_number_is_positive"),
        sa.CheckConstraint(
            "withdrawn_at >= sent_at", name="edition_is_sent_before_it_is_withdrawn"
        ),
        _link("edition", "meeting_id", "meeting"),
        _link("edition", "document_id", "document", "RESTRICT"),
    )  # fmt: skip
    op.create_index(
        "one_edition_waits_at_a_time", "edition", ["meeting_id", "scope"], unique=True,
        sqlite_where=WAITS, postgresql_where=WAITS,
    )  # fmt: skip


def _parts_of_edition() -> None:
    _make(
        "edition_item",
        _integer("edition_id"),
        _integer("item_id"),
        sa.UniqueConstraint("edition_id", "item_id", name="edition_holds_an_item_once"),
        _link("edition_item", "edition_id", "edition"),
        _link("edition_item", "item_id", "item"),
    )
    _make(
        "edition_signer",
        _integer("edition_id"),
        _integer("position"),
        sa.Column("role", _choice("signer_role_is_known", "secretary", "chair", "adjuster"),
                  nullable=False),
        sa.Column("expected", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("party", sa.String(), nullable=True),
        _integer("person_id", nullable=True),
        sa.UniqueConstraint("edition_id", "position", name="asked_signer_has_a_place"),
        _link("edition_signer", "edition_id", "edition"),
        _link("edition_signer", "person_id", "person", "RESTRICT"),
    )  # fmt: skip
    _make(
        "immediate_adjustment",
        _integer("edition_id"),
        sa.Column("adjusted_on", sa.Date(), nullable=False),
        sa.UniqueConstraint("edition_id", name="edition_is_adjusted_once"),
        _link("immediate_adjustment", "edition_id", "edition"),
    )


def _verdict() -> None:
    kinds = _choice("verdict_kind_is_known", "signed", "refused", "retracted")
    methods = _choice("signing_method_is_known", "certificate", "seal", "service", "paper")
    _make(
        "verdict",
        _integer("edition_signer_id"),
        _integer("item_id", nullable=True),
        sa.Column("kind", kinds, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("said_by", sa.String(), nullable=False),
        sa.Column("method", methods, nullable=True),
        _integer("document_id", nullable=True),
        sa.CheckConstraint(
            "kind NOT IN ('refused', 'retracted') OR item_id IS NOT NULL",
            name="refusal_names_its_paragraph",
        ),
        sa.CheckConstraint("kind <> 'refused' OR reason <> ''", name="refusal_has_a_reason"),
        sa.CheckConstraint(
            "(kind <> 'signed' OR method IS NOT NULL) "
            "AND (kind NOT IN ('refused', 'retracted') OR method IS NULL)",
            name="signature_has_a_method",
        ),
        _link("verdict", "edition_signer_id", "edition_signer"),
        _link("verdict", "item_id", "item", "RESTRICT"),
        _link("verdict", "document_id", "document", "RESTRICT"),
    )
    rest = sa.text("item_id IS NULL")
    op.create_index(
        "signer_signs_the_rest_once", "verdict", ["edition_signer_id"], unique=True,
        sqlite_where=rest, postgresql_where=rest,
    )  # fmt: skip


def _settlement() -> None:
    _make(
        "settlement",
        _integer("edition_id"),
        _integer("item_id"),
        _integer("settled_by_item_id"),
        sa.Column("settled_on", sa.Date(), nullable=False),
        sa.UniqueConstraint("edition_id", "item_id", name="refused_paragraph_is_settled_once"),
        sa.CheckConstraint("settled_by_item_id <> item_id", name="paragraph_settles_another"),
        _link("settlement", "edition_id", "edition"),
        _link("settlement", "item_id", "item"),
        _link("settlement", "settled_by_item_id", "item", "RESTRICT"),
    )


_KEY = "CONSTRAINT pk_adjustment PRIMARY KEY (id)"
_REFERS = (
    f"{_KEY}, CONSTRAINT fk_adjustment_edition_id FOREIGN KEY(edition_id) "
    "REFERENCES edition (id) ON DELETE RESTRICT"
)


def _refer_to_edition() -> None:
    op.add_column("adjustment", _integer("edition_id", nullable=True))
    op.create_index("ix_adjustment_edition_id", "adjustment", ["edition_id"])
    if _on_sqlite():
        _rewrite("adjustment", _KEY, _REFERS)
        return
    op.create_foreign_key(
        "fk_adjustment_edition_id", "adjustment", "edition", ["edition_id"], ["id"],
        ondelete="RESTRICT",
    )  # fmt: skip


def _refer_to_none() -> None:
    op.drop_index("ix_adjustment_edition_id", "adjustment")
    if _on_sqlite():
        _rewrite("adjustment", _REFERS, _KEY)
    op.drop_column("adjustment", "edition_id")


def upgrade() -> None:
    _know_documents(_listed(DOCUMENTS), _listed((*DOCUMENTS, ADDED)))
    _edition()
    _parts_of_edition()
    _verdict()
    _settlement()
    _refer_to_edition()
    _create_triggers()
    # Of what was sent before this no file was kept: it is sent again.
    op.execute(
        "UPDATE meeting SET submitted_at = NULL WHERE submitted_at IS NOT NULL "
        "AND id NOT IN (SELECT meeting_id FROM adjustment)"
    )


def downgrade() -> None:
    _drop_triggers()
    _refer_to_none()
    for table in reversed(TABLES):
        op.drop_table(table)
    if _on_sqlite():
        op.execute("DROP TRIGGER document_is_kept_on_update")
    else:
        op.execute("DROP TRIGGER document_is_kept ON document")
    op.execute(f"UPDATE document SET kind = 'source' WHERE kind = '{ADDED}'")
    _know_documents(_listed((*DOCUMENTS, ADDED)), _listed(DOCUMENTS))
    if _on_sqlite():
        op.execute(
            "CREATE TRIGGER document_is_kept_on_update BEFORE UPDATE ON document "
            f"BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
        )
        return
    op.execute(
        "CREATE TRIGGER document_is_kept BEFORE UPDATE OR DELETE ON document "
        "FOR EACH ROW EXECUTE FUNCTION is_kept()"
    )
