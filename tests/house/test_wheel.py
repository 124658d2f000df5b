"""The wheel holds everything: who installs it needs no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
_VISIT = """
import pathlib
import minutes
from minutes.app import create_app
from minutes.cli import main
assert pathlib.Path(minutes.__file__).is_relative_to(pathlib.Path.cwd()), minutes.__file__
try:
    main(["migrate"])
except SystemExit as left:
    assert not left.code, left.code
client = create_app().test_client()
assert client.get("/").status_code == 200
page = client.get("/").text
for line in page.splitlines():
    if 'rel="stylesheet"' in line:
        assert client.get(line.split('href="')[1].split('"')[0]).status_code == 200, line
assert "This page as data" in client.get("/sprak/en", follow_redirects=True).text
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but what the wheel unpacks to."""
    made, folder = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("installed")
    command = ["pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(made)]
    subprocess.run([sys.executable, "-m", *command, str(ROOT)], check=True, cwd=made)
    [wheel] = made.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(folder)
    return folder


def test_an_installed_wheel_makes_its_database_and_shows_its_pages(installed: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(installed),
        "MINUTES_DATABASE_URL": f"sqlite:///{installed / 'minutes.sqlite3'}",
        "MINUTES_EXPORTS": str(installed / "exports"),
    }

    done = subprocess.run(
        [sys.executable, "-c", _VISIT],
        cwd=installed,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


def test_the_wheel_leaves_the_tests_at_home(installed: Path) -> None:
    assert not (installed / "tests").exists()
    assert (installed / "minutes" / "templates" / "page.html").is_file()
    assert list((installed / "minutes" / "migrations").glob("*.py"))
