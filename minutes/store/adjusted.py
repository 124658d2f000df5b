"""Rows become what is told of an adjustment: who signed how and when, who refused, which files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from minutes.domain.verdicts import SigningMethod, VerdictKind
from minutes.store import tables as t
from minutes.store.tallies import file_of, scans_of


@dataclass(frozen=True, slots=True)
class Signed:
    """One who signed the minutes; the method is not known of those that were taken in."""

    name: str
    party: str | None
    role: str
    signed_on: date | None
    method: SigningMethod | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A § that somebody would not sign, with the reason."""

    name: str
    number: int | None
    reason: str
    said_on: date


@dataclass(frozen=True, slots=True)
class Adjusted:
    """How the minutes of a meeting were adjusted.

    `base` is the file that was sent to be adjusted, `signed` the one with all signatures, `scans`
    are of the original that was signed on paper; there is none of them where the minutes were
    adjusted elsewhere.
    """

    adjusted_on: date | None
    signatures: tuple[Signed, ...] = ()
    refusals: tuple[Refused, ...] = ()
    base: t.Document | None = None
    signed: t.Document | None = None
    scans: tuple[t.Document, ...] = ()


def adjustment_of(session: Session, meeting: t.Meeting) -> t.Adjustment | None:
    """The adjustment of a meeting's minutes."""
    of_meeting = select(t.Adjustment).where(t.Adjustment.meeting_id == meeting.id)
    return session.exec(of_meeting).first()


def meetings_in(session: Session, body: t.Body, year: int) -> Sequence[t.Meeting]:
    """The meetings of a body in a year, in their order."""
    within = col(t.Meeting.held_on).between(date(year, 1, 1), date(year, 12, 31))
    found = select(t.Meeting).where(t.Meeting.body_id == body.id, within)
    return session.exec(found.order_by(col(t.Meeting.held_on))).all()


def _elsewhere(session: Session, adjustment: t.Adjustment) -> Adjusted:
    rows = session.exec(
        select(t.Signature)
        .where(t.Signature.adjustment_id == adjustment.id)
        .order_by(col(t.Signature.position))
    )
    signatures = tuple(Signed(one.name, one.party, "", one.signed_on) for one in rows)
    return Adjusted(adjustment.adjusted_on, signatures)


def _said(session: Session, edition_id: int) -> list[tuple[t.EditionSigner, t.Verdict]]:
    found = (
        select(t.EditionSigner, t.Verdict)
        .join(t.Verdict, col(t.Verdict.edition_signer_id) == t.EditionSigner.id)
        .where(t.EditionSigner.edition_id == edition_id)
        .order_by(col(t.Verdict.id))
    )
    return list(session.exec(found).all())


def _refusals(session: Session, meeting: t.Meeting) -> tuple[Refused, ...]:
    """What was refused in any edition of all §§; of a secret § nothing is told."""
    columns: Any = (
        t.EditionSigner.name, t.Item.number, t.Verdict.reason, t.Verdict.signed_on
    )  # fmt: skip
    found = (
        select(*columns)
        .select_from(t.EditionSigner)
        .join(t.Verdict, col(t.Verdict.edition_signer_id) == t.EditionSigner.id)
        .join(t.Edition, col(t.EditionSigner.edition_id) == t.Edition.id)
        .join(t.Item, col(t.Verdict.item_id) == t.Item.id)
        .where(t.Edition.meeting_id == meeting.id, col(t.Item.secrecy).is_(None))
        .where(t.Verdict.kind == VerdictKind.REFUSED)
        .order_by(col(t.Verdict.id))
    )
    rows: Any = session.exec(found).all()
    return tuple(Refused(*row) for row in rows)


def adjusted_of(session: Session, meeting: t.Meeting) -> Adjusted | None:
    """How a meeting's minutes were adjusted, None where they are not."""
    adjustment = adjustment_of(session, meeting)
    if adjustment is None:
        return None
    if adjustment.edition_id is None:
        return _elsewhere(session, adjustment)
    edition = session.get_one(t.Edition, adjustment.edition_id)
    said = [one for one in _said(session, edition.id) if one[1].kind is VerdictKind.SIGNED]
    latest = file_of(session, edition)
    return Adjusted(
        adjustment.adjusted_on,
        tuple(Signed(s.name, s.party, s.role.value, v.signed_on, v.method) for s, v in said),
        _refusals(session, meeting),
        session.get_one(t.Document, edition.document_id),
        latest if latest.kind is t.DocumentKind.SIGNED else None,
        tuple(scans_of(session, edition)),
    )
