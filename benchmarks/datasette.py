"""The same register in Datasette, with its full-text search on: what a search is measured beside.

Each § is a row with all that is told in it, so that its index has the words that ours has; another
table has the reservations. Body and year are indexed, as whoever publishes them so would do.
"""

from __future__ import annotations

import shutil
import socket
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks.secretaries import listening

_SECTIONS = """
    SELECT item_id, group_concat(w.text, ' ') AS text FROM section s
    JOIN text_revision w ON w.section_id = s.id AND w.number = s.revision GROUP BY item_id"""
_DECIDED = """
    SELECT d.item_id, group_concat(p.text, ' ') AS text FROM decision d
    JOIN decision_point p ON p.decision_id = d.id GROUP BY d.item_id"""
_DEBATE = """
    SELECT item_id, group_concat(told, ' ') AS text FROM (
        SELECT p.item_id, p.text || ' ' || m.name || ' ' || coalesce(m.party, '') AS told
        FROM proposal p JOIN proposal_mover m ON m.proposal_id = p.id
        UNION ALL SELECT item_id, motivation || ' ' || name || ' ' || party FROM reservation
        UNION ALL SELECT n.item_id, n.text || ' ' || a.name || ' ' || a.party
        FROM note n JOIN note_author a ON a.note_id = n.id
        UNION ALL SELECT item_id, title FROM annex
        UNION ALL SELECT d.item_id, a.assignee || ' ' || a.text FROM assignment a
        JOIN decision_point p ON p.id = a.decision_point_id JOIN decision d ON d.id = p.decision_id
    ) GROUP BY item_id"""
_MADE = (
    f"""CREATE TABLE paragraph AS
    SELECT i.id, b.name AS body, m.held_on, i.year, i.number, i.title, c.dnr,
        s.text AS text, d.text AS decision, e.text AS debate
    FROM old.item i JOIN old.body b ON b.id = i.body_id JOIN old.meeting m ON m.id = i.meeting_id
    LEFT JOIN old.item_matter t ON t.item_id = i.id LEFT JOIN old.matter c ON c.id = t.matter_id
    LEFT JOIN ({_SECTIONS}) s ON s.item_id = i.id LEFT JOIN ({_DECIDED}) d ON d.item_id = i.id
    LEFT JOIN ({_DEBATE}) e ON e.item_id = i.id ORDER BY i.id""",
    """CREATE TABLE reservation AS
    SELECT r.id, b.name AS body, i.year, i.number, i.title, r.name, r.party, r.motivation
    FROM old.reservation r JOIN old.item i ON i.id = r.item_id
    JOIN old.body b ON b.id = i.body_id""",
    "CREATE INDEX paragraph_of_year ON paragraph (year, number)",
    "CREATE INDEX paragraph_of_body ON paragraph (body)",
    "CREATE INDEX reservation_of_party ON reservation (party)",
)
_SEARCHED = {"paragraph": ("title", "dnr", "text", "decision", "debate"),
             "reservation": ("title", "name", "party", "motivation")}  # fmt: skip


def beside(register: Path, made: Path, program: str) -> tuple[float, float]:
    """Lay out the register as Datasette has it in a file; its index's seconds and MB."""
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("ATTACH ? AS old", (str(register),))
        for statement in _MADE:
            connection.execute(statement)
        connection.commit()
    tool, begun = str(Path(program).with_name("sqlite-utils")), time.perf_counter()
    for name, columns in _SEARCHED.items():
        subprocess.run([tool, "enable-fts", str(made), name, *columns, "--fts5"], check=True)
    took = time.perf_counter() - begun
    with closing(sqlite3.connect(made)) as connection:
        size = "SELECT sum(pgsize) / 1e6 FROM dbstat WHERE name LIKE '%_fts%'"
        return took, float(connection.execute(size).fetchone()[0])


def found(file: Path, words: str) -> int:
    """How many §§ it finds."""
    told = " ".join(f'"{word}"' for word in words.replace('"', "").split())
    told = words if words.startswith('"') else told
    with closing(sqlite3.connect(file)) as connection:
        counted = "SELECT count(*) FROM paragraph_fts WHERE paragraph_fts MATCH ?"
        return int(connection.execute(counted, (told,)).fetchone()[0])


def program(told: str | None) -> str | None:
    """Where Datasette is; None where it is not."""
    return shutil.which(told or "datasette")


@contextmanager
def serving(file: Path, command: str) -> Iterator[int]:
    """The port where Datasette shows the file, as it does when nothing is set but what is slow."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    server = subprocess.Popen(
        [command, "serve", str(file), "--port", str(port), "--setting", "suggest_facets", "off",
         "--setting", "sql_time_limit_ms", "20000"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        listening(port)
        yield port
    finally:
        server.terminate()
        server.wait()
