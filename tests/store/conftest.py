"""A register with an adjusted meeting and one that is not, entered once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.databases import KINDS, migrated, rolled_back
from tests.store.registered import Registered, register_meetings


@pytest.fixture(scope="session", params=KINDS)
def entered(
    request: pytest.FixtureRequest, run_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Registered]:
    """The register, on a database of each kind, which tests share."""
    folder = tmp_path_factory.mktemp(f"entered-{request.param}")
    with migrated(request.param, run_folder, folder) as engine, rolled_back(engine) as session:
        registered = register_meetings(session, folder)
        if request.param == "postgresql":  # what is asked at the end is asked now
            session.connection().execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
        yield registered


@pytest.fixture
def registered(entered: Registered) -> Iterator[Registered]:
    """The register; what the test does to it is undone."""
    undone = entered.session.begin_nested()
    yield entered
    undone.rollback()
    entered.session.expire_all()
