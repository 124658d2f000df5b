"""The shared vocabulary of Swedish minutes, compiled once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from minutes.domain.sections import SectionKind

BODY = (
    r"(?:(?!att\b|föreslå|har\b|på\b|för\b|i\b|den\b|som\b)[a-zåäöé-]+,? ){0,5}"
    r"[a-zåäöé-]*(?:styrelsen?|nämnden?|fullmäktige|utskottet|beredningen|direktionen|kommittén)s?"
)
"""A deciding body's name, as a regular expression without groups."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Headings by kind, openings of decisions, titles, parties and furniture, all compiled."""

    headings: tuple[tuple[SectionKind, re.Pattern[str]], ...]
    openers: re.Pattern[str]
    titles: re.Pattern[str]
    parties: tuple[tuple[str, re.Pattern[str]], ...]
    furniture: re.Pattern[str]


def either(patterns: list[str]) -> str:
    """The patterns as one alternative without a group of its own."""
    return "(?:" + "|".join(patterns) + ")"


def whole(patterns: list[str]) -> re.Pattern[str]:
    """One pattern that must match the whole line, whatever the case."""
    joined = either(patterns).replace("{body}", BODY)
    return re.compile(rf"^{joined}$", re.IGNORECASE)


def resource(name: str) -> dict[str, Any]:
    """A description beside this module, as TOML."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read from its description at first use."""
    raw = resource("vocabulary.toml")
    return Vocabulary(
        headings=tuple((SectionKind(kind), whole(p)) for kind, p in raw["headings"].items()),
        openers=whole(raw["openers"]["decision"]),
        titles=re.compile(either(raw["names"]["titles"]) + r",? ", re.IGNORECASE),
        parties=tuple(
            (party, re.compile(rf"\b{either(names)}(?:s|nas)?\b", re.IGNORECASE))
            for party, names in raw["parties"].items()
        ),
        furniture=whole(raw["furniture"]["lines"]),
    )
