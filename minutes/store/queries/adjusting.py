"""What waits to be adjusted: by whom, until when, and what has been said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlmodel import Session, col, select

from minutes.domain.access import Duty, holds
from minutes.domain.adjustment import Lateness, due_on, lateness
from minutes.domain.editions import EditionScope
from minutes.domain.verdicts import Tally
from minutes.store import tables as t
from minutes.store.tallies import conclusion_of, scans_of, signers_of, tally_of

_SIGN = (Duty.CHAIR, Duty.ADJUSTER, Duty.SECRETARY)


@dataclass(frozen=True)
class Sent:
    """An edition with its meeting, and how far it has come; `mine` is what one signs as."""

    session: Session
    edition: t.Edition
    meeting: t.Meeting
    body: t.Body
    today: date
    mine: t.EditionSigner | None = None

    @cached_property
    def tally(self) -> Tally:
        """What was said of it."""
        return tally_of(self.session, self.edition)

    @cached_property
    def adjusted_on(self) -> date | None:
        """The day on which it was adjusted, None while it waits."""
        found = conclusion_of(self.session, self.edition)
        return found.adjusted_on if found else None

    @cached_property
    def scans(self) -> Sequence[t.Document]:
        """The scans of the original that was signed on paper."""
        return scans_of(self.session, self.edition)

    @property
    def is_immediate(self) -> bool:
        """Whether it holds chosen §§ that are adjusted at the meeting."""
        return self.edition.scope is EditionScope.IMMEDIATE

    @property
    def is_secret(self) -> bool:
        """Whether it is the protocol of the secret §§."""
        return self.edition.scope is EditionScope.SECRET

    @property
    def waits(self) -> bool:
        """Whether it is still to be adjusted."""
        return self.edition.withdrawn_at is None and self.adjusted_on is None

    @property
    def waits_for_me(self) -> bool:
        """Whether the one who looks has something left to say."""
        mine = self.mine
        return bool(self.waits and mine and mine.expected and self.tally.open_to(mine.id))

    @property
    def due_on(self) -> date:
        """The last day for it: immediate adjustment is due at the meeting."""
        return self.meeting.held_on if self.is_immediate else due_on(self.meeting.held_on)

    @property
    def days_left(self) -> int:
        """How many days are left; negative when it is late."""
        return (self.due_on - self.today).days

    @property
    def lateness(self) -> Lateness:
        """How near the last day is."""
        return lateness(self.meeting.held_on, self.today)


def signs_as(session: Session, account: t.Account, edition: t.Edition) -> t.EditionSigner | None:
    """As whom an account signs an edition: by its person, or by its name where it has none.

    Its owner must be trusted as chair, adjuster or secretary in the body.
    """
    body = session.get_one(t.Meeting, edition.meeting_id).body_id
    if not holds(account.grants, _SIGN, body):
        return None
    for row in signers_of(session, edition):
        if account.person_id is not None and row.person_id is not None:
            if account.person_id == row.person_id:
                return row
        elif row.name.casefold() == account.name.casefold():
            return row
    return None


def sent_of(
    session: Session, meeting: t.Meeting, body: t.Body, account: t.Account | None, today: date
) -> tuple[Sent, ...]:
    """All editions of a meeting, the last sent first."""
    of_meeting = select(t.Edition).where(t.Edition.meeting_id == meeting.id)
    rows = session.exec(of_meeting.order_by(col(t.Edition.id).desc())).all()
    return tuple(
        Sent(
            session, row, meeting, body, today, signs_as(session, account, row) if account else None
        )
        for row in rows
    )


def asked_to_sign(session: Session, account: t.Account, today: date) -> tuple[Sent, ...]:
    """The editions that an account is asked to sign and that are not adjusted, the oldest first."""
    sent = (
        select(t.Edition, t.Meeting, t.Body)
        .join(t.Meeting, col(t.Meeting.id) == t.Edition.meeting_id)
        .join(t.Body, col(t.Body.id) == t.Meeting.body_id)
        .where(col(t.Edition.withdrawn_at).is_(None))
        .order_by(col(t.Meeting.held_on), col(t.Edition.id))
    )
    found = (
        Sent(session, edition, meeting, body, today, signs_as(session, account, edition))
        for edition, meeting, body in session.exec(sent).all()
    )
    return tuple(one for one in found if one.mine is not None and one.waits)


def earlier_of(session: Session, edition: t.Edition) -> t.Edition | None:
    """The edition of the same scope that was sent before this one."""
    of_scope = select(t.Edition).where(
        t.Edition.meeting_id == edition.meeting_id,
        t.Edition.scope == edition.scope,
        t.Edition.number < edition.number,
    )
    return session.exec(of_scope.order_by(col(t.Edition.number).desc())).first()


def texts_when(session: Session, edition: t.Edition, items: Sequence[int]) -> dict[int, str]:
    """What each § said when an edition was sent, in Markdown, by key."""
    rows = session.exec(
        select(t.Section.item_id, t.Section.id, t.TextRevision.text)
        .join(t.TextRevision, col(t.TextRevision.section_id) == t.Section.id)
        .where(col(t.Section.item_id).in_(items), col(t.TextRevision.written_at) <= edition.sent_at)
        .order_by(col(t.Section.item_id), col(t.Section.position), col(t.TextRevision.number))
    ).all()
    latest: dict[tuple[int, int], str] = {(item, section): text for item, section, text in rows}
    found: dict[int, str] = dict.fromkeys(items, "")
    for (item, _), text in latest.items():
        found[item] = f"{found[item]}\n\n{text}".strip() if text else found[item]
    return found
