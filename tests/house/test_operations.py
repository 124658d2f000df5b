"""docs/operations.md names the settings and commands that there are."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import click
import pytest

from minutes.cli import main
from minutes.settings import read_settings

ROOT = Path(__file__).resolve().parent.parent.parent
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
NAME = re.compile(r"\bMINUTES_[A-Z_]+\b")
ROW = re.compile(r"^\| `(?P<name>MINUTES_\w+)` \| (?P<default>[^|]+) \|", re.MULTILINE)
DEFAULTS = {row["name"]: row["default"] for row in ROW.finditer(OPERATIONS)}
STATED = {name: d.strip("`") for name, d in DEFAULTS.items() if d.startswith("`")}
COMMANDS = sorted(main.commands)


def _sources() -> list[Path]:
    """Code and scripts, and the tests but for those of the house and of the settings."""
    scripts = (ROOT / "script").iterdir()
    code = (p for f in ("minutes", "benchmarks") for p in (ROOT / f).rglob("*.py"))
    return [*scripts, *code, *(ROOT / "tests").glob("*.py")]


def _used() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in _sources())
    return {name for text in texts for name in NAME.findall(text)}


def _options(command: click.Command) -> set[str]:
    return {option for parameter in command.params for option in parameter.opts if "-" in option}


def test_every_variable_of_the_code_is_in_operations() -> None:
    assert _used() <= DEFAULTS.keys(), "add a row to the settings of docs/operations.md"


def test_every_variable_of_operations_is_in_the_code() -> None:
    assert set(NAME.findall(OPERATIONS)) <= _used(), "nothing reads it: take it out"


@pytest.mark.parametrize("name", sorted(STATED))
def test_a_stated_default_is_the_default(name: str) -> None:
    given = {name: STATED[name].replace("$PWD", str(Path.cwd()))}
    secret = "known to the test"

    stated, default = read_settings(given), read_settings({})

    assert replace(stated, secret=secret) == replace(default, secret=secret)


def test_only_what_each_region_has_of_its_own_has_no_stated_default() -> None:
    sign_on = {f"MINUTES_SSO_{name}" for name in ("ISSUER", "CLIENT_ID", "CLIENT_SECRET", "GROUPS")}
    mail = {f"MINUTES_SMTP_{name}" for name in ("HOST", "USER", "PASSWORD", "FROM")}
    own = {"MINUTES_SECRET", "MINUTES_TEST_POSTGRES_URL", "MINUTES_ADDRESS"}
    seal = {f"MINUTES_SEAL{name}" for name in ("", "_KEY", "_PASSPHRASE", "_PASSPHRASE_FILE")}
    signing = {f"MINUTES_SIGNING_{name}" for name in ("METHODS", "ANCHORS", "TOKENS")}
    signing.add("MINUTES_TIMESTAMP_URL")
    assert DEFAULTS.keys() - STATED == own | sign_on | mail | seal | signing | {
        "MINUTES_TIMESTAMP_URL"
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_in_operations_with_its_options(name: str) -> None:
    row = next((r for r in OPERATIONS.splitlines() if r.startswith(f"| `minutes {name}")), "")

    missing = {option for option in _options(main.commands[name]) if f"`{option}" not in row}

    assert row, "add a row to the table of commands"
    assert not missing


def test_every_command_of_operations_is_one() -> None:
    named = set(re.findall(r"\bminutes ([a-z]+)\b", OPERATIONS))

    assert named == set(COMMANDS)
