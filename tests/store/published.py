"""A copy that was on the web once, and what is ruled on for the next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from sqlmodel import Session, select

from minutes.actions.history import Act, add_all
from minutes.actions.publishing import publish_as_it_is, rule_on, withdraw_copy
from minutes.domain.publishing import Ruling
from minutes.store.tables import Item, MaskedText, Meeting
from minutes.store.visibility import Sight, show

DAY = date(2026, 11, 22)


def publish_once(session: Session, act: Act, meeting: Meeting) -> None:
    """A copy of a meeting that was taken off the web again, and what is ruled on for the next."""
    copy = publish_as_it_is(session, act, meeting)
    withdraw_copy(session, act, copy)
    item = session.exec(select(Item).where(Item.meeting_id == meeting.id)).first()
    add_all(session, MaskedText(copy_id=copy.id, place=0, original="Ann Lind", text="[maskat]"))
    rule_on(session, act, meeting, "Ann Lind", Ruling.MASKED, "Enskild person")
    rule_on(session, act, meeting, "Storgatan 5", Ruling.STAYS, "Regionens adress", item=item)


@contextmanager
def in_public(session: Session, day: date = DAY) -> Iterator[Session]:
    """The register as it is on the web on a day."""
    session.flush()
    with Session(session.connection(), join_transaction_mode="create_savepoint") as other:
        show(other, Sight(frozenset(), public_on=day))
        try:
            yield other
        finally:
            show(other, Sight(None, agenda=True))
