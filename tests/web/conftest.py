"""Visitors of a register with the demonstration, and of an empty one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp

import pytest
from flask.testing import FlaskClient

from tests.databases import Register, as_new, demonstration_in, migrated_register
from tests.web import correcting
from tests.web.ballots import go_to
from tests.web.brought import brought
from tests.web.calling import PAGE, plan_roll_call
from tests.web.correcting import let_adjuster_sign_in
from tests.web.desk import Desk
from tests.web.late import at_noon
from tests.web.pages import Visitor
from tests.web.planned import PLACE, key, plan

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def citizen(demo_register: Register) -> Visitor:
    """Somebody who has not signed in and reads the demonstration on 22 November 2026."""
    demo_register.app.config["CLOCK"] = lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)
    return Visitor(demo_register.app)


@pytest.fixture
def visitor(citizen: Visitor) -> Visitor:
    """A registrar, who reads the drafts of all bodies too."""
    return Visitor(citizen.app, "registrator@sundevik.example")


@pytest.fixture(scope="session")
def own_register(run_folder: Path) -> Register:
    """A register whose application the tests of a process share, one after the other."""
    return demonstration_in(run_folder, Path(mkdtemp(dir=run_folder, prefix="own-")) / "register")


@pytest.fixture
def desk(own_register: Register, run_folder: Path) -> Iterator[Desk]:
    """The board's secretary, in a demonstration to write in which nobody has written yet."""
    with as_new(own_register, run_folder) as register:
        register.app.config["CLOCK"] = lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)
        yield Desk(register)


@pytest.fixture
@brought
def proposing(desk: Desk) -> Desk:
    """The secretary at the corrections of the board's adjusted minutes."""
    let_adjuster_sign_in(desk.register)
    desk.open(correcting.PAGE)
    return desk


@pytest.fixture
def chair(proposing: Desk) -> Desk:
    """Who led that meeting."""
    return Desk(proposing.register, correcting.CHAIR)


@pytest.fixture
def adjuster(proposing: Desk) -> Desk:
    """Who was elected to adjust its minutes."""
    return Desk(proposing.register, correcting.ADJUSTER)


@pytest.fixture
@brought
def calling(desk: Desk) -> Desk:
    """The board's secretary at the roll call of a meeting with one item, at 8.31 that day."""
    desk.register.app.config["CLOCK"] = lambda: datetime(2026, 12, 9, 7, 31, tzinfo=UTC)
    plan_roll_call(desk.register)
    desk.open(PAGE)
    return desk


@pytest.fixture
def first_visitor(run_folder: Path, tmp_path: Path) -> Iterator[Visitor]:
    """Somebody who comes before anything is recorded."""
    with migrated_register("sqlite", run_folder, tmp_path) as register:
        yield Visitor(register.app)


@pytest.fixture
@brought
def writing(desk: Desk) -> Desk:
    """The secretary at the papers of an item of a meeting to come."""
    plan(desk, "Bussar", "Vård")
    desk.open(f"{PLACE}/punkt/{key(desk, 'Bussar')}/underlag")
    return desk


@pytest.fixture
@brought
def voting(desk: Desk) -> Desk:
    """The secretary at a § where the base met a counter-proposal and was found to carry."""
    go_to(desk)
    desk.send("yrkande-ny", who="tornéus", kind="counter", text="köpa bussar.")
    desk.send("fraga-pa-tur-1", found="base:")
    return desk


@pytest.fixture(params=("sqlite", "postgresql"))
def register(
    request: pytest.FixtureRequest, run_folder: Path, tmp_path: Path
) -> Iterator[Register]:
    """A register with two accounts, at noon."""
    with at_noon(request.param, run_folder, tmp_path) as made:
        yield made


@pytest.fixture
def asker(citizen: Visitor) -> FlaskClient:
    """A program that asks."""
    return citizen.app.test_client()
