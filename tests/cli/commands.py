"""The command line, run in a folder of the test's own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from minutes.cli import main


@dataclass(frozen=True, slots=True)
class Commands:
    """Runs commands in a folder, on the database that stands in it."""

    folder: Path

    @property
    def database(self) -> Path:
        """The register's file."""
        return self.folder / "minutes.sqlite3"

    def run(self, *words: object, **settings: str) -> Result:
        """What a command says and leaves with, `settings` being of the environment."""
        environment = {
            "MINUTES_DATABASE_URL": f"sqlite:///{self.database}",
            "MINUTES_EXPORTS": str(self.folder / "exports"),
            "MINUTES_ORGANISATION": "Region Älvmark",
        }
        return CliRunner().invoke(main, [str(word) for word in words], env=environment | settings)

    def written(self, name: str, content: str | bytes) -> Path:
        """A file of that name in the folder."""
        file = self.folder / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def rows(self) -> dict[str, int]:
        """How many rows each table has that has any."""
        with closing(sqlite3.connect(self.database)) as database:
            names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            counted = {
                name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
                for (name,) in names.fetchall()
            }
        return {name: count for name, count in counted.items() if count}

    def stored(self) -> list[str]:
        """The files that the register has kept."""
        kept = self.folder / "exports"
        return sorted(file.name for file in kept.rglob("*") if file.is_file())
