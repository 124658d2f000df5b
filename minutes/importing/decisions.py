"""The deciding block: who decides or proposes to whom, and the points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.sections import SectionKind
from minutes.importing.blocks import Block, BlockKind
from minutes.importing.numbered_points import entry, numbered_entries
from minutes.importing.section_lines import SectionLines
from minutes.importing.vocabulary import BODY

_ASSEMBLY = r"(?:region|kommun|landstings)?fullmäktige"
_PROPOSES = re.compile(
    rf"\b(?:föreslår|föreslog|hemställer|föreslagit)\b(?: (?:till|hos|att))*"
    rf" (?:att )?(?P<to>{_ASSEMBLY}|{BODY})(?! (?:den|förslag))"
    rf"|\bförslag till (?:beslut (?:i|till) )?(?P<to2>{_ASSEMBLY})",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:beslutar|beslutade|beslöt)\b(?! (?:region|kommun|landstings)?fullmäktige)"
    r"|\bfattar följande beslut",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"^(?:(?:{BODY}|Det beslutas|Beslöts|Beslutas)\b[^.:]{{0,160}}?"
    rf"(?:beslutar|beslutade|beslöt|beslutas|fattar följande beslut|"
    rf"(?:föreslår|föreslog) (?:att )?(?:{_ASSEMBLY}|{BODY})"
    rf"(?: (?:att )?(?:besluta[r]?|fatta följande beslut))?)"
    rf"(?: (?:för egen del|följande|enhälligt|därmed))*,?(?: att\b)?[:.]?)\s*",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:beslutar|beslutade|beslöts?|utses|utsågs|väljs|valdes|godkänns|godkänner|godkändes"
    r"|fastställs|fastställer|antecknas|antecknades|noterar|noteras|lades|läggs|lägger|avslås|bifalls"
    r"|avslår|bifaller|återremitteras|bordläggs|antas|antar|beviljas|beviljar|förklaras)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"^(?:inget|ingen|inga) (?:beslut|ärenden?)\b", re.IGNORECASE)
_INTRODUCES = re.compile(r":$|\b(?:att|följande|besluta[r]?)[:.]?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Group:
    """The blocks under one lead."""

    kind: DecisionKind
    to: str | None
    blocks: tuple[Block, ...]


def _proposes_to(text: str) -> str | None:
    match = _PROPOSES.search(text)
    return (match["to"] or match["to2"]).lower() if match else None


def _kind_of(text: str) -> tuple[DecisionKind, str | None]:
    to = _proposes_to(text)
    return (DecisionKind.PROPOSAL, to) if to else (DecisionKind.DECISION, None)


def _starts_group(block: Block) -> bool:
    """Whether the block says anew who decides or proposes."""
    is_prose = block.kind in {BlockKind.PARAGRAPH, BlockKind.ROW}
    return is_prose and bool(_proposes_to(block.text[:160]) or _OWN.search(block.text[:160]))


def _groups(section: SectionLines) -> Iterator[_Group]:
    kind, to = _kind_of(section.heading)
    held: list[Block] = []
    for block in section.blocks:
        if _starts_group(block) and held:
            yield _Group(kind, to, tuple(held))
            held = []
        if _starts_group(block):
            kind, to = _kind_of(block.text[:200])
        held.append(block)
    if held:
        yield _Group(kind, to, tuple(held))


def _without_lead(text: str) -> str:
    match = _LEAD.match(text)
    rest = text[match.end() :] if match else text
    return rest or text


def _running(blocks: Sequence[Block]) -> str:
    """The words of an unnumbered decision, without the lead."""
    texts = [entry(block) for block in blocks]
    if len(texts) > 1 and _INTRODUCES.search(texts[0]) and _LEAD.fullmatch(texts[0] + " "):
        texts = texts[1:]
    return _without_lead("\n".join(texts)).strip()


def _introduces_all(group: _Group) -> bool:
    """Whether a group only leads up to the next ("Enligt yrkande från S och MP:")."""
    return len(group.blocks) == 1 and group.blocks[0].text.endswith(":")


def _points(groups: Sequence[_Group]) -> tuple[list[DecisionPoint], list[DecisionPoint], int]:
    """Numbered points, running ones, and the index of the group that leads."""
    numbered: list[DecisionPoint] = []
    running: list[DecisionPoint] = []
    leader, last = -1, 0
    for index, group in enumerate(groups):
        entries = numbered_entries(group.blocks, last)
        if entries:
            leader = index if leader < 0 else leader
            last = entries[-1][0]
            numbered += [DecisionPoint(text, group.kind, group.to) for _, text in entries]
        elif index + 1 == len(groups) or not _introduces_all(group):
            text = _running(group.blocks)
            running += [DecisionPoint(text, group.kind, group.to)] if text else []
    return numbered, running, max(leader, 0)


def _plain(point: DecisionPoint, kind: DecisionKind, to: str | None) -> DecisionPoint:
    """The point without what its decision says already."""
    same = point.kind is kind and point.to == to
    return DecisionPoint(point.text) if same else point


def _of_groups(groups: Sequence[_Group]) -> Decision | None:
    numbered, running, leader = _points(groups)
    if not numbered and not running:
        return None
    kind, to = groups[leader].kind, groups[leader].to
    points = numbered or running[:1]
    further = running if numbered else running[1:]
    return Decision(
        kind,
        tuple(_plain(p, kind, to) for p in points),
        to,
        tuple(_plain(p, kind, to) for p in further),
    )


def _deciding(sections: Sequence[SectionLines]) -> list[SectionLines]:
    named = [s for s in sections if s.kind is SectionKind.DECISION and s.blocks]
    if named:
        return named
    bare = [s for s in sections if s.kind is SectionKind.OTHER and not s.heading]
    return [s for s in bare if _DECIDES.search(s.text)]


def _of_prose(section: SectionLines) -> Decision:
    """A formal item without headings: the words that decide are its only point."""
    words = [block.text for block in section.blocks if _DECIDES.search(block.text)]
    return Decision(DecisionKind.DECISION, (DecisionPoint(_without_lead("\n".join(words))),))


def read_decision(sections: Sequence[SectionLines]) -> Decision | None:
    """The § s decision, or None where nothing was decided."""
    deciding = _deciding(sections)
    if deciding and not deciding[0].heading and not _starts_group(deciding[0].blocks[0]):
        return _of_prose(deciding[0])
    groups = [group for section in deciding for group in _groups(section)]
    if groups and _NOTHING.match(groups[0].blocks[0].text):
        return None
    return _of_groups(groups)
