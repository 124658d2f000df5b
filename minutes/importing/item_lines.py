"""Where each § begins and ends, and its number, title and reference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from minutes.importing.headings import heading_of
from minutes.importing.layouts import Layout
from minutes.importing.lines import Line
from minutes.importing.references import is_reference, leading, split

_LOOK_AHEAD = 14
_HANDLED_BY = re.compile(r"^(?:Handläggare|Föredragande|Ansvarig|Referent|Diariekod):? \S.{2,60}$")
_WANTS_NUMBER = re.compile(r"(?:-|\b(?:SOU|Ds|[Pp]rop\.?|SFS|[Nn]r|[Mm]otion|KOM|[Dd]nr))$")
"""A line of a title whose reference number stands on the next."""
_RUNS_ON = re.compile(r"(?:[,–-]|\b(?:§|den|se|av|i|och|punkt|enligt|från|med|till|KF|KS|RS))$")


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that may open a §."""

    index: int
    number: int
    dnr: str
    rest: str
    evidence: int


@dataclass(slots=True)
class ItemLines:
    """One § as lines: what stands in its head, and its body."""

    number: int
    line: int
    dnr: tuple[str, ...] = ()
    title: list[Line] = field(default_factory=list)
    rest: str = ""
    body: list[Line] = field(default_factory=list)
    handled_by: list[Line] = field(default_factory=list)


def _evidence(lines: Sequence[Line], index: int, layout: Layout) -> int:
    """How much speaks for a § with a body here rather than a line in a list of items."""
    found = 0
    filled = [line for line in lines[index + 1 : index + 3 * _LOOK_AHEAD] if not line.is_blank]
    for line in filled[:_LOOK_AHEAD]:
        if layout.heading.match(line.text):
            break
        found += 2 * (heading_of(line) is not None) + bool(layout.dnr.match(line.text))
        found += len(line.text) > 50
    return min(found, 6)


def _is_running_text(lines: Sequence[Line], index: int) -> bool:
    """Whether the line before runs on into this one ("... den 6 november 2024, §" / "149.")."""
    before = lines[index - 1] if index else None
    return before is not None and bool(_RUNS_ON.search(before.text))


def openings(lines: Sequence[Line], layout: Layout) -> Iterator[Opening]:
    """Every line that has the look of a § heading."""
    for index, line in enumerate(lines):
        match = layout.heading.match(line.text)
        if match is None or _is_running_text(lines, index):
            continue
        groups = match.groupdict()
        dnr, rest = groups.get("dnr") or "", (groups.get("rest") or "").lstrip("–-: ")
        if not dnr and len(line.cells) > 1 and is_reference(line.cells[-1].text):
            dnr, rest = line.cells[-1].text, rest.removesuffix(line.cells[-1].text).strip()
        if not dnr and rest:
            dnr, rest = leading(rest)
        if rest and not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "”\"'(-–"):
            continue
        evidence = _evidence(lines, index, layout)
        yield Opening(index, int(groups["number"]), dnr, rest, evidence)


def chain(found: Sequence[Opening]) -> list[Opening]:
    """The rising run of § numbers with the most behind it; lists of items fall away."""
    best: list[float] = []
    came_from: list[int | None] = []
    for i, opening in enumerate(found):
        score, origin = 0.0, None
        for j in range(i):
            step = opening.number - found[j].number
            if step > 0 and best[j] - 1.5 * (step - 1) > score:
                score, origin = best[j] - 1.5 * (step - 1), j
        best.append(score + 1 + opening.evidence)
        came_from.append(origin)
    at: int | None = max(range(len(found)), key=lambda i: best[i]) if found else None
    run: list[Opening] = []
    while at is not None:
        run.append(found[at])
        at = came_from[at]
    return run[::-1]


def _is_reference_line(line: Line, layout: Layout) -> bool:
    return layout.dnr.match(line.text) is not None or is_reference(line.text)


def _head_end(lines: Sequence[Line], layout: Layout, *, started: bool) -> int | None:
    """The index of the first section heading or reference line, if one comes soon.

    The first words of a § are its title even where they are a heading's ("Justering").
    """
    seen = int(started)
    for index, line in enumerate(lines):
        if line.is_blank:
            continue
        broken = index > 0 and bool(_WANTS_NUMBER.search(lines[index - 1].text))
        if not broken and (_is_reference_line(line, layout) or _HANDLED_BY.match(line.text)):
            return index
        if seen and heading_of(line) is not None:
            return index
        seen += 1
        so_far = len(line.text) + (len(lines[index - 1].text) if index else 0)
        if seen > 7 or (line.text.endswith((".", ":", "?")) and so_far > 25):
            return None
    return None


def _first_paragraph(lines: Sequence[Line], *, started: bool) -> int:
    """Where a title ends that no heading follows: at a blank line or a capital letter."""
    for index, line in enumerate(lines):
        if line.is_blank:
            if started:
                return index
            continue
        if started and not line.text[0].islower():
            return index
        started = True
    return len(lines)


def _take_references(item: ItemLines, layout: Layout) -> None:
    """Move the lines with references, and who handled the item, from the body to the head."""
    while item.body:
        line = item.body[0]
        if _HANDLED_BY.match(line.text):
            item.handled_by.append(line)
        elif not line.is_blank:
            if not _is_reference_line(line, layout):
                return
            match = layout.dnr.match(line.text)
            item.dnr += split(match["dnr"] if match else line.text)
        item.body = item.body[1:]


def _take_head(item: ItemLines, layout: Layout) -> None:
    """Move title and reference lines from the body to the head, whichever comes first."""
    _take_references(item, layout)
    end = _head_end(item.body, layout, started=bool(item.rest))
    if end is None:
        end = _first_paragraph(item.body, started=bool(item.rest))
    item.title = [line for line in item.body[:end] if not line.is_blank and not line.footnote]
    notes = [line for line in item.body[:end] if line.footnote]
    item.body = item.body[end:]
    _take_references(item, layout)
    item.body = [*notes, *item.body]


def cut(lines: Sequence[Line], run: Sequence[Opening], layout: Layout) -> list[ItemLines]:
    """The lines of each § of the run."""
    items = []
    ends = [*(o.index for o in run[1:]), len(lines)][: len(run)]
    for opening, end in zip(run, ends, strict=True):
        body = [
            line
            for line in lines[opening.index + 1 : end]
            if not _repeats(line, opening.number, layout)
        ]
        item = ItemLines(opening.number, lines[opening.index].number, split(opening.dnr))
        item.rest, item.body = opening.rest, body
        _take_head(item, layout)
        items.append(item)
    return items


def _repeats(line: Line, number: int, layout: Layout) -> bool:
    match = layout.heading.match(line.text)
    return match is not None and int(match["number"]) == number
