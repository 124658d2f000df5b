"""what stands twice agrees

The database refuses a row that contradicts another one: a § of another body or year than its
meeting's, and ballots of a vote that was closed. The sentence that it answers with is the
constraint's name.

Revision ID: 1795319100
Revises: 1795315300
"""

from alembic import op

revision = "1795319100"
down_revision = "1795315300"
branch_labels = None
depends_on = None

ITEM = "item_is_of_its_meetings_body_and_year"
BALLOT = "closed_vote_keeps_no_ballots"
YEAR = {
    "sqlite": "CAST(strftime('%Y', {day}) AS INTEGER)",
    "postgresql": "EXTRACT(YEAR FROM {day})",
}

# Each trigger: the writes that it watches, the sentence, and when the new row breaks it.
# {m.held_on} stands for the year of that day, in the words of the database.
WATCHED = {
    "item_agrees_with_its_meeting": (
        ("INSERT", "UPDATE OF meeting_id, body_id, year"),
        "item",
        ITEM,
        "NOT EXISTS (SELECT 1 FROM meeting m WHERE m.id = NEW.meeting_id "
        "AND m.body_id = NEW.body_id AND {m.held_on} = NEW.year)",
    ),
    "meeting_agrees_with_its_items": (
        ("UPDATE OF body_id, held_on",),
        "meeting",
        ITEM,
        "EXISTS (SELECT 1 FROM item i WHERE i.meeting_id = NEW.id "
        "AND (i.body_id <> NEW.body_id OR i.year <> {NEW.held_on}))",
    ),
    "ballot_is_of_an_open_vote": (
        ("INSERT", "UPDATE OF vote_id"),
        "ballot",
        BALLOT,
        "EXISTS (SELECT 1 FROM vote v WHERE v.id = NEW.vote_id AND v.closed)",
    ),
    "closed_vote_has_no_ballots": (
        ("UPDATE OF closed",),
        "vote",
        BALLOT,
        "NEW.closed AND EXISTS (SELECT 1 FROM ballot b WHERE b.vote_id = NEW.id)",
    ),
}


def _broken(condition: str) -> str:
    """The condition in the words of the database that is being migrated."""
    year = YEAR[op.get_bind().dialect.name]
    for day in ("m.held_on", "NEW.held_on"):
        condition = condition.replace(f"{{{day}}}", year.format(day=day))
    return condition


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _upgrade_sqlite() -> None:
    for name, (writes, table, sentence, condition) in WATCHED.items():
        for write in writes:
            op.execute(
                f"CREATE TRIGGER {name}_on_{write.split()[0].lower()} BEFORE {write} ON {table} "
                f"WHEN {_broken(condition)} BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
            )


def upgrade() -> None:
    if _on_sqlite():
        _upgrade_sqlite()
        return
    for name, (writes, table, sentence, condition) in WATCHED.items():
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {_broken(condition)} THEN RAISE EXCEPTION '{sentence}'; END IF; "
            "RETURN NEW; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {' OR '.join(writes)} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()"
        )


def downgrade() -> None:
    for name, (writes, table, _, _) in WATCHED.items():
        if _on_sqlite():
            for write in writes:
                op.execute(f"DROP TRIGGER {name}_on_{write.split()[0].lower()}")
        else:
            op.execute(f"DROP TRIGGER {name} ON {table}")
            op.execute(f"DROP FUNCTION {name}()")
