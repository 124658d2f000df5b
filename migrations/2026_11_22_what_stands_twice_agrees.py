"""what stands twice agrees

The database refuses a row that contradicts another one: a § of another body or year than its
meeting's, and ballots of a vote that was closed. The sentence that it answers with is the
constraint's name.

Revision ID: 1795319100
Revises: 1795315300
"""

from collections.abc import Iterator

from alembic import op

from minutes.store.schema.altering import on_sqlite
from minutes.store.schema.triggers import refuse, refuse_no_more

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


def _triggers() -> Iterator[tuple[str, str, str, str, str]]:
    """Each trigger: SQLite has one for each kind of write."""
    for name, (writes, table, sentence, condition) in WATCHED.items():
        if not on_sqlite():
            yield name, " OR ".join(writes), table, sentence, condition
            continue
        for write in writes:
            yield f"{name}_on_{write.split()[0].lower()}", write, table, sentence, condition


def upgrade() -> None:
    for name, write, table, sentence, condition in _triggers():
        refuse(name, write, table, sentence, _broken(condition))


def downgrade() -> None:
    for name, _, table, _, _ in _triggers():
        refuse_no_more(name, table)
