"""Everything that a page shows is in the catalogue, and the catalogue has nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from minutes.web.languages import LANGUAGES, translations
from tests.house.shown import in_code, in_template

ROOT = Path(__file__).resolve().parent.parent.parent
CATALOGUE = ROOT / "minutes" / "translations" / "en" / "LC_MESSAGES" / "messages.po"
STAYS_SWEDISH = {"items/paragraf.html"}
"""Templates that write what stands in the minutes, beside those of documents."""

TEMPLATES = [
    path
    for path in sorted((ROOT / "templates").rglob("*.html"))
    if "documents" not in path.parts
    and path.relative_to(ROOT / "templates").as_posix() not in STAYS_SWEDISH
]
WEB = sorted((ROOT / "minutes" / "web").rglob("*.py"))
SCRIPTS = sorted((ROOT / "minutes" / "static" / "js").rglob("*.js"))
_CURE = 'mark it: {{ _("…") }} in a template, _("…") in code; then script/translate'
_PERCENT = re.compile(r"%\((\w+)\)[sd]|(%)")

Key = tuple[str | None, str | tuple[str, ...]]


def _keys(catalogue: Catalog) -> set[Key]:
    return {(m.context, _id(m)) for m in catalogue if m.id}


def _id(message: Message) -> str | tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, list | tuple) else message.id


def _catalogue() -> Catalog:
    with CATALOGUE.open("rb") as written:
        return read_po(written)


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> set[Key]:
    """What is marked now, as script/translate finds it."""
    found = tmp_path_factory.mktemp("gathered") / "messages.pot"
    command = ["extract", "--mapping", "pyproject.toml", "--output", str(found), "."]
    babel = [sys.executable, "-m", "babel.messages.frontend", "--quiet"]
    subprocess.run([*babel, *command], check=True, cwd=ROOT, capture_output=True)
    with found.open("rb") as written:
        return _keys(read_po(written))


def _told(paths: list[Path], found_in: Callable[[Path], list[tuple[int, str]]]) -> list[str]:
    assert len(paths) > 20
    return [
        f"{path.relative_to(ROOT)}:{line}: {words!r}"
        for path in paths
        for line, words in found_in(path)
    ]


def test_everything_that_a_template_shows_is_marked() -> None:
    assert _told(TEMPLATES, in_template) == [], _CURE


def test_everything_that_web_code_says_is_marked() -> None:
    assert _told(WEB, in_code) == [], _CURE


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.name)
def test_a_script_says_nothing_that_its_page_has_not_given_it(path: Path) -> None:
    said = re.findall(r'"[^"\n]*[åäöÅÄÖ][^"\n]*"', path.read_text(encoding="utf-8"))

    assert said == [], "let the template say it, in an attribute data-…"


def test_the_catalogue_has_every_string_that_is_marked(gathered: set[Key]) -> None:
    missing = gathered - _keys(_catalogue())

    assert missing == set(), "run script/translate, and translate what is new"


def test_the_catalogue_has_no_string_that_nothing_shows(gathered: set[Key]) -> None:
    assert _keys(_catalogue()) - gathered == set(), "run script/translate"


def test_every_string_is_translated() -> None:
    waiting = [m.id for m in _catalogue() if m.id and (m.fuzzy or not all(_strings(m)))]

    assert waiting == [], f"write msgstr in {CATALOGUE.relative_to(ROOT)}"


def _strings(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (str(message.string),)


def _places(words: str) -> set[str]:
    """The values that words ask for: %(name)s, {name}; a percent sign alone is one too."""
    named = {name or "%" for name, _ in _PERCENT.findall(words.replace("%%", ""))}
    return named | {name for _, name, _, _ in Formatter().parse(words) if name}


def test_a_translation_asks_for_the_values_of_its_original() -> None:
    for message in _catalogue():
        ids = message.id if isinstance(message.id, list | tuple) else (message.id,)
        originals = set().union(*map(_places, ids)) if message.id else set()
        for string in _strings(message):
            assert not message.id or _places(string) == originals, string


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "sv"])
def test_each_language_that_is_offered_has_its_catalogue(language: str) -> None:
    told = translations(language).ugettext("Sidan som data (JSON)")

    assert told != "Sidan som data (JSON)"
