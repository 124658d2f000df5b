"""The wordings of a §'s sections: who wrote them, when, and how much they changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from minutes.domain.comparing import compared, words_changed
from minutes.domain.sittings import Sitting, sittings
from minutes.store.queries.writers import names_of
from minutes.store.rows import grouped, ids
from minutes.store.tables import Section, TextRevision


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody did to a text at one sitting: words added and removed.

    `before` is the wording that they began from, 0 where there was none; `number` the one left.
    """

    before: int
    number: int
    by: str
    at: datetime
    added: int
    removed: int


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording, by its number: who left it, and when."""

    number: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Wordings:
    """A section with its changes and each of its wordings, the latest first, and their texts."""

    section: Section
    changes: Sequence[Change]
    each: Sequence[Wording]
    texts: dict[int, str]


def _change(one: Sitting, texts: dict[int, str], names: dict[str, str]) -> Change:
    before = one.first - 1
    added, removed = words_changed(compared(texts.get(before, ""), texts[one.last]))
    return Change(before, one.last, names[one.by], one.at, added, removed)


def _wording(row: TextRevision, names: dict[str, str]) -> Wording:
    return Wording(row.number, names[row.written_by], row.written_at)


def wordings_of(session: Session, item: int) -> Sequence[Wordings]:
    """The sections of an item with their wordings, in their order."""
    sections = grouped(session, Section, "item_id", [item])
    rows = grouped(session, TextRevision, "section_id", ids(sections))
    names = names_of(session, [row.written_by for own in rows.values() for row in own])
    found = []
    for section in sections[item]:
        texts = {row.number: row.text for row in rows[section.id]}
        told = sittings((row.number, row.written_by, row.written_at) for row in rows[section.id])
        changes = [_change(one, texts, names) for one in reversed(told)]
        each = [_wording(row, names) for row in reversed(rows[section.id])]
        found.append(Wordings(section, changes, each, texts))
    return found
