"""A register that lets people sign in with a real provider."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes.actions.accounts import open_account
from minutes.actions.history import Act
from minutes.clock import now
from minutes.store.session import db
from tests.databases import Register, made_for, migrated_file, opened
from tests.sso.browser import HOME, Browser
from tests.sso.provider import CLIENT, PASSWORD, SECRET, Provider, running


@pytest.fixture(scope="session")
def provider_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    """One provider for all tests of a process."""
    with running(HOME, tmp_path_factory.mktemp("provider")) as provider:
        yield provider


@pytest.fixture
def provider(provider_process: Provider) -> Iterator[Provider]:
    """The provider, which says what it says until a test alters it."""
    yield provider_process
    provider_process.alter = provider_process.forge = None
    provider_process.asked.clear()


@pytest.fixture
def more(request: pytest.FixtureRequest) -> dict[str, str]:
    """Settings of a test beside those of all; given by parametrize."""
    return dict(getattr(request, "param", {}))


_SET = {
    "MINUTES_SECRET": "known to the tests",
    "MINUTES_SSO_CLIENT_ID": CLIENT,
    "MINUTES_SSO_CLIENT_SECRET": SECRET,
    "MINUTES_SSO_NAME": "Regionkontot",
    "MINUTES_SSO_ADDRESSES": "all",
    "MINUTES_SSO_SECOND_FACTOR": "pwd mfa",
}


@pytest.fixture
def register(
    provider: Provider, more: dict[str, str], run_folder: Path, tmp_path: Path
) -> Iterator[Register]:
    """A register with the account of Vera, who may sign in with the provider."""
    place = {"MINUTES_DATABASE_URL": f"sqlite:///{migrated_file(run_folder, tmp_path)}"}
    made = made_for({**place, **_SET, "MINUTES_SSO_ISSUER": provider.issuer, **more})
    with opened(made):
        act = Act("provet", now())
        for name in ("vera", "nils"):
            open_account(
                db.session, act, email=f"{name}@exempel.se", name=name.title(), password=PASSWORD
            )
        db.session.commit()
    yield made
    with opened(made):
        pass


@pytest.fixture
def browser(register: Register, provider: Provider) -> Iterator[Browser]:
    """A browser that has been nowhere yet."""
    made = Browser(register, provider)
    yield made
    made.close()
