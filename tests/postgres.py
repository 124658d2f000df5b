"""A PostgreSQL server of the run's own, and databases to throw away."""

from __future__ import annotations

import os
import shutil
import subprocess
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, NullPool, create_engine, make_url, text

from tests.once import made_once

VARIABLE = "MINUTES_TEST_POSTGRES_URL"
"""Names a server to use instead, by a URL whose role may create databases."""
_OPTIONS = (
    "listen_addresses=",
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "shared_buffers=16MB",
    "lock_timeout=30s",  # two tests that wait for each other fail, and do not hang
)
_LOCALE = ("--encoding=UTF8", "--locale=C.UTF-8")


def _program(name: str) -> str:
    """A program of PostgreSQL, of the newest version that is installed."""
    found = shutil.which(name)
    versions = sorted(
        Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda p: float(p.parts[-3])
    )
    if found is None and not versions:
        raise FileNotFoundError(
            f"PostgreSQL is not installed: run script/bootstrap check, or set {VARIABLE}."
        )
    return found or str(versions[-1])


def _as_server() -> dict[str, Any]:
    """PostgreSQL refuses to run as root; its package brings a user of its own."""
    if os.geteuid() != 0:
        return {}
    return {"user": "postgres", "group": "postgres", "extra_groups": []}


def _run(folder: Path, name: str, *arguments: str) -> None:
    command = [_program(name), "-D", str(folder / "data"), *arguments]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, **_as_server()
    )
    if done.returncode:
        raise RuntimeError(f"{name} failed: {done.stdout}{done.stderr}")


def _start(folder: Path) -> str:
    """The URL of a new server that answers on a socket in `folder` only."""
    folder.mkdir()
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    _run(folder, "initdb", "-U", "tests", "-A", "trust", "--no-sync", *_LOCALE)
    options = " ".join(
        f"-c {option}" for option in (*_OPTIONS, f"unix_socket_directories={folder}")
    )
    _run(folder, "pg_ctl", "start", "-w", "-s", "-l", str(folder / "log"), "-o", options)
    return f"postgresql+psycopg://tests@/postgres?host={folder}"


def stop_server(run: Path) -> None:
    """End the server of the run, if it was started."""
    _drop_template(run)
    folder = run / "postgres"
    if (folder / "data" / "postmaster.pid").exists():
        _run(folder, "pg_ctl", "stop", "-w", "-s", "-m", "immediate")


def _server(run: Path) -> str:
    """The URL of the server: the one that the environment names, else the run's own."""
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    address = made_once(run / "postgres.url", lambda p: _write(p, _start(run / "postgres")))
    return address.read_text()


def _write(path: Path, text: str) -> None:
    path.write_text(text)


@contextmanager
def postgres_database(run: Path, template: str = "template1") -> Iterator[str]:
    """The URL of a database, empty or like the template, which is dropped afterwards."""
    url = make_url(_server(run))
    name = f"paragraf_test_{uuid.uuid4().hex}"
    _execute(url, f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield url.set(database=name).render_as_string(hide_password=False)
    finally:
        _execute(url, f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def made_again(url: str) -> Iterator[Callable[[], None]]:
    """What makes a database the one again that it is now, as often as it is called."""
    server, name = make_url(url).set(database="postgres"), make_url(url).database
    _execute(server, f"CREATE DATABASE {name}_kept TEMPLATE {name}")

    def again() -> None:
        _execute(server, f"DROP DATABASE {name} WITH (FORCE)")
        _execute(server, f"CREATE DATABASE {name} TEMPLATE {name}_kept")

    yield again
    _execute(server, f"DROP DATABASE {name}_kept WITH (FORCE)")


def postgres_template(run: Path, fill: Callable[[str], None]) -> str:
    """The name of a database to copy, filled once a run; it goes with the run's server.

    Nobody may be connected to it while it is copied: `fill` closes its connections.
    """
    url = make_url(_server(run))
    name = f"paragraf_template_{run.name.replace('-', '_')}"

    def make(file: Path) -> None:
        _execute(url, f"CREATE DATABASE {name}")
        fill(url.set(database=name).render_as_string(hide_password=False))
        file.write_text(name)

    made_once(run / "postgres.template", make)
    return name


def _drop_template(run: Path) -> None:
    """On a server that is not the run's own nothing is left behind."""
    made = run / "postgres.template"
    if VARIABLE in os.environ and made.exists():
        _execute(make_url(os.environ[VARIABLE]), f"DROP DATABASE {made.read_text()} WITH (FORCE)")


def _execute(url: URL, statement: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text(statement))
