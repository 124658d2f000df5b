"""sent to adjustment

What is sent to be adjusted is kept as an edition with its file, its §§ and those who were asked
to sign it; what they said is kept as verdicts. None of it is changed, and a § that was adjusted
immediately is frozen while its meeting goes on.

Revision ID: 1795355400
Revises: 1795343400
"""

from collections.abc import Iterator
from functools import partial

import sqlalchemy as sa
from alembic import op

from minutes.store.schema.altering import choose, refer, refer_no_more
from minutes.store.schema.columns import (
    boolean,
    choice,
    day,
    integer,
    link,
    make,
    moment,
    once,
    words,
)
from minutes.store.schema.triggers import (
    FROZEN,
    KEPT,
    freeze,
    freeze_no_more,
    keep,
    keep_filled,
    keep_filled_no_more,
    keep_no_more,
    refuse,
    refuse_no_more,
)

revision = "1795355400"
down_revision = "1795343400"
branch_labels = None
depends_on = None

WITHDRAWN = "the edition is withdrawn: it takes no verdict"

KIND = ("document_kind_is_known", "document", "kind")
DOCUMENTS = ("source", "protocol", "annex", "picture", "summons")
ADDED = "signed"
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


def _edition() -> None:
    make(
        "edition",
        integer("meeting_id"),
        sa.Column("scope", choice("edition_scope_is_known", "whole", "immediate", "secret"),
                  nullable=False),
        integer("number"),
        integer("document_id"),
        moment("sent_at"),
        words("sent_by"),
        moment("withdrawn_at", nullable=True),
        sa.UniqueConstraint("meeting_id", "scope", "number", name="edition_is_numbered_once"),
        sa.CheckConstraint("number > 0", name="edition_number_is_positive"),
        sa.CheckConstraint(
            "withdrawn_at >= sent_at", name="edition_is_sent_before_it_is_withdrawn"
        ),
        link("edition", "meeting_id", "meeting"),
        link("edition", "document_id", "document", "RESTRICT"),
    )  # fmt: skip
    waits = "withdrawn_at IS NULL AND scope <> 'immediate'"
    once("one_edition_waits_at_a_time", "edition", ["meeting_id", "scope"], waits)


def _parts_of_edition() -> None:
    make(
        "edition_item",
        integer("edition_id"),
        integer("item_id"),
        sa.UniqueConstraint("edition_id", "item_id", name="edition_holds_an_item_once"),
        link("edition_item", "edition_id", "edition"),
        link("edition_item", "item_id", "item"),
    )
    make(
        "edition_signer",
        integer("edition_id"),
        integer("position"),
        sa.Column("role", choice("signer_role_is_known", "secretary", "chair", "adjuster"),
                  nullable=False),
        boolean("expected"),
        words("name"),
        words("party", nullable=True),
        integer("person_id", nullable=True),
        sa.UniqueConstraint("edition_id", "position", name="asked_signer_has_a_place"),
        link("edition_signer", "edition_id", "edition"),
        link("edition_signer", "person_id", "person", "RESTRICT"),
    )  # fmt: skip
    make(
        "immediate_adjustment",
        integer("edition_id"),
        day("adjusted_on"),
        sa.UniqueConstraint("edition_id", name="edition_is_adjusted_once"),
        link("immediate_adjustment", "edition_id", "edition"),
    )


def _verdict() -> None:
    kinds = choice("verdict_kind_is_known", "signed", "refused", "retracted")
    methods = choice("signing_method_is_known", "certificate", "seal", "service", "paper")
    make(
        "verdict",
        integer("edition_signer_id"),
        integer("item_id", nullable=True),
        sa.Column("kind", kinds, nullable=False),
        words("reason"),
        moment("at"),
        day("signed_on"),
        words("said_by"),
        sa.Column("method", methods, nullable=True),
        integer("document_id", nullable=True),
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
        link("verdict", "edition_signer_id", "edition_signer"),
        link("verdict", "item_id", "item", "RESTRICT"),
        link("verdict", "document_id", "document", "RESTRICT"),
    )
    once("signer_signs_the_rest_once", "verdict", ["edition_signer_id"], "item_id IS NULL")


def _settlement() -> None:
    make(
        "settlement",
        integer("edition_id"),
        integer("item_id"),
        integer("settled_by_item_id"),
        day("settled_on"),
        sa.UniqueConstraint("edition_id", "item_id", name="refused_paragraph_is_settled_once"),
        sa.CheckConstraint("settled_by_item_id <> item_id", name="paragraph_settles_another"),
        link("settlement", "edition_id", "edition"),
        link("settlement", "item_id", "item"),
        link("settlement", "settled_by_item_id", "item", "RESTRICT"),
    )


def _watch() -> None:
    for table, items, writes in _freezes():
        freeze(f"{table}_is_frozen_at_once", table, writes, partial(_is_frozen, items))
    for table in TABLES:
        columns = KEPT_COLUMNS.get(table)
        keep(table, f"UPDATE OF {columns}" if columns else "UPDATE")
    keep_filled(*TABLES)
    for name, watched in WATCHED.items():
        refuse(name, *watched)


def _watch_no_more() -> None:
    for table, _, writes in _freezes():
        freeze_no_more(f"{table}_is_frozen_at_once", table, writes)
    for table in TABLES:
        keep_no_more(table)
    keep_filled_no_more(*TABLES)
    for name, (_, table, _, _) in WATCHED.items():
        refuse_no_more(name, table)


def upgrade() -> None:
    choose(*KIND, DOCUMENTS, (*DOCUMENTS, ADDED))
    _edition()
    _parts_of_edition()
    _verdict()
    _settlement()
    refer("adjustment", "edition_id", "edition")
    _watch()
    # Of what was sent before this no file was kept: it is sent again.
    op.execute(
        "UPDATE meeting SET submitted_at = NULL WHERE submitted_at IS NOT NULL "
        "AND id NOT IN (SELECT meeting_id FROM adjustment)"
    )


def downgrade() -> None:
    _watch_no_more()
    refer_no_more("adjustment", "edition_id", "edition")
    for table in reversed(TABLES):
        op.drop_table(table)
    keep_no_more("document")
    op.execute(f"UPDATE document SET kind = 'source' WHERE kind = '{ADDED}'")
    choose(*KIND, (*DOCUMENTS, ADDED), DOCUMENTS)
    keep("document")
