"""A register that is laid out anew for each try, and what it holds."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path

from minutes.actions.enclosures import sweep
from minutes.actions.verifying import files, walk
from minutes.domain.errors import RuleBroken
from minutes.store.session import session, writing
from minutes.store.tables import Base
from minutes.store.trays import pending
from tests.actions.world import DAY, world_in
from tests.databases import Register, close, migrated_register
from tests.documents.after_adjusting import AFTERWARDS
from tests.documents.underway import ADJUSTING, Underway, Work
from tests.killed import killed_at
from tests.postgres import made_again

ACTS = {**ADJUSTING, **AFTERWARDS}
Held = Mapping[str, str]
"""By table, the checksum of all its rows."""


def _begin(register: Register) -> dict[str, Work]:
    """Enter what goes before each of the acts."""
    with register.app.app_context():
        own = writing()
        days = (DAY + timedelta(days=n) for n in count(1))
        under_way = Underway(world_in(own), register.settings.exports, days)
        works = {name: begin(under_way) for name, begin in ACTS.items()}
        own.commit()
    close(register)
    return works


@dataclass(slots=True)
class Ground:
    """A register in which each act is about to happen, kept apart to begin again from."""

    register: Register
    kept: Path
    works: Mapping[str, Work]
    again: Callable[[], None]
    """Makes a database that is no file what it was."""

    @property
    def exports(self) -> Path:
        """Where the files are."""
        return self.register.settings.exports

    @property
    def counts_what_was_undone(self) -> bool:
        """Whether keys that were given are not given again: rows would have others."""
        return not self.register.settings.database_url.startswith("sqlite")

    def lay_out(self) -> None:
        """Begin again."""
        close(self.register)
        shutil.rmtree(self.exports.parent)
        shutil.copytree(self.kept, self.exports.parent)
        self.again()

    def held(self) -> Held:
        """What the register holds, all of it."""
        with self.register.app.app_context():
            connection = session().connection()
            rows = {
                table: repr(connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY id").all())
                for table in Base.metadata.tables
            }
        return {name: hashlib.sha256(told.encode()).hexdigest() for name, told in rows.items()}

    def act(self, act: str) -> None:
        """Do it, unless that is refused because it is done."""
        with self.register.app.app_context(), suppress(RuleBroken):
            self.works[act](writing(), self.exports)
            session().commit()

    def around(self, act: str) -> tuple[Held, Held]:
        """What the register holds before the act and after it; then it is laid out again."""
        self.lay_out()
        before = self.held()
        self.act(act)
        after = self.held()
        assert before != after
        self.lay_out()
        return before, after

    def killed(self, act: str, step: int) -> bool:
        """Whether a process that does it is killed at the step."""
        close(self.register)
        return killed_at(step, self.register, partial(self.act, act))

    def astray(self) -> list[str]:
        """Rows without their file, files without a row, files that are not as they were."""
        with self.register.app.app_context():
            return [fault for fault in files.walk(session(), self.exports) if fault]

    def faults(self) -> list[str]:
        """All that `minutes verify` finds."""
        with self.register.app.app_context():
            return [fault for fault in walk(session(), self.exports) if fault]

    def swept(self) -> list[Path]:
        """Tidy up as the next to write does; what waits still."""
        with self.register.app.app_context():
            sweep(writing, self.exports)
            session().commit()
        return list(pending(self.exports).glob("*"))


@contextmanager
def ground_on(kind: str, run: Path, folder: Path) -> Iterator[Ground]:
    """The ground on a database of that kind, gone afterwards."""
    own = folder / "register"
    own.mkdir()
    with migrated_register(kind, run, own) as register:
        works = _begin(register)
        shutil.copytree(own, folder / "kept")
        url = register.settings.database_url
        copies = nullcontext(lambda: None) if kind == "sqlite" else made_again(url)
        with copies as again:
            yield Ground(register, folder / "kept", works, again)
