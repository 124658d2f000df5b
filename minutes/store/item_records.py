"""Rows become the record of each §."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from minutes.domain import record
from minutes.domain.corrections import Correction, corrected_votes
from minutes.domain.editions import EditionScope
from minutes.domain.sections import Section as SectionRecord
from minutes.domain.voting import Vote
from minutes.store import tables as t
from minutes.store.correction_records import Corrected, corrections_in
from minutes.store.debate_records import Debate, debate_of
from minutes.store.decision_records import Decided, decided_by
from minutes.store.dissent_records import Dissent, dissent_in
from minutes.store.gathering import gather
from minutes.store.remembered import remembered
from minutes.store.rows import Grouped, grouped, ids


@dataclass(frozen=True, slots=True)
class _Parts:
    """Everything that belongs to several items, by item."""

    debate: Debate
    decided: Decided
    dissent: Dissent
    corrected: Corrected
    dnr: dict[int, tuple[str, ...]]
    annexes: Grouped[t.Annex]
    recipients: Grouped[t.Recipient]
    prose: Mapping[int, tuple[SectionRecord, ...]]
    at_once: dict[int, date]

    def titles(self, item: int, kind: t.AnnexKind) -> tuple[str, ...]:
        """The annexes of a kind."""
        return tuple(a.title for a in self.annexes[item] if a.kind is kind)


def texts_of(session: Session, sections: Grouped[t.Section]) -> dict[int, str]:
    """The current wording of each section, by its key."""
    keys = ids(sections)
    current = select(t.TextRevision).join(
        t.Section,
        (col(t.Section.id) == t.TextRevision.section_id)
        & (col(t.Section.revision) == t.TextRevision.number),
    )
    of_those = current.where(col(t.Section.id).in_(keys))
    rows = remembered(session, ("texts", *keys), lambda: session.exec(of_those).all())
    return {row.section_id: row.text for row in rows}


def prose_of(session: Session, items: Sequence[int]) -> dict[int, tuple[SectionRecord, ...]]:
    """The sections of each item with their current wording, without those that were emptied."""
    sections = grouped(session, t.Section, "item_id", items)
    texts = texts_of(session, sections)
    return {
        item: tuple(
            SectionRecord(s.kind, s.heading, texts.get(s.id, ""))
            for s in sections[item]
            if s.revision < 2 or texts.get(s.id)
        )
        for item in items
    }


def dnr_of(session: Session, items: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The reference numbers of each item, in order."""
    treated = (
        select(t.ItemMatter.item_id, t.Matter.dnr)
        .join(t.Matter, col(t.Matter.id) == t.ItemMatter.matter_id)
        .where(col(t.ItemMatter.item_id).in_(items))
        .order_by(col(t.ItemMatter.position))
    )
    rows = remembered(session, ("dnr", *items), lambda: session.exec(treated).all())
    found: dict[int, tuple[str, ...]] = {}
    for item, dnr in rows:
        found[item] = (*found.get(item, ()), dnr)
    return found


def adjusted_at_once(session: Session, items: Sequence[int]) -> dict[int, date]:
    """The day of the immediate adjustment of each of the items that had one."""
    found = (
        select(t.EditionItem.item_id, col(t.ImmediateAdjustment.adjusted_on))
        .join(t.Edition, col(t.Edition.id) == t.EditionItem.edition_id)
        .join(t.ImmediateAdjustment, col(t.ImmediateAdjustment.edition_id) == t.Edition.id)
        .where(col(t.EditionItem.item_id).in_(items), t.Edition.scope == EditionScope.IMMEDIATE)
    )
    return dict(session.exec(found).all())


def _parts(session: Session, items: Sequence[int]) -> _Parts:
    def of_item(table: Any) -> Any:
        return grouped(session, table, "item_id", items)

    gather(session, items)
    return _Parts(
        debate_of(session, items),
        decided_by(session, items),
        dissent_in(session, items),
        corrections_in(session, items),
        dnr_of(session, items),
        of_item(t.Annex),
        of_item(t.Recipient),
        prose_of(session, items),
        adjusted_at_once(session, items),
    )


def _voted(
    debate: Debate, corrected: Corrected, item: int
) -> tuple[tuple[Vote, ...], tuple[Correction, ...]]:
    """The votes of an item as they stand now, and its corrections."""
    recorded = debate.votes(item)
    corrections = corrected.of(item, recorded, [row.id for row in debate.held[item]])
    return corrected_votes(recorded, corrections), corrections


def votes_of(session: Session, items: Sequence[int]) -> dict[int, tuple[Vote, ...]]:
    """The votes of each of the items as they stand now."""
    debate, corrected = debate_of(session, items), corrections_in(session, items)
    return {item: _voted(debate, corrected, item)[0] for item in items}


def _debated(parts: _Parts, item: int) -> dict[str, Any]:
    votes, corrections = _voted(parts.debate, parts.corrected, item)
    return {
        "proposals": parts.debate.proposals(item),
        "questions": parts.debate.questions(item),
        "votes": votes,
        "reservations": parts.dissent.reservations(item),
        "notes": parts.dissent.notes(item),
        "disqualified": parts.dissent.disqualifications(item),
        "stands_aside": parts.dissent.stands_aside(item),
        "corrections": corrections,
    }


def _item(parts: _Parts, row: t.Item, number: int) -> record.Item:
    return record.Item(
        number=number,
        title=row.title,
        dnr=parts.dnr.get(row.id, ()),
        decision=parts.decided.decision(row.id),
        referred_back=row.referred_back,
        tabled=row.tabled,
        assignments=parts.decided.assignments(row.id),
        motion=parts.decided.answers.get(row.id),
        annexes=parts.titles(row.id, t.AnnexKind.ANNEX),
        decision_basis=parts.titles(row.id, t.AnnexKind.DECISION_BASIS),
        references=parts.titles(row.id, t.AnnexKind.REFERENCE),
        recipients=tuple(r.name for r in parts.recipients[row.id]),
        sections=parts.prose[row.id],
        adjusted_at_once_on=parts.at_once.get(row.id),
        secrecy=row.secrecy,
        open_title=row.open_title,
        **_debated(parts, row.id),
    )


def items_of(
    session: Session, rows: Sequence[t.Item], foreseen: Mapping[int, int] | None = None
) -> tuple[record.Item, ...]:
    """The records of those items, in their order; the number of queries does not grow.

    `foreseen` are the numbers, by key, of those that have none yet (`agendas.numbers_of`).
    """
    parts = _parts(session, [row.id for row in rows])
    numbers = foreseen or {}
    return tuple(_item(parts, row, row.number or numbers[row.id]) for row in rows)
