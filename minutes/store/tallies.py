"""Rows become the tally of an edition: what was asked of whom, and what they said."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from minutes.domain.editions import EditionScope
from minutes.domain.persons import Person
from minutes.domain.verdicts import Asked, Tally, Verdict
from minutes.store import tables as t
from minutes.store.item_records import adjusted_at_once
from minutes.store.rows import grouped


def standing_edition(
    session: Session, meeting: t.Meeting, scope: EditionScope = EditionScope.WHOLE
) -> t.Edition | None:
    """The edition of a meeting that was sent last and is not withdrawn."""
    of_meeting = select(t.Edition).where(t.Edition.meeting_id == meeting.id)
    standing = of_meeting.where(t.Edition.scope == scope, col(t.Edition.withdrawn_at).is_(None))
    return session.exec(standing.order_by(col(t.Edition.number).desc())).first()


def next_edition(session: Session, meeting: t.Meeting, scope: EditionScope) -> int:
    """The number of the edition that is sent next."""
    of_scope = select(t.Edition.number).where(t.Edition.meeting_id == meeting.id)
    return max(session.exec(of_scope.where(t.Edition.scope == scope)).all(), default=0) + 1


def items_in(session: Session, edition: t.Edition) -> Sequence[t.Item]:
    """The §§ that an edition holds, in their order."""
    held = select(t.Item).join(t.EditionItem, col(t.EditionItem.item_id) == t.Item.id)
    of_edition = held.where(t.EditionItem.edition_id == edition.id)
    return session.exec(of_edition.order_by(col(t.Item.number))).all()


def signers_of(session: Session, edition: t.Edition) -> Sequence[t.EditionSigner]:
    """Who was asked to sign it, in the order of the front page."""
    return grouped(session, t.EditionSigner, "edition_id", [edition.id])[edition.id]


def verdicts_on(session: Session, edition: t.Edition) -> Sequence[t.Verdict]:
    """All that was said of it, in the order in which it was said."""
    said = select(t.Verdict).join(
        t.EditionSigner, col(t.EditionSigner.id) == t.Verdict.edition_signer_id
    )
    of_edition = said.where(t.EditionSigner.edition_id == edition.id)
    return session.exec(of_edition.order_by(col(t.Verdict.id))).all()


def waits_at_once(session: Session, item: t.Item) -> t.Edition | None:
    """The immediate edition that holds a § and is not withdrawn, whether adjusted or not."""
    held = select(t.Edition).join(t.EditionItem, col(t.EditionItem.edition_id) == t.Edition.id)
    standing = held.where(
        t.EditionItem.item_id == item.id,
        t.Edition.scope == EditionScope.IMMEDIATE,
        col(t.Edition.withdrawn_at).is_(None),
    )
    return session.exec(standing).first()


def conclusion_of(
    session: Session, edition: t.Edition
) -> t.Adjustment | t.ImmediateAdjustment | None:
    """The row that says that an edition is adjusted."""
    whole = select(t.Adjustment).where(t.Adjustment.edition_id == edition.id)
    at_once = select(t.ImmediateAdjustment).where(t.ImmediateAdjustment.edition_id == edition.id)
    return session.exec(whole).first() or session.exec(at_once).first()


def _elsewhere(session: Session, edition: t.Edition, items: Sequence[t.Item]) -> set[int]:
    """The §§ of the whole that are adjusted by documents of their own."""
    if edition.scope is not EditionScope.WHOLE:
        return set()
    secret = {one.id for one in items if one.secrecy is not None}
    return secret | adjusted_at_once(session, [one.id for one in items]).keys()


def _numbers(session: Session, edition: t.Edition) -> dict[int, int]:
    """The numbers of the §§ that are open to a verdict, by key."""
    items = items_in(session, edition)
    elsewhere = _elsewhere(session, edition, items)
    left = [one for one in items if one.id not in elsewhere] or items
    return {one.id: one.number or 0 for one in left}


def asked_of(row: t.EditionSigner) -> Asked:
    """Who was asked, as the rules know them."""
    return Asked(row.id, row.role, Person(row.name, row.party), row.expected)


def tally_of(session: Session, edition: t.Edition) -> Tally:
    """What was said of an edition so far."""
    numbers = _numbers(session, edition)
    said = (
        Verdict(
            row.edition_signer_id,
            numbers.get(row.item_id) if row.item_id else None,
            row.kind,
            row.signed_on,
            row.reason,
        )
        for row in verdicts_on(session, edition)
        if row.item_id is None or row.item_id in numbers
    )
    settled = grouped(session, t.Settlement, "edition_id", [edition.id])[edition.id]
    return Tally(
        tuple(numbers.values()),
        tuple(asked_of(row) for row in signers_of(session, edition)),
        tuple(said),
        tuple((numbers[row.item_id], row.settled_on) for row in settled if row.item_id in numbers),
    )


def _files_said(session: Session, edition: t.Edition, kind: t.DocumentKind) -> list[t.Document]:
    """The files of that kind that came with verdicts, in their order; each once."""
    keys = dict.fromkeys(row.document_id for row in verdicts_on(session, edition))
    kept = [session.get_one(t.Document, key) for key in keys if key is not None]
    return [one for one in kept if one.kind is kind]


def signed_files(session: Session, edition: t.Edition) -> list[t.Document]:
    """Its file after each signature and new timestamp, in their order."""
    renewed = select(t.Document).join(t.Renewal, col(t.Renewal.document_id) == t.Document.id)
    later = session.exec(renewed.where(t.Renewal.edition_id == edition.id)).all()
    signed = _files_said(session, edition, t.DocumentKind.SIGNED)
    return sorted([*signed, *later], key=lambda one: one.id)


def file_of(session: Session, edition: t.Edition) -> t.Document:
    """The file that is signed next: that with the last signature, or the one that was sent."""
    signed = signed_files(session, edition)
    return signed[-1] if signed else session.get_one(t.Document, edition.document_id)


def scans_of(session: Session, edition: t.Edition) -> list[t.Document]:
    """The scans of the original that was signed on paper."""
    return _files_said(session, edition, t.DocumentKind.SCAN)
