"""§§ as open data, with their text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from minutes.domain.decisions import DecisionKind, Outcome, outcome_of
from minutes.domain.sections import SectionKind
from minutes.store import tables as t
from minutes.store.item_records import prose_of
from minutes.store.open_data.kinds import Filter, Kind
from minutes.store.open_data.places import OF_ITEMS, OfItem, is_item, placed, with_meeting
from minutes.store.rows import grouped


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a §, with its heading as printed and its text in Markdown."""

    classification: SectionKind
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected after the minutes were adjusted: old words, new words and the reason."""

    after: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(OfItem):
    """A § of the minutes, with its text."""

    year: int
    number: int
    title: str
    outcome: Outcome
    matter_ids: tuple[str, ...]
    dnr: tuple[str, ...]
    sections: tuple[Section, ...]
    recipients: tuple[str, ...]
    corrections: tuple[Correction, ...]


def _matters(session: Session, items: Sequence[int]) -> dict[int, list[t.Matter]]:
    rows = session.exec(
        select(t.ItemMatter.item_id, t.Matter)
        .join(t.Matter, col(t.Matter.id) == t.ItemMatter.matter_id)
        .where(col(t.ItemMatter.item_id).in_(items))
        .order_by(col(t.ItemMatter.position))
    )
    found: dict[int, list[t.Matter]] = defaultdict(list)
    for item, matter in rows:
        found[item].append(matter)
    return found


def _correction(row: t.Correction) -> Correction:
    return Correction(row.after_words, row.old_words, row.new_words, row.reason)


def _items(session: Session, rows: Sequence[Any]) -> list[Item]:
    keys = [row[0].id for row in rows]
    matters, prose = _matters(session, keys), prose_of(session, keys)
    recipients = grouped(session, t.Recipient, "item_id", keys)
    corrections = grouped(session, t.Correction, "item_id", keys)
    return [
        Item(
            **place,
            year=item.year,
            number=item.number,
            title=item.title,
            outcome=outcome_of(kind, referred_back=item.referred_back, tabled=item.tabled),
            matter_ids=tuple(one.slug for one in matters[item.id]),
            dnr=tuple(one.dnr for one in matters[item.id]),
            sections=tuple(Section(s.kind, s.heading, s.text) for s in prose[item.id]),
            recipients=tuple(one.name for one in recipients[item.id]),
            corrections=tuple(_correction(one) for one in corrections[item.id]),
        )
        for (item, _, _, _, kind), place in zip(
            rows, placed(session, rows, lambda _row: ""), strict=True
        )
    ]


def _is_of_outcome(_session: Session, outcome: Outcome) -> Any:
    """The § ended so."""
    item = t.Item
    put_off = col(item.referred_back) | col(item.tabled)
    kinds = {Outcome.DECIDED: DecisionKind.DECISION, Outcome.PROPOSED: DecisionKind.PROPOSAL}
    if outcome is Outcome.REFERRED_BACK:
        return col(item.referred_back)
    if outcome is Outcome.TABLED:
        return col(item.tabled) & ~col(item.referred_back)
    if outcome is Outcome.NONE:
        return ~put_off & col(t.Decision.id).is_(None)
    return ~put_off & (col(t.Decision.kind) == kinds[outcome])


_COLUMNS: tuple[Any, ...] = (
    t.Item, t.Item, t.Body.slug, t.Meeting.held_on, t.Decision.kind
)  # fmt: skip
_ITEMS = with_meeting(select(*_COLUMNS).outerjoin(t.Decision, col(t.Decision.item_id) == t.Item.id))
ITEMS = Kind(
    "items", Item, t.Item, _ITEMS, _items, is_item,
    (*OF_ITEMS, Filter("outcome", Outcome, _is_of_outcome)),
)  # fmt: skip
