"""Layouts: how a house lays out its minutes, described in one file each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from minutes.domain.sections import SectionKind
from minutes.importing.lines import Line
from minutes.importing.vocabulary import resource, vocabulary, whole

_GENERAL = "general"
_TEXT = SectionKind.BACKGROUND
_HOLDS_OTHERS = {_TEXT, SectionKind.SUMMARY, SectionKind.STATEMENT}


@dataclass(frozen=True, slots=True)
class Layout:
    """One house's layout, compiled from its description.

    `heading` finds the line that opens a § (groups `number`, and where it has them `dnr`, `rest`),
    `dnr` a line with the reference, `furniture` lines of the page, `inside` the kinds of section
    that do not end the section they stand in. `evidence` are lines that speak for the layout.
    """

    name: str
    heading: re.Pattern[str]
    dnr: re.Pattern[str]
    furniture: tuple[re.Pattern[str], ...]
    inside: frozenset[str]
    evidence: tuple[tuple[re.Pattern[str], int], ...]

    def is_furniture(self, text: str) -> bool:
        """Whether the line belongs to the page."""
        bare = text.rstrip(":").strip()
        return any(pattern.match(bare) for pattern in self.furniture)

    def weight(self, texts: Iterable[str]) -> int:
        """How strongly the lines speak for this layout."""
        return sum(w for text in texts for p, w in self.evidence if p.match(text))

    def stays_inside(self, kind: SectionKind, current: SectionKind | None) -> bool:
        """Whether a heading of `kind` is only a sub-heading of the `current` section."""
        if current not in _HOLDS_OTHERS or (kind is _TEXT and current is not _TEXT):
            return False
        return kind.value in self.inside


def _compile(name: str) -> Layout:
    raw = resource(f"layouts/{name}")
    any_dnr = resource(f"layouts/{_GENERAL}.toml")["item"]["dnr"]
    return Layout(
        name=raw["name"],
        heading=re.compile(rf"^{raw['item']['heading']}$"),
        dnr=re.compile(rf"^{raw['item'].get('dnr', any_dnr)}$", re.IGNORECASE),
        furniture=(whole(raw["furniture"]["lines"] or ["(?!)"]), vocabulary().furniture),
        inside=frozenset(raw["sections"]["inside"]),
        evidence=tuple((re.compile(rf"^{p}$"), w) for p, w in raw["evidence"].items()),
    )


@cache
def layouts() -> tuple[Layout, ...]:
    """All described layouts, the general one last."""
    folder = resources.files(__package__).joinpath("layouts")
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".toml"))
    names.sort(key=lambda name: name.startswith(_GENERAL))
    return tuple(_compile(name) for name in names)


def _numbered_as_elsewhere(layout: Layout, texts: Sequence[str]) -> Layout:
    """The layout, with the general heading where its own finds few of the §§.

    A house may change how it numbers ("§ 61/24") and keep all the rest.
    """
    general = layouts()[-1].heading
    own, others = (sum(bool(p.match(t)) for t in texts) for p in (layout.heading, general))
    return layout if 2 * own >= others else replace(layout, heading=general)


def choose(lines: Iterable[Line]) -> Layout:
    """The layout that the lines speak for most; the general one where none does."""
    texts = [line.text for line in lines]
    weights = [(layout.weight(texts), layout) for layout in layouts()]
    best = max(weights, key=lambda pair: pair[0])
    return _numbered_as_elsewhere(best[1], texts) if best[0] >= 4 else layouts()[-1]
