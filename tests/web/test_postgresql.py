"""The same register on PostgreSQL shows the same."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from minutes.demonstration.load import load
from minutes.store.migrations import upgrade
from minutes.store.session import writing
from tests.databases import close, empty_register, opened
from tests.web.kinds import KINDS
from tests.web.pages import Visitor


@pytest.fixture
def on_postgresql(run_folder: Path, tmp_path: Path) -> Iterator[Visitor]:
    """Somebody who reads the demonstration on PostgreSQL on 22 November 2026."""
    with empty_register("postgresql", run_folder, tmp_path) as register:
        with opened(register):
            upgrade()
            session = writing()
            list(load(session, register.settings.exports))
            session.commit()
        register.app.config["CLOCK"] = lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)
        yield Visitor(register.app, "registrator@sundevik.example")
        close(register)


def test_every_kind_of_page_shows_the_same_on_both_databases(
    visitor: Visitor, on_postgresql: Visitor
) -> None:
    for kind, address in KINDS.items():
        status = 404 if kind == "error" else 200
        expected = visitor.get(address, status).words
        assert on_postgresql.get(address, status).words == expected, address
