"""Whether words that the secretary has edited still say what the record of the § says.

The words are read as an imported protocol is. What the importer does not read back from the
record's own prose can never be told to differ: both readings leave it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from minutes.actions.prose import section_place
from minutes.domain.errors import Phrase
from minutes.domain.persons import Person
from minutes.domain.proposals import standing
from minutes.domain.record import Item
from minutes.domain.sections import Section, SectionKind
from minutes.domain.voting import Vote
from minutes.domain.wording.items import GENERATED, worded
from minutes.importing.differences import differences
from minutes.importing.items import of_sections
from minutes.importing.section_lines import read_section
from minutes.importing.votes import unread_ballots

_K = SectionKind
TOLD_IN: dict[SectionKind, tuple[str, ...]] = {
    _K.DECISION: ("decision", "referred_back", "tabled", "assignments", "motion"),
    _K.RESERVATION: ("reservations",),
    _K.NOTE: ("notes",),
    _K.DISQUALIFICATION: ("disqualified",),
    _K.STANDS_ASIDE: ("stands_aside",),
    _K.DELIBERATION: ("proposals",),
    _K.DECISION_PROCEDURE: ("questions", "votes"),
    _K.VOTE: ("votes",),
    _K.ANNEXES: ("annexes",),
    _K.DECISION_BASIS: ("decision_basis",),
    _K.REFERENCES: ("references",),
    _K.RECIPIENTS: ("recipients",),
}
"""The parts of the record that a section of each kind tells."""


def _people(item: Item) -> tuple[Person, ...]:
    """Everybody whom the record names: words may call them without their party."""
    found = [p for one in item.proposals for p in one.by]
    found += [b.person for vote in item.votes for b in vote.ballots]
    found += [r.person for r in item.reservations] + [d.person for d in item.disqualified]
    found += [p for note in item.notes for p in note.by]
    return tuple(dict.fromkeys([*found, *item.stands_aside]))


def _read(item: Item, sections: Sequence[Section]) -> Item:
    """The § as those sections tell it."""
    return of_sections(item, [read_section(s) for s in sections], _people(item))


@lru_cache(maxsize=512)
def _as_generated(body: str, bare: Item) -> tuple[tuple[Section, ...], Item]:
    """The record's own prose, and the § as the importer reads it from that."""
    made = worded(body, bare).sections
    return made, _read(bare, made)


def _bare(item: Item) -> Item:
    """The § with the prose alone that its data hang on: a motion's clauses stand among it."""
    kept = [s for s in item.sections if s.kind not in GENERATED] if item.motion else []
    return replace(item, sections=tuple(kept))


def _with(sections: Sequence[Section], edited: Section) -> list[Section]:
    """The sections with an edited one in its place; notes have several headings."""
    same = [n for n, s in enumerate(sections) if s.kind is edited.kind]
    named = [n for n in same if sections[n].heading == edited.heading]
    found = list(sections)
    for place in (named or same)[:1]:
        found[place] = edited
    return found if same else [*found, edited]


def disagreements(body: str, item: Item, section: Section) -> tuple[Phrase, ...]:
    """What an edited section says otherwise than the record, a Swedish sentence each.

    Empty where they agree, and for sections that people write.
    """
    if section.kind not in GENERATED:
        return ()
    bare = _bare(item)
    made, known = _as_generated(body, bare)
    if section in made:
        return ()
    told = _read(bare, _with(made, section))
    return differences(told, known, TOLD_IN.get(section.kind, ()))


@lru_cache(maxsize=2048)
def is_told_otherwise(body: str, item: Item) -> bool:
    """Whether any section of a § disagrees with its record, one that was emptied too.

    Kept, since a page tells it of each § of a meeting, of which few have changed.
    """
    made = [s for s in worded(body, item).sections if s.kind in GENERATED]
    there = {section_place(s) for s in item.sections}
    emptied = [replace(s, text="") for s in made if section_place(s) not in there]
    return any(disagreements(body, item, s) for s in (*item.sections, *emptied))


def _told_of(item: Item, name: str) -> Any:
    return standing(item.proposals) if name == "proposals" else getattr(item, name)


def _as_recorded(says: Any, said: Any, own: Any) -> Any:
    """What the words say as before is as the record has it: that may hold what no words tell."""
    if not isinstance(says, tuple) or len(said) != len(own):
        return says
    same = dict(zip(said, own, strict=True))
    return tuple(same.get(one, one) for one in says)


def _told_anew(item: Item, told: Item, known: Item, kinds: Iterable[SectionKind]) -> dict[str, Any]:
    """The parts of the record in sections of those kinds that the words tell otherwise.

    What was withdrawn is never told, and stays.
    """
    names = {name for kind in kinds for name in TOLD_IN.get(kind, ())}
    parts = {n: (getattr(told, n), getattr(known, n)) for n in names}
    found = {
        n: _as_recorded(says, said, _told_of(item, n))
        for n, (says, said) in parts.items()
        if says != said
    }
    if "proposals" in found:
        found["proposals"] += tuple(p for p in item.proposals if p.withdrawn)
    return found


def _with_ballots(told: Sequence[Vote], known: Sequence[Vote]) -> tuple[Vote, ...]:
    kept = [vote.ballots for vote in known]
    kept += [()] * (len(told) - len(kept))
    return tuple(
        replace(vote, ballots=vote.ballots or ballots)
        for vote, ballots in zip(told, kept, strict=False)
    )


def _read_to_keep(item: Item, sections: Sequence[Section]) -> Item:
    """The § as those sections tell it, with the ballots where names contradict the totals.

    Such names are not read; nobody's vote is to be lost by a number that was mistyped.
    """
    read = [read_section(s) for s in sections]
    told = of_sections(item, read, _people(item))
    if not any(unread_ballots(read)):
        return told
    return replace(told, votes=_with_ballots(told.votes, item.votes))


def taken_over(body: str, item: Item, section: Section) -> Item:
    """The § with what one edited section says in place of the record; its prose stays."""
    bare = _bare(item)
    made, known = _as_generated(body, bare)
    told = _read_to_keep(bare, _with(made, section))
    return replace(item, **_told_anew(item, told, known, {section.kind} & GENERATED))


def read_back(body: str, item: Item, sections: Sequence[Section]) -> Item:
    """The § as all its sections tell it, with them; a part whose section is gone is gone, too.

    What the words do not change stays as the record has it.
    """
    bare = _bare(item)
    made, known = _as_generated(body, bare)
    kinds = {s.kind for s in (*made, *sections)} & GENERATED
    changed = _told_anew(item, _read_to_keep(bare, sections), known, kinds)
    return replace(item, sections=tuple(sections), **changed)
