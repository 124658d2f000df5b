"""Rows become the edition of a meeting's protocol that the register holds now."""

from __future__ import annotations

from sqlmodel import Session

from minutes.domain.adjustment import Signature
from minutes.domain.editions import Edition
from minutes.store import tables as t
from minutes.store.correction_records import made_in
from minutes.store.records import notice_of
from minutes.store.rows import grouped, ids


def edition_of(session: Session, meeting: t.Meeting) -> Edition:
    """How far the minutes of a meeting have come."""
    body = session.get_one(t.Body, meeting.body_id)
    adjustments = grouped(session, t.Adjustment, "meeting_id", [meeting.id])
    signatures = grouped(session, t.Signature, "adjustment_id", ids(adjustments))
    return Edition(
        document_id=meeting.document_id or f"{body.slug}-{meeting.held_on}".upper(),
        version=meeting.version + len(made_in(session, meeting.id)),
        is_draft=not adjustments[meeting.id],
        signatures=tuple(
            Signature(row.name, row.party, row.signed_on)
            for rows in signatures.values()
            for row in rows
        ),
        notice=notice_of(session, meeting),
    )
