"""Who is asked to certify corrections, and what they have said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from minutes.domain.correcting import CertificationKind, certifiers
from minutes.domain.persons import Person
from minutes.store import tables as t
from minutes.store.records import adjusters_of, attendance_of
from minutes.store.rows import grouped

Said = Mapping[Person, t.CorrectionCertification]
"""The last word of each signer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One who certifies, and the person in the register, where there is one."""

    who: Person
    person_id: int | None

    def is_owner_of(self, account: t.Account) -> bool:
        """Whether an account is theirs: the person's, or of the name where no person is known."""
        if self.person_id is not None and account.person_id is not None:
            return account.person_id == self.person_id
        return account.name == self.who.name


def asked_in(session: Session, meeting: t.Meeting) -> tuple[Asked, ...]:
    """Who certifies the corrections of a meeting's minutes: the chair and the adjusters."""
    rows: list[Any] = [
        *grouped(session, t.Attendance, "meeting_id", [meeting.id])[meeting.id],
        *grouped(session, t.Adjuster, "meeting_id", [meeting.id])[meeting.id],
    ]
    known = {Person(row.name, row.party): row.person_id for row in rows if row.person_id}
    found = certifiers(attendance_of(session, meeting), adjusters_of(session, meeting))
    return tuple(Asked(who, known.get(who)) for who in found)


def said_of(session: Session, proposals: Sequence[int]) -> Mapping[int, Said]:
    """By proposal, the last word of each signer."""
    rows = grouped(session, t.CorrectionCertification, "proposal_id", proposals)
    return {key: {Person(row.name, row.party): row for row in rows[key]} for key in proposals}


def proposals_in(session: Session, meeting: t.Meeting) -> Sequence[t.CorrectionProposal]:
    """Everything that was proposed to be corrected in a meeting's minutes."""
    query = select(t.CorrectionProposal).join(
        t.Item, col(t.Item.id) == t.CorrectionProposal.item_id
    )
    of_meeting = query.where(t.Item.meeting_id == meeting.id)
    return session.exec(of_meeting.order_by(col(t.CorrectionProposal.id))).all()


@dataclass(frozen=True, slots=True)
class ToCertify:
    """A correction that waits for somebody's word."""

    proposal: t.CorrectionProposal
    item: t.Item
    meeting: t.Meeting
    body: t.Body


def _open(session: Session) -> Sequence[Any]:
    """The corrections that can be certified, each with its § and meeting, the oldest first."""
    made = select(t.Correction.proposal_id).where(col(t.Correction.proposal_id).is_not(None))
    proposal: Any = t.CorrectionProposal
    query = (
        select(proposal, t.Item, t.Meeting, t.Body)
        .join(t.Item, col(t.Item.id) == proposal.item_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .join(t.Body, col(t.Body.id) == t.Meeting.body_id)
        .where(proposal.withdrawn_at.is_(None), proposal.id.not_in(made))
    )
    return session.exec(query.order_by(proposal.id)).all()


def to_certify(session: Session, account: t.Account) -> tuple[ToCertify, ...]:
    """What an account is asked to certify and has not answered."""
    found = []
    for row in _open(session):
        one = ToCertify(*row)
        mine = [who for who in asked_in(session, one.meeting) if who.is_owner_of(account)]
        said = said_of(session, [one.proposal.id])[one.proposal.id]
        words = [said.get(asked.who) for asked in mine]
        if any(last is None or last.kind is CertificationKind.RETRACTED for last in words):
            found.append(one)
    return tuple(found)
