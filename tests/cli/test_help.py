"""Help and complaints are Swedish."""

from __future__ import annotations

import re

import pytest

from minutes.cli import main
from tests.cli.commands import Commands

ENGLISH = re.compile(
    r"\b(?:usage|options?|commands?|show|exit|message|error|try|missing|argument\b(?!\])|invalid"
    r"|such|got|unexpected|requires?|file|path|integer)\b",
    re.IGNORECASE,
)
NAMES = re.compile(r"--[\w-]+|^  \w+ ", re.MULTILINE)
"""What is typed is English, as it is in the code."""

MISUSED = (
    pytest.param(["parse"], "FIL saknas.", id="an argument is missing"),
    pytest.param(["protocol", "Styrelsen"], "ÅÅÅÅ-MM-DD saknas.", id="the second one is"),
    pytest.param(["tolka"], "Kommandot tolka finns inte.", id="no such command"),
    pytest.param(["parse", "--prosa"], "Valet --prosa finns inte.", id="no such option"),
    pytest.param(["parse", "--txt"], "Menades --text?", id="an option misspelt"),
    pytest.param(["import", "a.txt", "--body"], "--body ska följas av ett värde", id="no value"),
    pytest.param(["parse", "a.txt", "b.txt"], "hör inte till kommandot: b.txt", id="too much"),
    pytest.param(
        ["import", "a.txt", "--date", "i fjol"],
        "”i fjol” är ingen dag. Skriv den som 2026-10-28.",
        id="no day",
    ),
    pytest.param(
        ["import", "a.txt", "--party", "LP"], "Skriv ett parti som --party", id="half a party"
    ),
)


@pytest.mark.parametrize("words", [[], *([name] for name in main.commands)], ids=str)
def test_the_help_is_swedish(words: list[str], bare: Commands) -> None:
    result = bare.run(*words, "--help")

    assert result.exit_code == 0
    assert result.stdout.startswith(f"Användning: {' '.join(['main', *words])} ")
    assert ENGLISH.findall(NAMES.sub("", result.stdout)) == []


def test_the_help_names_every_command(bare: Commands) -> None:
    shown = bare.run("--help").stdout.split("Kommandon:\n")[1]

    assert re.findall(r"^  (\w+)  +\S", shown, re.MULTILINE) == sorted(main.commands)


@pytest.mark.parametrize(("words", "sentence"), MISUSED)
def test_what_cannot_be_run_is_told_in_swedish(
    words: list[str], sentence: str, bare: Commands
) -> None:
    result = bare.run(*words)

    assert result.exit_code == 2
    assert sentence in result.stderr
    assert ENGLISH.findall(NAMES.sub("", result.stderr)) == []
    assert not bare.database.exists()
