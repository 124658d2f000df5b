"""The command line, run in a folder of the test's own."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from minutes.cli import main
from minutes.store.searching.tables import is_of_index
from tests.once import made_once


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
        return {name: count for name, count in counted.items() if count and not is_of_index(name)}

    def stored(self) -> list[str]:
        """The files that the register has kept."""
        kept = self.folder / "exports"
        return sorted(file.name for file in kept.rglob("*") if file.is_file())


def holding(bare: Commands, made: Path, text: str) -> Commands:
    """The command line on a register that holds one protocol; it is imported into `made` once."""

    def hold(folder: Path) -> None:
        folder.mkdir()
        commands = Commands(folder)
        result = commands.run("import", commands.written("held.txt", text))
        assert result.exit_code == 0, result.output

    shutil.copytree(made_once(made, hold), bare.folder, dirs_exist_ok=True)
    return bare
