"""The described meetings, and the register that they were entered into."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

import pytest
from sqlmodel import Session

from minutes.demonstration import meetings as described
from minutes.demonstration.meetings import MeetingOf, meetings
from minutes.domain.record import Item, Protocol
from minutes.store.session import session
from tests.databases import Register

_FOLDER = resources.files(described.__package__).joinpath("meetings")
_NAMES = sorted(f.name for f in _FOLDER.iterdir() if f.name.endswith(".toml"))


@pytest.fixture(params=_NAMES)
def held(request: pytest.FixtureRequest) -> MeetingOf:
    """Each meeting as described."""
    return meetings()[_NAMES.index(request.param)]


@pytest.fixture(scope="session")
def protocols() -> tuple[Protocol, ...]:
    """All meetings as described, by day."""
    return tuple(held.protocol for held in meetings())


@pytest.fixture(scope="session")
def items(protocols: tuple[Protocol, ...]) -> tuple[Item, ...]:
    """All §§ as described."""
    return tuple(item for protocol in protocols for item in protocol.items)


@pytest.fixture
def entered(demo_register: Register) -> Iterator[Session]:
    """A session on the register that holds the demonstration."""
    with demo_register.app.app_context():
        yield session()
