"""The small register that actions act in, entered once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes.domain.record import Item
from tests.actions.full import FULL, told_as
from tests.actions.retold import record_of
from tests.actions.world import World, world_in
from tests.databases import KINDS, migrated, rolled_back


@pytest.fixture(scope="session", params=KINDS)
def entered_world(
    request: pytest.FixtureRequest, run_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """The small register, on a database of each kind, which tests share."""
    folder = tmp_path_factory.mktemp(f"world-{request.param}")
    with migrated(request.param, run_folder, folder) as engine, rolled_back(engine) as session:
        yield world_in(session)


@pytest.fixture
def world(entered_world: World) -> Iterator[World]:
    """The small register; what the test does to it is undone."""
    undone = entered_world.session.begin_nested()
    yield entered_world
    undone.rollback()
    entered_world.session.expire_all()


@pytest.fixture
def full(world: World) -> Item:
    """The § with something of all."""
    told_as(world, **FULL)
    return record_of(world, world.item)
