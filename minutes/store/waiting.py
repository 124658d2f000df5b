"""For whom minutes wait, and where those are reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sqlmodel import Session, col, select

from minutes.domain.access import Duty, holds
from minutes.store import tables as t
from minutes.store.tallies import conclusion_of, signers_of, tally_of

_RECENT = timedelta(days=7)
"""How long after an adjustment its secretary is told: not years later, when mail is set up."""


def standing_editions(session: Session) -> Sequence[t.Edition]:
    """The editions that are sent and neither withdrawn nor adjusted, oldest first."""
    sent = (
        select(t.Edition).where(col(t.Edition.withdrawn_at).is_(None)).order_by(col(t.Edition.id))
    )
    return [one for one in session.exec(sent) if conclusion_of(session, one) is None]


def new_adjustments(session: Session, today: date) -> Sequence[t.Adjustment]:
    """The adjustments of the last days that were signed here."""
    here = select(t.Adjustment).where(col(t.Adjustment.edition_id).is_not(None))
    return session.exec(here.where(col(t.Adjustment.adjusted_on) >= today - _RECENT)).all()


def accounts_waited_for(
    session: Session, edition: t.Edition
) -> Iterator[tuple[t.EditionSigner, t.Account]]:
    """Those who have not said what they think of every §, with their accounts."""
    waiting = {one.key for one in tally_of(session, edition).waiting}
    for signer in signers_of(session, edition):
        if signer.id in waiting and signer.person_id is not None:
            own = select(t.Account).where(t.Account.person_id == signer.person_id)
            for account in session.exec(own.where(col(t.Account.active).is_(True))):
                yield signer, account


def secretaries_of(session: Session, body_id: int) -> Sequence[t.Account]:
    """The accounts that write the minutes of a body."""
    active = session.exec(select(t.Account).where(col(t.Account.active).is_(True))).all()
    return [one for one in active if holds(one.grants, {Duty.SECRETARY}, body_id)]
